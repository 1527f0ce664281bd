/** Keeps the reader's text of a section while the tab lives, also if it is reloaded or closed and opened again. */

interface Draft {
  /** The text of the section before it was edited. */
  of: string
  text: string
}

const nameOf = (section: string) => `improve:${section}`

/**
 * Keeps a text, or forgets it if it is the original.
 *
 * @param section the file and the id of the section
 */
export function keepDraft(section: string, { of, text }: Draft): void {
  try {
    if (text === of) sessionStorage.removeItem(nameOf(section))
    else sessionStorage.setItem(nameOf(section), JSON.stringify({ of, text }))
  } catch {} // without storage the text lasts as long as the editor
}

/** Returns the text that was kept, if the original is still the same. */
export function keptDraft(section: string, of: string): string | undefined {
  try {
    const draft: Draft = JSON.parse(sessionStorage.getItem(nameOf(section)) ?? 'null')
    return draft.of === of ? draft.text : undefined
  } catch {
    return undefined
  }
}
