/**
 * Returns the path of the Markdown of a page: that of the page, with `.md` in place of the last slash.
 *
 * @param path below the address of the language: `ops/new-session/`; empty for the first page, which is `index.md`
 */
export function markdownPath(path: string): string {
  return `${path.replace(/\/$/, '') || 'index'}.md`
}

/** The path of the feed of changes, below the address of a language. */
export const feedPath = 'feed.xml'

/** The path of the list of packages of which pages load code, below the address of a language. */
export const licencesPath = 'licences.txt'

/** Returns the path of the picture that a link to a page shows, from the same path as {@link markdownPath}. */
export function picturePath(path: string): string {
  return `pictures/${path.replace(/\/$/, '') || 'index'}.png`
}

/** Returns the path of the book, below the address of its language. @param tag the tag of the language */
export function bookPath(tag: string, kind: 'epub' | 'pdf'): string {
  return `book/mptcp-fullmesh.${tag}.${kind}`
}
