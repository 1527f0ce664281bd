/** The controls of walks and call stacks, as HTML. */

/** A button. `mark`, before `word`, is not read out; `word` is HTML. */
export function button(action: string, mark: string, word: string): string {
  return `<button type="button" data-action="${action}">${label(mark, word)}</button>`
}

/** The content of a button, as HTML. */
function label(mark: string, word: string): string {
  return mark ? `<span aria-hidden="true">${mark}</span> ${word}` : word
}

/** The table of keys, hidden until the reader presses its button. */
export function keyTable(rows: [keys: string, effect: string][]): string {
  const items = rows.map(([keys, effect]) => {
    const each = keys.split(' ').map((key) => `<kbd>${key}</kbd>`)
    return `<div><dt>${each.join(' ')}</dt><dd>${effect}</dd></div>`
  })
  return `<dl class="walk__keys" hidden>${items.join('')}</dl>`
}
