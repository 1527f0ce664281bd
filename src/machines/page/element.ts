/** The element `<full-mesh-copy-page>` in the page: the control that copies the page as Markdown. */

import { request } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { withHost } from '../with-host.ts'
import { wordsIn } from '../words.ts'

class FullMeshCopyPage extends IslandElement<'copy'> {
  protected readonly listened = ['click']

  protected follow(): void {}

  protected async act(): Promise<void> {
    const { unreachable, refused, copied } = wordsIn()
    const link = document.querySelector<HTMLLinkElement>('link[rel=alternate][type="text/markdown"]')
    this.#say('')
    const text = request(link?.href ?? '').then(async (answer) =>
      withHost(await answer.text(), location.origin),
    )
    try {
      await write(text)
      this.#say(copied)
    } catch {
      this.#say(
        await text.then(
          () => refused,
          () => unreachable,
        ),
      )
    }
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = text
  }
}

/** Writes a text that is being loaded to the clipboard. Safari asks for it while it handles the click. */
async function write(text: Promise<string>): Promise<void> {
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(await text)
  const type = 'text/plain'
  await navigator.clipboard.write([
    new ClipboardItem({ [type]: text.then((text) => new Blob([text], { type })) }),
  ])
}

customElements.define('full-mesh-copy-page', FullMeshCopyPage)
