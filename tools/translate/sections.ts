import { lineOfMark, type Mark, markOfLine } from './marks.ts'
import { maskMarkup, matterPattern } from './mask.ts'
import { hashOf, proseOf } from './prose.ts'

/** A heading of a page with its text, up to the next heading; or what stands before the first heading. */
export interface Section {
  /** The id of the heading; empty for what stands before the first. */
  readonly id: string
  /** The line of the heading, counted from 1. */
  readonly line: number
  /** The lines of the file, without the mark. */
  readonly text: string
  /** The hash of its prose. */
  readonly hash: string
  readonly mark?: Mark
}

/**
 * Cuts a page into its sections. A heading without an id, `{/* #id *\/}` or `{#id}`, begins none: its text belongs to
 * the section before.
 *
 * @param file names the page in messages
 * @throws if two headings have the same id
 */
export function sectionsIn(file: string, source: string): Section[] {
  const lines = source.split('\n')
  const masked = maskMarkup(source).split('\n')
  const heads = headsIn(lines, masked)
  for (const { id, line } of heads) {
    const twin = heads.find((head) => head.id === id && head.line < line)
    if (twin) throw new Error(`${file}:${line}: the id "${id}" is taken: line ${twin.line} has it`)
  }
  return heads.map(({ id, line, textLine }, index) => {
    const end = heads[index + 1]?.line ?? lines.length + 1
    const at = markIn(lines, textLine, end)
    const mark = at && markOfLine(lines[at - 1] ?? '')
    const text = lines.slice(line - 1, end - 1).filter((_, i) => line + i !== at)
    const hash = hashOf(proseOf(masked.slice(line - 1, end - 1).join('\n')))
    return { id, line, text: text.join('\n'), hash, ...(mark ? { mark } : {}) }
  })
}

/**
 * Writes the mark of a section below its heading, in place of the one that it has.
 *
 * @param mark undefined to remove it
 * @returns the page; as it was, if it has no such section
 */
export function withMark(source: string, id: string, mark: Mark | undefined): string {
  const lines = source.split('\n')
  const heads = headsIn(lines, maskMarkup(source).split('\n'))
  const index = heads.findIndex((head) => head.id === id)
  const head = heads[index]
  if (!head) return source
  const at = markIn(lines, head.textLine, heads[index + 1]?.line ?? lines.length + 1)
  if (at) lines.splice(at - 1, 1)
  if (mark) {
    const end = lines[0]?.endsWith('\r') ? '\r' : ''
    const isFollowed = lines[head.textLine - 1]?.trim()
    lines.splice(head.textLine - 1, 0, lineOfMark(mark) + end, ...(isFollowed ? [end] : []))
  }
  return lines.join('\n')
}

interface Head {
  id: string
  line: number
  /** The line below the heading, or below the front matter. */
  textLine: number
}

function headsIn(lines: readonly string[], masked: readonly string[]): Head[] {
  const matter = matterPattern.exec(lines.join('\n'))?.[0] ?? ''
  const heads = [{ id: '', line: 1, textLine: matter.split('\n').length }]
  for (const [index, text] of masked.entries()) {
    if (!/^ {0,3}#{1,6}\s/.test(text)) continue
    const id = /\{(?:\/\*\s*)?#([^\s*}]+)(?:\s*\*\/)?\}\s*$/.exec(lines[index] ?? '')?.[1]
    if (id) heads.push({ id, line: index + 1, textLine: index + 2 })
  }
  return heads
}

/** Returns the line of the mark of a section: its first line that is not empty. */
function markIn(lines: readonly string[], from: number, end: number): number | undefined {
  for (let line = from; line < end; line++) {
    const text = lines[line - 1] ?? ''
    if (text.trim()) return markOfLine(text) ? line : undefined
  }
  return undefined
}
