import type { Language, Text } from '../../reference/languages.ts'
import { codeMark, typographyOf } from '../../reference/typography.ts'
import { type Passage, valueMark } from './passages.ts'
import { refusedIn } from './refused.ts'

/** A problem of a text, and what would be right. */
export interface Problem {
  /** Where it is in the source. */
  readonly start: number
  readonly end: number
  /** What is wrong with how it is set; absent for a word that is not used. */
  readonly rule?: Text
  /** Why a word is not used: `is not used here (reference/voice.ts)`. */
  readonly reason?: string
  /** The word, or what is wrong with some text around it. */
  readonly found: string
  /** What would be right instead. */
  readonly write?: string
  /** The change of the source that fixes it, where that is safe. */
  readonly edit?: Edit
}

/** A change of a source: what replaces the text from one offset to another. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Finds the problems of a passage: its typography (`reference/typography.ts`), and words that the site does not use
 * (`reference/voice.ts`, `reference/glossary.ts`). It needs no Node, so that a page can check what a reader writes.
 *
 * @returns the problems, in order; an edit changes no offset before it
 */
export function problemsIn(passage: Passage, language: Language): Problem[] {
  return [...typographyProblems(passage, language), ...wordProblems(passage, language)].sort(
    (a, b) => a.start - b.start,
  )
}

function typographyProblems(passage: Passage, language: Language): Problem[] {
  const { text } = passage
  const taken: [start: number, end: number][] = []
  // The first rule that fits a place is the one that says what is wrong there.
  const isTaken = (start: number, end: number) =>
    taken.some((other) => other[0] < Math.max(end, start + 1) && start < Math.max(other[1], other[0] + 1))
  return typographyOf(language).flatMap(({ pattern, problem: rule, write }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: part, index }): Problem[] => {
      const end = index + part.length
      if (isTaken(index, end)) return []
      taken.push([index, end])
      const found = excerpt(text, index, end)
      const problem = { ...placeOf(passage, index, end), rule, found }
      const right = typeof write === 'function' ? write(part, index, text) : write
      if (right === undefined) return [problem]
      const edit = editOf(passage, index, end, right)
      return [{ ...problem, write: excerpt(text, index, end, right), ...(edit && { edit }) }]
    }),
  )
}

function wordProblems(passage: Passage, language: Language): Problem[] {
  return refusedIn(passage.text, language).map(({ index, ...word }) => ({
    ...placeOf(passage, index, index + word.found.length),
    ...word,
  }))
}

/** Returns where a part of a passage is in the source. What has no length is the character after it. */
function placeOf({ around }: Passage, index: number, end: number): { start: number; end: number } {
  const last = around.at(-1)?.[1] ?? 0
  const start = around[index]?.[0] ?? last
  return { start, end: around[Math.max(end - 1, index)]?.[1] ?? last }
}

/** Returns the edit of the source for a part of a passage; undefined where markup or an escape is inside of it. */
function editOf({ at, around }: Passage, start: number, end: number, text: string): Edit | undefined {
  if (start === end) {
    const offset = around[start - 1]?.[1]
    // Markup between two characters, such as the end of bold text and the start of a link, is one place for a space.
    return offset !== undefined && offset === around[start]?.[0]
      ? { start: offset, end: offset, text }
      : undefined
  }
  const parts = at.slice(start, end)
  const isWhole = parts.every((part, index) => part && (index === 0 || part[0] === parts[index - 1]?.[1]))
  const [first, last] = [parts[0]?.[0], parts.at(-1)?.[1]]
  return isWhole && first !== undefined && last !== undefined ? { start: first, end: last, text } : undefined
}

/** Returns a part of a text with what is around it, or with `instead` in its place. */
function excerpt(text: string, start: number, end: number, instead = text.slice(start, end)): string {
  const length = 8
  return `${text.slice(Math.max(0, start - length), start)}${instead}${text.slice(end, end + length)}`
    .replaceAll(codeMark, '`…`')
    .replaceAll(valueMark, '{…}')
    .replaceAll('\n', '↵')
}

/** Makes edits of a source. Of two that overlap, only the first is made. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = ''
  let done = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < done) continue
    result += source.slice(done, start) + text
    done = end
  }
  return result + source.slice(done)
}
