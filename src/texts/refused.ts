import { glossary, type Term } from '../../reference/glossary.ts'
import { type Language, textIn } from '../../reference/languages.ts'
import { refused } from '../../reference/voice.ts'

/** A word that texts do not use. */
interface Refused {
  readonly pattern: RegExp
  /** Text in which the pattern means something else. */
  readonly except: readonly string[]
  /** What to write. */
  readonly write: string
  /** What is wrong with it, and where that is said: `is not used here (reference/voice.ts)`. */
  readonly reason: string
}

/** A word in a text that is not used. */
export interface RefusedWord {
  /** Its index in the text. */
  readonly index: number
  readonly found: string
  /** What to write. */
  readonly write: string
  /** What is wrong with it, and where that is said: `is not used here (reference/voice.ts)`. */
  readonly reason: string
}

/** The words that have been read, by language. */
const known = new Map<Language, Refused[]>()

/**
 * Finds the words of a text that the site does not use: names of terms that are not those of `reference/glossary.ts`,
 * and other words, of `reference/voice.ts`.
 */
export function refusedIn(text: string, language: Language): RefusedWord[] {
  const words = known.get(language) ?? patternsIn(language)
  known.set(language, words)
  return words.flatMap(({ pattern, except, write, reason }) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: found, index }) => !except.some((longer) => isInside(text, longer, index, found.length)))
      .map(({ 0: found, index }) => ({ index, found, write, reason })),
  )
}

function patternsIn(language: Language): Refused[] {
  const terms = glossary.flatMap(({ terms }) => terms).flatMap((term) => refusedNames(term, language))
  const others = (refused[language] ?? []).map(({ pattern, write }) => ({
    pattern: new RegExp(pattern, `${pattern.flags}g`),
    except: [],
    write,
    reason: 'is not used here (reference/voice.ts)',
  }))
  return [...terms, ...others]
}

function refusedNames(term: Term, language: Language): Refused[] {
  const names = (term.refused ?? []).filter((name) => name.language === language)
  return names.map(({ words, except = [], write = textIn(term.name, language) }) => ({
    // A Latin word is a whole one. Chinese has no spaces between words.
    pattern: new RegExp(words.map((word) => (/^\w/.test(word) ? `\\b${word}\\b` : word)).join('|'), 'gi'),
    except,
    write,
    reason: `is not the name of this term ("${term.id}" in reference/glossary.ts)`,
  }))
}

/** Returns true if `longer` is in a text, around the part of `length` characters at `index`. */
function isInside(text: string, longer: string, index: number, length: number): boolean {
  const first = index + length - longer.length
  for (let start = Math.max(0, first); start <= index; start++)
    if (text.startsWith(longer, start)) return true
  return false
}
