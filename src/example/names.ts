/** What the build knows of the names in a file: `src/example/build/types.ts`. */
export interface Types {
  /** What is known of names, as HTML. */
  texts: string[]
  /** Line by line: the column where a name begins and the index of its text, of the next one, … */
  lines: number[][]
}

/** Which part of a file is on the page: from this line on, counted from 1, without this many spaces before each line. */
export interface BlockPosition {
  firstLine: number
  indent: number
}

/** A name in the code on the page. Lines and places are those of that code, counted from 0. */
export interface Name {
  line: number
  start: number
  end: number
  /** What is known of it. */
  html: string
}

/** Finds the names in `code` of which something is known, in order. */
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
