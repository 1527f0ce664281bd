/**
 * Returns a button that opens the editor of a section (`src/improve`), for a heading in a shadow tree: it loads the module
 * of the page's own buttons itself, as the page does not see what is clicked there.
 *
 * @returns none if the page has no such button
 */
export function improveButton(): HTMLElement[] {
  const own = document.querySelector<HTMLElement>('.improve-section')
  if (!own) return []
  const button = own.cloneNode() as HTMLElement
  delete button.dataset.clicked
  button.lang = document.documentElement.lang
  button.addEventListener('click', async () => {
    const { open } = await import(own.dataset.island as string)
    open(button)
  })
  return [button]
}
