import { headings } from '../notes/headings.ts'
import { matterPattern } from '../notes/matter.ts'

/** A section of a page's file, as the editor shows it. */
export interface Section {
  /** The id of its heading; empty for what stands before the first heading. */
  id: string
  /** Its text, with `\n` between lines, without the mark of the translation and without empty lines at the end. */
  text: string
  /** The language in the mark, if the section has one: that of the text from which it was made. */
  from?: string
  /** Returns the number in the file of a line of the text. Both are counted from 1. */
  lineInFile(line: number): number
  /** Returns the file with another text in place of this one. The mark stays. */
  replace(text: string): string
}

/** Matches the mark of a translation: from which text it was made, and which text it had then. */
const mark = /^\s*\{\/\*\s*from\s+(\S+)\s.*\*\/\}\s*$/

/**
 * Finds a section of a page.
 *
 * @param source the text of the page's file
 * @param id of its heading; empty for what stands before the first heading
 * @returns undefined if the file has no such heading
 */
export function sectionIn(source: string, id: string): Section | undefined {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  const lines = source.split(/\r?\n/)
  const found = headings(lines.join('\n'))
  const index = found.findIndex((heading) => heading.id === id)
  if (id && index < 0) return undefined
  const start = id ? (found[index]?.line ?? 1) - 1 : 0
  const end = (found[index + 1]?.line ?? lines.length + 1) - 1

  const own = lines.slice(start, end)
  const head = headOf(own.join('\n'))
  const { hidden, from } = markAfter(own, head)
  const shown = [...own.slice(0, head), ...own.slice(head + hidden.length)]
  const length = lengthOf(shown)
  const tail = shown.slice(length)

  return {
    id,
    text: shown.slice(0, length).join('\n'),
    ...(from && { from }),
    lineInFile: (line) => start + line + (line > head ? hidden.length : 0),
    replace(text) {
      const all = text.split(/\r\n?|\n/)
      const changed = all.slice(0, lengthOf(all))
      const at = headOf(changed.join('\n'))
      const section = [...changed.slice(0, at), ...hidden, ...changed.slice(at), ...tail]
      return [...lines.slice(0, start), ...section, ...lines.slice(end)].join(lineEnd)
    },
  }
}

/** Returns the number of lines without the empty ones at the end. */
function lengthOf(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim()) + 1
}

/** Returns the number of the first lines of a section that stand above its mark: the heading, or the front matter. */
function headOf(text: string): number {
  const [matter] = matterPattern.exec(`${text}\n`) ?? []
  if (matter) return matter.split('\n').length - 1
  return /^#{2,6}\s/.test(text) ? 1 : 0
}

/** Finds the mark below the head of a section, with the empty lines above it. */
function markAfter(lines: readonly string[], head: number): { hidden: string[]; from?: string | undefined } {
  const at = lines.findIndex((line, index) => index >= head && line.trim())
  const [, from] = mark.exec(lines[at] ?? '') ?? []
  return from ? { hidden: lines.slice(head, at + 1), from } : { hidden: [] }
}
