import leven from 'leven'
import type { Catalogue } from './files.ts'
import { runsOf } from './terms.ts'

/**
 * Returns a query that finds something, in place of one that does not: with the term that the texts use, or with the
 * nearest name or term instead of a wrong spelling.
 *
 * @param missing the words that were not found, in lower case
 */
export function suggestionFor(
  query: string,
  missing: readonly string[],
  { names, terms, refused }: Pick<Catalogue, 'names' | 'terms' | 'refused'>,
): string | undefined {
  const lower = query.toLowerCase()
  const [word, term] = refused.find(([word]) => lower.includes(word.toLowerCase())) ?? []
  if (word !== undefined && term !== undefined) return replaced(query, word, term)

  const known = [...new Set([...terms.flat(), ...names.map(([name]) => name)])]
  const whole = nearestTo(query.trim(), known)
  if (whole) return whole
  let suggestion = query
  for (const { text, isUnspaced } of runsOf(query)) {
    if (!missing.includes(text)) continue
    const near = isUnspaced ? nearestInside(text, known) : nearestTo(text, known)
    if (near)
      suggestion = replaced(suggestion, ...(typeof near === 'string' ? ([text, near] as const) : near))
  }
  return suggestion === query ? undefined : suggestion
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

/** Returns the characters of a run that differ from a term in one, and the term. */
function nearestInside(
  run: string,
  known: readonly string[],
): readonly [characters: string, term: string] | undefined {
  for (const term of known.toSorted((a, b) => b.length - a.length)) {
    if (term.length < 2 || (term.length < 3 && run.length > term.length)) continue
    for (let at = 0; at + term.length <= run.length; at++) {
      const characters = run.slice(at, at + term.length)
      if (characters !== term && leven(characters, term, { maxDistance: 2 }) === 1) return [characters, term]
    }
  }
  return undefined
}
