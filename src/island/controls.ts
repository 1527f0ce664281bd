/** The controls of what is stepped through, as HTML. */

/** @param word as HTML; `mark` stands before it and is not read out */
export function button(action: string, mark: string, word: string): string {
  return `<button type="button" data-action="${action}">${label(mark, word)}</button>`
}

/** What stands on a button. */
export function label(mark: string, word: string): string {
  return mark ? `<span aria-hidden="true">${mark}</span> ${word}` : word
}

/** The table of keys, which a button shows. */
export function keyTable(rows: [keys: string, what: string][]): string {
  const items = rows.map(([keys, what]) => {
    const each = keys.split(' ').map((key) => `<kbd>${key}</kbd>`)
    return `<div><dt>${each.join(' ')}</dt><dd>${what}</dd></div>`
  })
  return `<dl class="walk__keys" hidden>${items.join('')}</dl>`
}
