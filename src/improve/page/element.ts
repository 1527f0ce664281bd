/**
 * Answers the buttons at the headings of a page: loads the editor of a section. This module is loaded when the pointer or
 * the focus first enters one of them (`src/island/first-action/inline.ts`).
 */

import { here } from '../../island/fetch.ts'
import type { Settings } from '../settings.ts'
import { wordsIn } from '../words.ts'

declare const SETTINGS: Settings

const settings: Settings = {
  ...SETTINGS,
  languages: SETTINGS.languages.map((each) => ({ ...each, base: new URL(here(each.base)).pathname })),
}

const button = '[data-action=improve]'

/**
 * Opens the editor for a button: that of the heading behind which it stands, in the file that an element around it names.
 * A shadow tree, whose buttons this module does not see, calls it.
 */
export async function open(control: HTMLElement): Promise<void> {
  const heading = control.parentElement?.querySelector('h1, h2, h3, h4, h5, h6')
  const file = control.closest<HTMLElement>('[data-file]')?.dataset.file
  if (!heading || !file || control.ariaBusy) return
  control.ariaBusy = 'true'
  try {
    const { improve } = await import('./improve.tsx')
    await improve({ file, id: heading.id, heading: heading.textContent }, settings)
  } catch {
    say(wordsIn().loadFailed)
  }
  control.ariaBusy = null
}

/** Shows a message in a dialog that a button closes. */
function say(message: string): void {
  const dialog = document.createElement('dialog')
  const close = document.createElement('button')
  close.textContent = wordsIn().close
  close.onclick = () => dialog.close()
  dialog.onclose = () => dialog.remove()
  dialog.append(Object.assign(document.createElement('p'), { textContent: message }), close)
  document.body.append(dialog)
  dialog.showModal()
}

addEventListener('click', ({ target }) => {
  const control = (target as Element).closest<HTMLElement>(button)
  if (control) open(control)
})

// A button that was clicked before this module was there.
for (const control of document.querySelectorAll<HTMLElement>(button)) {
  if (control.dataset.clicked) open(control)
  control.dataset.ready = ''
}
