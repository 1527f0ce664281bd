import leven from 'leven'
import type { Catalogue } from './files.ts'
import type { Found } from './find.ts'
import { type Run, runsOf } from './terms.ts'

/**
 * Returns a query that finds something, in place of one that does not: with the term that the texts use, or with the
 * nearest name, term or words of a title instead of a wrong spelling.
 *
 * @param missing the words that were not found, in lower case
 * @param finds returns true for a query of which all is found
 */
export async function suggestionFor(
  query: string,
  missing: readonly string[],
  catalogue: Pick<Catalogue, 'names' | 'terms' | 'refused' | 'sections' | 'pages'>,
  finds: (query: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const suggestion of suggestionsFor(query, missing, catalogue))
    if (suggestion !== query && (await finds(suggestion))) return suggestion
  return undefined
}

/** Returns what may be meant, the likeliest first. */
function* suggestionsFor(
  query: string,
  missing: readonly string[],
  { names, terms, refused, sections, pages }: Parameters<typeof suggestionFor>[2],
): Iterable<string> {
  const lower = query.toLowerCase()
  const [word, term] = refused.find(([word]) => lower.includes(word.toLowerCase())) ?? []
  if (word !== undefined && term !== undefined) yield replaced(query, word, term)

  const known = [...new Set([...terms.flat(), ...names.map(([name]) => name)])]
  const whole = nearestTo(query.trim(), known)
  if (whole) yield whole
  const titles = [...pages.map(({ title }) => title), ...sections.map(([, , title]) => title)]
  const near = runsOf(query).filter(({ text }) => missing.includes(text))
  const withNearest = (nearest: (run: Run) => readonly [characters: string, by: string] | undefined) =>
    near.reduce((suggestion, run) => replaced(suggestion, ...(nearest(run) ?? ['', ''])), query)
  yield withNearest(({ text, isUnspaced }) => {
    if (isUnspaced) return nearestInside(text, known)
    const name = nearestTo(text, known)
    return name === undefined ? undefined : [text, name]
  })
  yield withNearest(({ text, isUnspaced }) => (isUnspaced ? nearestInTitles(text, titles) : undefined))
}

/** Returns whether a query is a name of several parts which few sections have, apart, and which none explains. */
export function isDoubtful({ query, sections }: Pick<Found, 'query' | 'sections'>): boolean {
  return /^\w+_\w+$/.test(query) && sections.length < 5 && sections.every(({ name }) => name === undefined)
}

function replaced(query: string, word: string, by: string): string {
  const at = query.toLowerCase().indexOf(word.toLowerCase())
  return at < 0 ? query : query.slice(0, at) + by + query.slice(at + word.length)
}

/** Returns the name that differs from a word in at most a third of its letters, and the least. */
function nearestTo(word: string, known: readonly string[]): string | undefined {
  const searched = word.toLowerCase()
  let best: string | undefined
  let least = Math.floor(searched.length / 3) + 1
  for (const name of known) {
    if (Math.abs(name.length - searched.length) >= least) continue
    const distance = leven(name.toLowerCase(), searched, { maxDistance: least })
    if (distance > 0 && distance < least) [best, least] = [name, distance]
  }
  return best
}

/**
 * Returns the characters of a run that differ from a term in one, and the term. Characters with a term in them are
 * spelt right: “条子流” is not “主子流”.
 */
function nearestInside(
  run: string,
  known: readonly string[],
): readonly [characters: string, term: string] | undefined {
  const isRight = (characters: string) => known.some((term) => term.length > 1 && characters.includes(term))
  for (const term of known.toSorted((a, b) => b.length - a.length)) {
    if (term.length < 2 || (term.length < 3 && run.length > term.length)) continue
    for (let at = 0; at + term.length <= run.length; at++) {
      const characters = run.slice(at, at + term.length)
      if (leven(characters, term, { maxDistance: 2 }) === 1 && !isRight(characters)) return [characters, term]
    }
  }
  return undefined
}

/** Returns the run, and the words that most titles have that differ from it in one character, not the first of two. */
function nearestInTitles(
  run: string,
  titles: readonly string[],
): readonly [run: string, words: string] | undefined {
  const counts = new Map<string, number>()
  const isNear = (words: string) => differsInOne(words, run) && (run.length > 2 || words[0] === run[0])
  for (const title of titles) {
    const ends = [...segmenter.segment(title)].map(({ index, segment }) => index + segment.length)
    for (const start of [0, ...ends]) {
      const words = title.slice(start, start + run.length)
      if (ends.includes(start + run.length) && runsOf(words)[0]?.text === words && isNear(words))
        counts.set(words, (counts.get(words) ?? 0) + 1)
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a)
  return best && [run, best[0]]
}

/** Finds the words of a text without spaces; in no certain language. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function differsInOne(a: string, b: string): boolean {
  return [...a].filter((character, at) => character !== b[at]).length === 1
}
