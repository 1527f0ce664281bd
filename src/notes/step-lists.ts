/**
 * The lists of the steps of walks. Each is a page of its own, as it is longer than the page with the walk; what is made of
 * a page as a whole, for programs and for the book, has the list in the place of the link to it.
 */

/** Returns the `<main>` of the page with a list. @param head what stands before the list */
export function listPage(head: string, list: string): string {
  return `<main id="main" class="page page--alone" tabindex="-1"><div class="markdown">${head}<div class="walk steps">${list}</div></div></main>`
}

/**
 * Puts the lists of steps in the place of the links to them, folded. Their links to the page itself become text.
 *
 * @param html a built page
 * @param read returns a file of the built site, from its address below that of the language
 */
export function withStepLists(html: string, read: (address: string) => string): string {
  return html.replace(
    /<a class="?walk__all"? href="?[^\s">]*?\b(walk\/steps\/[^\s">]*)"?>(.*?)<\/a>/g,
    (_, address: string, summary: string) => {
      const [, list = ''] = /<div class="walk steps">(.*)<\/div><\/div><\/main>/s.exec(read(address)) ?? []
      const text = list.replace(
        /<a class="walk__place"[^>]*>(.*?)<\/a>/g,
        '<span class="walk__place">$1</span>',
      )
      return `<details class="walk__list"><summary>${summary}</summary>${text}</details>`
    },
  )
}
