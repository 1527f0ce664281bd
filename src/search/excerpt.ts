import type { SectionText } from './files.ts'
import { narrow, type Run, runsOf, stemOf } from './terms.ts'

/** A line of a section that shows why it was found. */
export interface Excerpt {
  readonly kind: keyof SectionText
  /** The whole line. */
  readonly line: string
  /** The line in pieces: `isHit` are those that were searched. */
  readonly pieces: readonly { text: string; isHit: boolean }[]
}

/** How much of a line is shown, in characters: as many on each side of the first hit, together. */
const shownLength = 160

/**
 * Returns the line of a section that has the most of a query; the first line if none has anything of it. Of lines that
 * have the same of it, one that says more than the query comes first, and before others one that begins with it.
 *
 * @param others lines that results above show: another is shown, if there is another with anything of the query
 */
export function excerptOf(
  section: SectionText,
  query: string,
  others: readonly string[] = [],
): Excerpt | undefined {
  const words = runsOf(query)
  const whole = lowered(query.trim())
  const lines = (['text', 'titles', 'code'] as const).flatMap((kind) =>
    (section[kind] ?? []).map((line) => {
      const count = countIn(line, words) + (lowered(line).includes(whole) ? 1 : 0)
      const rank = saysMore(line, words) ? (lowered(line).startsWith(whole) ? 0.2 : 0) : -0.4
      return { kind, line, count, rank: count + rank }
    }),
  )
  const fresh = lines.filter(({ line, count }) => count > 0 && !others.includes(line))
  const [first, ...rest] = fresh.length > 0 ? fresh : lines
  if (!first) return undefined
  const { kind, line } = rest.reduce((best, next) => (next.rank > best.rank ? next : best), first)
  return { kind, line, pieces: marked(cutAround(line, words), words) }
}

/** Returns true for a line with at least four words, or characters, besides those of a query. */
function saysMore(line: string, words: readonly Run[]): boolean {
  const others = runsOf(line).filter(({ text }) => !words.some((word) => word.text === text))
  const sizes: number[] = others.map(({ text, isUnspaced }) => (isUnspaced ? text.length : 1))
  return sizes.reduce((sum, size) => sum + size, 0) >= 4
}

/** Returns pieces of a text; those that a query has are marked. */
export function markedFor(text: string, query: string): Excerpt['pieces'] {
  return marked(text, runsOf(query))
}

/** Counts the words that a line has; one that it has only in parts counts half, or less if parts are missing. */
function countIn(line: string, words: readonly Run[]): number {
  const lower = lowered(line)
  const share = (parts: readonly string[]) =>
    parts.filter((part) => lower.includes(part)).length / Math.max(1, parts.length)
  return words.reduce(
    (sum, { text, parts, isUnspaced }) =>
      sum + (lower.includes(text) ? 1 : isUnspaced || hasParts(lower, parts) ? 0.5 * share(parts) : 0),
    0,
  )
}

function lowered(text: string): string {
  return narrow(text).toLowerCase()
}

function hasParts(lower: string, parts: readonly string[]): boolean {
  return parts.length > 0 && parts.every((part) => lower.includes(part))
}

/** Cuts a long line to what is around the first hit. */
function cutAround(line: string, words: readonly Run[]): string {
  if (line.length <= shownLength) return line
  const [[hit] = [0]] = hitsIn(line, words)
  const start = startBefore(line, hit)
  const rest = line.slice(start, start + shownLength)
  const end = start + shownLength < line.length ? rest.replace(/[\w’'-]+$/, '') : rest
  return `${start > 0 ? '… ' : ''}${end}${start + end.length < line.length ? ' …' : ''}`
}

/** Returns where the shown part of a long line begins: with a clause or, if none begins near the hit, with a word. */
function startBefore(line: string, hit: number): number {
  const from = Math.max(0, Math.min(hit - Math.floor(shownLength / 3), line.length - shownLength))
  if (from === 0) return 0
  const before = line.slice(from, hit)
  const clause = before.search(/(?<=[。；！？，：]|[.;!?,:]\s)\S/u)
  // Words are not cut; a Han character is a word.
  return from + Math.max(0, clause >= 0 ? clause : before.search(/(?<=\s)\S|\p{Script=Han}/u))
}

function marked(text: string, words: readonly Run[]): Excerpt['pieces'] {
  const pieces: { text: string; isHit: boolean }[] = []
  let at = 0
  for (const [start, end] of hitsIn(text, words)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    pieces.push({ text: text.slice(start, end), isHit: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false })
  return pieces
}

/** Finds where the words of a query are in a text, in order, without overlaps. */
function hitsIn(text: string, words: readonly Run[]): [start: number, end: number][] {
  const lower = lowered(text)
  const sought = words.flatMap(({ text, parts, isUnspaced }) => {
    if (lower.includes(text)) return [text]
    if (isUnspaced) return parts
    if (parts.length > 1) return hasParts(lower, parts) ? parts : []
    return [stemOf(text)]
  })
  const hits: [number, number][] = []
  for (let at = 0; at < text.length; ) {
    const found = sought
      .filter((word) => lower.startsWith(word, at) && beginsAt(text, at) && isEnough(word, text[at + 1]))
      .sort((a, b) => b.length - a.length)[0]
    if (found) hits.push([at, at + found.length])
    at += found?.length ?? 1
  }
  return hits
}

/** Returns false for a single letter that begins a longer word. */
function isEnough(word: string, next = ' '): boolean {
  return word.length > 1 || !/[\p{Script=Latin}\d]/u.test(word) || !/[\p{Script=Latin}\d]/u.test(next)
}

/** Returns true where a word begins, or a part of a name: `subflow` in `createSubflow` and `create_subflow`. */
function beginsAt(text: string, at: number): boolean {
  const [before = ' ', here = ' '] = [text[at - 1], text[at]]
  if (!/[\p{Script=Latin}\d]/u.test(before)) return true
  return (/[\p{Ll}\d]/u.test(before) && /\p{Lu}/u.test(here)) || !/[\p{Script=Latin}\d]/u.test(here)
}
