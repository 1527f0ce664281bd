/** A page as `llms.txt` lists it. */
interface ListedPage {
  title: string
  description: string
  /** The address of its Markdown. */
  address: string
}

/** A group of pages in `llms.txt`. */
interface Section {
  title: string
  pages: readonly ListedPage[]
}

/**
 * Makes `llms.txt`, the list of pages for programs that answer questions: https://llmstxt.org.
 *
 * @param summary one sentence about the site
 * @param about what else there is for programs
 */
export function llmsText(
  title: string,
  summary: string,
  about: string,
  sections: readonly Section[],
): string {
  const parts = sections.map(({ title, pages }) =>
    [
      `## ${title}`,
      '',
      ...pages.map((page) => `- [${page.title}](${page.address}): ${page.description}`),
    ].join('\n'),
  )
  return `${[`# ${title}`, `> ${summary}`, about, ...parts].join('\n\n')}\n`
}

/** Makes `llms-full.txt`, the text of all pages. @param pages the Markdown of each */
export function llmsFullText(title: string, summary: string, pages: readonly string[]): string {
  return `${[`# ${title}`, `> ${summary}`, ...pages.map((page) => page.trimEnd())].join('\n\n')}\n`
}
