/** What a translated section was made from. */
export interface Mark {
  /** The language of the source, by its key in the list of languages. */
  readonly from: string
  /** The hash of the source's text when the translation was made, or was last looked at. */
  readonly source: string
  /** The hash of the translation's own text at that moment. */
  readonly own: string
}

const words = String.raw`from (\S+) ([0-9a-f]{8}) own ([0-9a-f]{8})`
const wholeText = new RegExp(`^${words}$`)
const wholeLine = new RegExp(String.raw`^[ \t]*\{/\*\s*${words}\s*\*/\}[ \t]*\r?$`)

/** Writes a mark: `from zh 3f2a9c1d own 8d0e77ab`. In a page it stands in a comment. */
export function formatMark({ from, source, own }: Mark): string {
  return `from ${from} ${source} own ${own}`
}

/** Reads what {@link formatMark} wrote; undefined if it is no mark. */
export function parseMark(text: string): Mark | undefined {
  return toMark(wholeText.exec(text))
}

/** Reads the mark of a page's line; undefined if the line is no mark. */
export function markOfLine(line: string): Mark | undefined {
  return toMark(wholeLine.exec(line))
}

/** Returns the line of a page for a mark. */
export function lineOfMark(mark: Mark): string {
  return `{/* ${formatMark(mark)} */}`
}

function toMark(match: RegExpExecArray | null): Mark | undefined {
  const [, from, source, own] = match ?? []
  return from && source && own ? { from, source, own } : undefined
}
