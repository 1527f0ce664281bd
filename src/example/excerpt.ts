/** A part of a file, and the indentation that was removed from its lines. */
export interface Excerpt {
  text: string
  indent: string
}

/** Cuts `source` from `start` to `end`, and removes the common indentation of its lines. */
export function cut(source: string, start: number, end: number): Excerpt {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const before = source.slice(lineStart, start)
  const lines = (before + source.slice(start, end)).split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0)
  const indent = ' '.repeat(Math.min(...indents))
  return { indent, text: lines.map((line) => line.slice(indent.length)).join('\n') }
}

/** Puts an edited excerpt back into the place from which {@link cut} took it. */
export function splice(source: string, start: number, end: number, { text, indent }: Excerpt): string {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const lines = text.split('\n').map((line) => (line ? indent + line : line))
  return source.slice(0, lineStart) + lines.join('\n') + source.slice(end)
}
