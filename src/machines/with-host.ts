/** The beginning of a page as Markdown, with the path of the page: the build does not know where the site is. */
const pathOfPage = /^(# .*\n+> .*\n>\n> [^/\n]*[^/\n:])\//

/** Blocks of code, code in a line, and the beginnings of links to a path. */
const codeOrLink = /^[ \t]*(`{3,})[\s\S]*?^[ \t]*\1$|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)|\]\(\/(?!\/)/gm

/**
 * Returns a page as Markdown with the host of the site where addresses begin with a path. Code stays as it is.
 *
 * @param origin `https://notes.example`
 */
export function withHost(markdown: string, origin: string): string {
  return markdown
    .replace(pathOfPage, `$1${origin}/`)
    .replace(codeOrLink, (found) => (found === '](/' ? `](${origin}/` : found))
}
