import type { Root } from 'mdast'
import { type Language, textIn } from '../../reference/languages.ts'
import { headings } from '../notes/headings.ts'
import { matterPattern } from '../notes/matter.ts'
import type { SyntaxProblem } from '../notes/syntax.ts'
import { matterPassages, passagesIn } from '../texts/passages.ts'
import { type Edit, problemsIn as textProblems } from '../texts/problems.ts'
import { missingTokens, proseKeys, type Token, tokensIn } from './tokens.ts'
import type { Words } from './words.ts'

/** Something wrong in the text of a section. */
export interface Problem {
  /** Where it is in the text. */
  from: number
  to: number
  message: string
  /** A text with this problem gives no patch. */
  isFatal: boolean
  /** The token that is missing. */
  missing?: Token
  /** The change that fixes it, where that is safe. */
  edit?: Edit
}

/**
 * Checks the language of a text: terms and typography.
 *
 * @param text the text of a section
 * @param tree its tree, from `parseSection`
 * @param language in which it is written
 * @returns the problems, in order
 */
export function problemsIn(text: string, tree: Root, language: Language, words: Words): Problem[] {
  return [...matterPassages(text), ...passagesIn(tree, text)]
    .flatMap((passage) => textProblems(passage, language))
    .map(({ start, end, rule, found, write = '', edit }) => ({
      from: start,
      to: end,
      message: rule ? words.typography(textIn(rule, language), found, write) : words.refused(found, write),
      isFatal: false,
      ...(edit && { edit }),
    }))
}

/**
 * Finds what must not be in the file: text that is no MDX, components that are lost, and changes that the other
 * languages would have to follow.
 *
 * @param original the text before it was edited
 * @param syntax where the text is no MDX, from `parseSection`
 */
export function fatalProblemsIn(
  text: string,
  original: string,
  syntax: SyntaxProblem | undefined,
  words: Words,
): Problem[] {
  const [before, after] = [tokensIn(original), tokensIn(text)]
  const at = ({ from, to }: { from: number; to: number }, message: string, missing?: Token): Problem => ({
    from,
    to,
    message,
    isFatal: true,
    ...(missing && { missing }),
  })
  const line = syntax && linesOf(text)[syntax.line - 1]
  return [
    ...(syntax ? [at(line ?? { from: 0, to: 0 }, words.syntax(syntax))] : []),
    ...missingTokens(before, after).map((token) => {
      const place = Math.min(placeOf(token, before, after), text.length)
      return at({ from: place, to: place }, words.missing(token.label), token)
    }),
    ...missingTokens(after, before)
      .filter(({ kind }) => kind !== 'component')
      .map((token) => at(token, words.notHere(token.text))),
    ...(outline(text) === outline(original) ? [] : [at({ from: 0, to: 0 }, words.outline)]),
    ...matterLines(text)
      .filter(({ text }) => !isScalar(text.replace(/^\w+:\s*/, '')))
      .map((line) => at(line, words.matter)),
  ]
}

/**
 * Returns where a token that is missing has to stand: as far as it was behind the last one before it that is still there,
 * less what is missing between them.
 */
function placeOf(token: Token, before: readonly Token[], after: readonly Token[]): number {
  const earlier = before.slice(0, before.indexOf(token))
  const last = earlier.findLast(({ text }) => after.some((other) => other.text === text))
  const lost = earlier.slice(last ? earlier.indexOf(last) + 1 : 0)
  const from = token.from - lost.reduce((sum, { text }) => sum + text.length, 0)
  if (!last) return from
  const nth = earlier.slice(0, earlier.indexOf(last)).filter(({ text }) => text === last.text).length
  const same = after.filter(({ text }) => text === last.text)
  const kept = same[nth] ?? same.at(-1) ?? last
  return kept.to + from - last.to
}

/** Returns where the headings of a section stand, with their levels and ids. */
function outline(text: string): string {
  const body = text.replace(matterPattern, '')
  return headings(body)
    .map(({ level, id, line }) => `${line === 1 ? 'first' : 'later'} ${level} ${id}`)
    .join()
}

interface Line {
  from: number
  to: number
  text: string
}

function linesOf(text: string): Line[] {
  let from = 0
  return text.split('\n').map((text) => {
    const line = { from, to: from + text.length, text }
    from = line.to + 1
    return line
  })
}

/** Returns the lines of the front matter that are prose. */
function matterLines(text: string): Line[] {
  const [matter = ''] = matterPattern.exec(`${text}\n`) ?? []
  return linesOf(matter).filter(({ text }) => proseKeys.some((key) => text.startsWith(`${key}:`)))
}

/** Returns true for a text that YAML reads as one string or number. */
function isScalar(value: string): boolean {
  return (
    /^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(value) ||
    (/^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(value) && !/:(?:\s|$)|\s#/.test(value))
  )
}
