/** The types of the names in a file, made by `src/example/build/types.ts`. */
export interface Types {
  /** The texts about names, as HTML. */
  texts: string[]
  /** For each line: the column and the index of the text of its first name, of its second, … */
  lines: number[][]
}

/** The position of a block in its file: its first line, from 1, and the number of spaces removed from each line. */
export interface BlockPosition {
  firstLine: number
  indent: number
}

/** A name in a block of code. Its line and its offsets are in the block, counted from 0. */
export interface Name {
  line: number
  start: number
  end: number
  /** The text about it. */
  html: string
}

/** Returns the names in `code` that have a text, in order. */
export function typedNames(
  code: string,
  { texts, lines }: Types,
  { firstLine, indent }: BlockPosition,
): Name[] {
  let lineStart = 0
  return code.split('\n').flatMap((text, line) => {
    const names: Name[] = []
    const known = lines[firstLine - 1 + line] ?? []
    for (let i = 0; i < known.length; i += 2) {
      const column = (known[i] ?? 0) - indent
      const name = /^[\w$]+/.exec(text.slice(column))?.[0] ?? ''
      const start = lineStart + column
      const html = texts[known[i + 1] ?? -1] ?? ''
      if (name) names.push({ line, start, end: start + name.length, html })
    }
    lineStart += text.length + 1
    return names
  })
}
