import { type Catalogue, type Postings, uses } from './files.ts'
import { type Run, runsOf, stemOf } from './terms.ts'

/** What a query has found. */
export interface Found {
  /** The best first. */
  readonly sections: readonly FoundSection[]
  /** The words of the query that no section has together with the others. */
  readonly missing: readonly string[]
}

export interface FoundSection {
  /** Its number in the catalogue. */
  readonly section: number
  /** The name that is searched, and that the section explains. */
  readonly name?: string | undefined
}

/** How much a use of a term counts, in the order of {@link uses}. */
const weights: Readonly<Record<(typeof uses)[number], number>> = {
  code: 0.4,
  text: 1,
  often: 1.5,
  defined: 4,
}

/** Sections with a weight. */
type Hits = Map<number, number>

/**
 * Finds the sections for a query. They have all of its words or, if no section has all, as many as possible. What has
 * the name that is searched comes first: symbols, then titles.
 *
 * @param load loads a file of postings
 */
export async function find(
  query: string,
  catalogue: Catalogue,
  load: (file: string) => Promise<Postings>,
): Promise<Found> {
  const words = distinct(runsOf(withoutTime(query)))
  const all = await Promise.all(words.map((word) => hitsOf(word, catalogue, load)))
  const scores: Hits = new Map()
  const counts: Hits = new Map()
  for (const hits of all) {
    const rarity = Math.log(1 + catalogue.sections.length / hits.size)
    for (const [section, weight] of hits) {
      scores.set(section, (scores.get(section) ?? 0) + rarity * weight)
      counts.set(section, (counts.get(section) ?? 0) + 1)
    }
  }
  const most = Math.max(0, ...counts.values())
  for (const [section, count] of counts) if (count < most) scores.delete(section)
  const names = addNames(scores, query.trim(), catalogue)
  return {
    sections: [...scores]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .map(([section]) => ({ section, name: names.get(section) })),
    missing:
      most < words.length ? words.filter((_, at) => isMissing(all[at], scores)).map(({ text }) => text) : [],
  }
}

/** A line of a log begins with its time, `[500]`: the same line is found at other times. */
function withoutTime(query: string): string {
  return query.replace(/^\s*\[\d+\]/, '')
}

function distinct(runs: readonly Run[]): Run[] {
  return [...new Map(runs.map((run) => [run.text, run])).values()]
}

function isMissing(hits: Hits | undefined, found: Hits): boolean {
  return ![...found.keys()].some((section) => hits?.has(section))
}

/** Returns the sections that have a word, or one that begins with it. */
async function hitsOf(
  { text, parts, isUnspaced }: Run,
  catalogue: Catalogue,
  load: (file: string) => Promise<Postings>,
): Promise<Hits> {
  const lookUp = (term: string, isBeginning: boolean) => hitsOfTerm(term, isBeginning, catalogue, load)
  if (isUnspaced)
    return parts.length > 0 ? inAll(await each(parts, (pair) => lookUp(pair, false))) : lookUp(text, true)
  const isLong = text.length > 1
  if (parts.length > 1) {
    const [whole, inParts] = await Promise.all([
      lookUp(text, isLong),
      each(parts, (part, at) => lookUp(part, at === parts.length - 1)),
    ])
    return best(whole, inAll(inParts), 0.3)
  }
  const stem = stemOf(text)
  const [whole, sameStem] = await Promise.all([
    lookUp(text, isLong),
    stem === text ? new Map() : lookUp(stem, true),
  ])
  return best(whole, sameStem, 0.4)
}

function each<T>(parts: readonly string[], look: (part: string, at: number) => Promise<T>): Promise<T[]> {
  return Promise.all(parts.map(look))
}

/** Returns the sections that have a term; and, with half the weight, those that have one that begins with it. */
async function hitsOfTerm(
  term: string,
  isBeginning: boolean,
  { shards }: Catalogue,
  load: (file: string) => Promise<Postings>,
): Promise<Hits> {
  const hits: Hits = new Map()
  const first = Math.max(
    0,
    shards.findLastIndex(([start]) => start <= term),
  )
  const last = isBeginning ? shards.findLastIndex(([start]) => start <= `${term}\uffff`) : first
  const files = await Promise.all(shards.slice(first, last + 1).map(([, file]) => load(file)))
  for (const postings of files) {
    const terms = isBeginning ? Object.keys(postings) : Object.hasOwn(postings, term) ? [term] : []
    for (const each of terms) {
      if (!each.startsWith(term)) continue
      let section = 0
      for (const number of postings[each] ?? []) {
        section += Math.floor(number / uses.length)
        const weight = weights[uses[number % uses.length] ?? 'text'] * (each === term ? 1 : 0.5)
        hits.set(section, Math.max(hits.get(section) ?? 0, weight))
      }
    }
  }
  return hits
}

/** Returns the sections that are in all, with the least of their weights. */
function inAll([first = new Map(), ...others]: readonly Hits[]): Hits {
  const hits: Hits = new Map()
  for (const [section, weight] of first) {
    const all = [weight, ...others.map((other) => other.get(section) ?? 0)]
    if (Math.min(...all) > 0) hits.set(section, Math.min(...all))
  }
  return hits
}

/** Returns the sections that are in either, with the greater weight. */
function best(whole: Hits, others: Hits, factor: number): Hits {
  const hits = new Map(whole)
  for (const [section, weight] of others) hits.set(section, Math.max(hits.get(section) ?? 0, weight * factor))
  return hits
}

/**
 * Raises the sections whose name or title is searched. A name is found by any part of it.
 *
 * @returns the names that sections explain
 */
function addNames(scores: Hits, query: string, { names, sections, pages }: Catalogue): Map<number, string> {
  const explained = new Map<number, string>()
  const raised: Hits = new Map()
  const raise = (section: number, by: number): boolean => {
    const isMore = by > (raised.get(section) ?? 0)
    if (isMore) raised.set(section, by)
    return isMore
  }
  if (query.length < 2) return explained
  for (const [name, section] of names)
    if (raise(section, likeness(name, query) * 3000)) explained.set(section, name)
  sections.forEach(([page, id, title], section) => {
    raise(section, likeness(id ? title : (pages[page]?.title ?? ''), query) * 1000)
  })
  for (const [section, by] of raised) scores.set(section, (scores.get(section) ?? 0) + by)
  return explained
}

/** Returns how much a name is what is searched, from 0 to 1. */
function likeness(name: string, query: string): number {
  if (name === query) return 1
  const [lower, searched] = [name.toLowerCase(), query.toLowerCase()]
  if (lower === searched) return 0.3
  const at = lower.indexOf(searched)
  // A title of several words is less of a name.
  return at < 0 ? 0 : (at === 0 ? 0.1 : 0.05) * (searched.length / lower.length)
}
