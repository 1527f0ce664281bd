import { createHash } from 'node:crypto'

/** What begins a line and is no prose: marks of headings, quotations, lists and admonitions; lines of tables and rules. */
const lineStart =
  /^[ \t]*\|?[ \t:|=-]*[-=][ \t:|=-]*$|^[ \t]*:::+[ \t]*\w*|^(?:[ \t]*(?:#{1,6}(?=\s)|>|[-+*](?=\s)))+/gm

/** Marks of emphasis, links, tables and inline code. An underscore in a name is none. */
const inlineMarks = /!(?=\[)|[*~|[\]\\`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu

/**
 * Reduces masked text to what its hash is made from: words and punctuation. White space does not count, so that lines
 * can be broken anywhere, also between Han characters. Curly quotes and apostrophes count as straight ones.
 *
 * @param masked text of which `maskMarkup` has left the prose
 */
export function proseOf(masked: string): string {
  return masked
    .replace(lineStart, '')
    .replace(inlineMarks, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, '')
}

/** Returns the first 8 hex digits of the SHA-256 of a text. */
export function hashOf(prose: string): string {
  return createHash('sha256').update(prose).digest('hex').slice(0, 8)
}
