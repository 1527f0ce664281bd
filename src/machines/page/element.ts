/**
 * The element `<full-mesh-copy-page>` in the page: the control that copies the page as Markdown, without the steps of
 * walks.
 */

import { writeToClipboard } from '../../island/clipboard.ts'
import { request } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { withoutSteps } from '../steps.ts'
import { withHost } from '../with-host.ts'
import { wordsIn } from '../words.ts'

class FullMeshCopyPage extends IslandElement<'copy'> {
  protected readonly listened = ['click']

  protected follow(): void {}

  protected async act(): Promise<void> {
    const { unreachable, refused, copied, steps } = wordsIn()
    const link = document.querySelector<HTMLLinkElement>('link[rel=alternate][type="text/markdown"]')
    const address = link?.href ?? ''
    this.#say('')
    const text = request(address).then(async (answer) =>
      withHost(withoutSteps(await answer.text(), steps(address)), location.origin),
    )
    try {
      await writeToClipboard(text)
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

customElements.define('full-mesh-copy-page', FullMeshCopyPage)
