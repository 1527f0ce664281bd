import { type Catalogue, type Postings, uses } from './files.ts'
import { narrow, type Run, runsOf, stemOf, termsOf } from './terms.ts'

/** What a query has found. */
export interface Found {
  /** The query, without the words of a question if the whole has found nothing. */
  readonly query: string
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

/** How much an entry of a list counts, beside a section of prose. */
const entryWeight = 0.2

/** Sections with a weight. */
type Hits = Map<number, number>

/**
 * Finds the sections for a query. They have all of its words or, if no section has all, as many as possible. What has
 * the name that is searched comes first: symbols, then titles; entries of lists come last. Sections of some pages count
 * more than those of others, and no page has all of the first.
 *
 * @param load loads a file of postings
 * @param asking words of questions; they are left out if the query begins with one, or if no section has all of it
 */
export async function find(
  query: string,
  catalogue: Catalogue,
  load: (file: string) => Promise<Postings>,
  asking: readonly string[] = [],
): Promise<Found> {
  const whole = narrow(query).trim()
  const rest = withoutWords(whole, asking)
  const shorter = rest.replace(/\s+/g, ' ').trim() || whole
  if (rest.startsWith(' ')) return findWords(shorter, catalogue, load)
  const found = await findWords(whole, catalogue, load)
  return found.missing.length === 0 || shorter === whole ? found : findWords(shorter, catalogue, load)
}

/** Puts a space in place of each of these words. Those in letters are words of their own, Chinese ones stand anywhere. */
function withoutWords(query: string, words: readonly string[]): string {
  if (words.length === 0) return query
  const longestFirst = words.toSorted((a, b) => b.length - a.length).join('|')
  const each = new RegExp(`(?<![\\p{Script=Latin}_])(?:${longestFirst})(?![\\p{Script=Latin}_])`, 'giu')
  return query.replace(each, ' ')
}

async function findWords(
  query: string,
  catalogue: Catalogue,
  load: (file: string) => Promise<Postings>,
): Promise<Found> {
  const words = distinct(runsOf(withoutTime(query)))
  const whole = await Promise.all(words.map((word) => hitsOf(word, catalogue, load)))
  const all = await Promise.all(
    words.map(async ({ parts, isUnspaced }, at) => {
      const hits = whole[at] ?? new Map()
      const lookUp = (pair: string) => hitsOfTerm(pair, false, catalogue, load)
      return hits.size > 0 || !isUnspaced ? hits : inHalf(await each(parts, lookUp), catalogue)
    }),
  )
  const scores: Hits = new Map()
  const counts: Hits = new Map()
  for (const hits of all) {
    const rarity = rarityOf(hits, catalogue)
    for (const [section, weight] of hits) {
      scores.set(section, (scores.get(section) ?? 0) + rarity * weight)
      counts.set(section, (counts.get(section) ?? 0) + 1)
    }
  }
  const most = Math.max(0, ...counts.values())
  for (const [section, count] of counts) if (count < most) scores.delete(section)
  for (const [section, score] of scores)
    if (catalogue.sections[section]?.[3]) scores.set(section, score * entryWeight)
  const leastShare = whole.some(({ size }) => size === 0) ? 0.6 : 1
  const names = addNames(scores, query, leastShare, catalogue)
  for (const [section, score] of scores) {
    const { weight = 1 } = catalogue.pages[catalogue.sections[section]?.[0] ?? 0] ?? {}
    scores.set(section, score * weight)
  }
  return {
    query,
    sections: mixed(
      [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([section]) => section),
      catalogue,
    ).map((section) => ({ section, name: names.get(section) })),
    missing:
      most < words.length || whole.some(({ size }) => size === 0)
        ? words.filter((_, at) => isMissing(whole[at], scores)).map(({ text }) => text)
        : [],
  }
}

/** The most sections of a page, other than entries of a list, before those of other pages. */
const mostOfPage = 2

/** Puts what a page has more than {@link mostOfPage} behind the rest. */
function mixed(found: readonly number[], { sections }: Catalogue): number[] {
  const counts = new Map<number, number>()
  const isMore = found.map((section) => {
    const [page = 0, , , isEntry] = sections[section] ?? []
    const count = (counts.get(page) ?? 0) + 1
    if (!isEntry) counts.set(page, count)
    return count > mostOfPage
  })
  return [...found.filter((_, at) => !isMore[at]), ...found.filter((_, at) => isMore[at])]
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

/** Returns the sections that have half of the pairs of characters; if there are none, those that have two of five. */
function inHalf(pairs: readonly Hits[], catalogue: Catalogue): Hits {
  const hits: Hits = new Map()
  const sections = [...new Set(pairs.flatMap((pair) => [...pair.keys()]))]
  const pairsIn = (section: number) => pairs.filter((pair) => pair.has(section))
  const isHalf = sections.some((section) => pairsIn(section).length * 2 >= pairs.length)
  for (const section of sections) {
    const here = pairsIn(section)
    if (here.length < pairs.length * (isHalf ? 0.5 : 0.4)) continue
    const weights = here.map((pair) => (pair.get(section) ?? 0) * rarityOf(pair, catalogue))
    hits.set(section, weights.reduce((sum, weight) => sum + weight, 0) / pairs.length)
  }
  return hits
}

/** Returns how much it counts that a section has a term: more if few have it. */
function rarityOf(hits: Hits, { sections }: Catalogue): number {
  return Math.log(1 + sections.length / hits.size)
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
 * @param leastShare how much of a Chinese query has to be in a title, from 0 to 1
 * @returns the names that sections explain
 */
function addNames(
  scores: Hits,
  query: string,
  leastShare: number,
  { names, sections, pages }: Catalogue,
): Map<number, string> {
  const explained = new Map<number, string>()
  const words = runsOf(query)
  const raised: Hits = new Map()
  const raise = (section: number, by: number): boolean => {
    const isMore = by > (raised.get(section) ?? 0)
    if (isMore) raised.set(section, by)
    return isMore
  }
  if (query.length < 2) return explained
  for (const [name, section] of names)
    if (raise(section, likeness(name, query) * 3000)) explained.set(section, name)
  sections.forEach(([page, id, title, isEntry], section) => {
    const shown = id ? title : (pages[page]?.title ?? '')
    if (!isEntry || shown === query)
      raise(section, (likeness(shown, query) || likenessOfWords(shown, words, leastShare)) * 1000)
  })
  for (const [section, by] of raised) scores.set(section, (scores.get(section) ?? 0) + by)
  return explained
}

/** Returns how much a name is what is searched, from 0 to 1. */
function likeness(name: string, query: string): number {
  if (name === query) return 1
  const [lower, searched] = [name.toLowerCase(), query.toLowerCase()]
  if (lower === searched) return 0.3
  // `备用标志` begins with the term `备用`.
  if (searched.startsWith(lower) && lower.length * 2 >= searched.length) return 0.005
  const at = lower.indexOf(searched)
  // A title of several words is less of a name.
  return at < 0 ? 0 : (at === 0 ? 0.1 : 0.05) * (searched.length / lower.length)
}

/**
 * Returns more than 0 for a title that has all words of the query; of a Chinese run, enough characters in their order:
 * `没有建立子流` and `没有第二条子流` have four of six.
 */
function likenessOfWords(title: string, words: readonly Run[], leastShare: number): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0)
  const [first, ...more] = words
  if (!first || (more.length === 0 && first.parts.length < 2)) return 0
  const inTitle = termsOf(title)
  const share = ({ text, isUnspaced }: Run) => {
    if (!isUnspaced) return Number(inTitle.some((term) => term.startsWith(stemOf(text))))
    const inBoth = charactersInBoth(title, text) / text.length
    // Four characters are a term.
    return inBoth >= (text.length > 4 ? leastShare : 1) ? inBoth : 0
  }
  const shares = words.map(share)
  // A title says in its first part what it is about: `没有第二条子流：会话只用一条路径`.
  const subject = title.split(/[：:]/)[0] || title
  return 0.03 * Math.min(...shares) * Math.min(1, length / subject.length)
}

/** Returns how many characters two texts have in the same order, others between them left out. */
function charactersInBoth(one: string, other: string): number {
  let row = Array<number>(other.length + 1).fill(0)
  for (const character of one) {
    const next = [0]
    for (let at = 0; at < other.length; at++)
      next.push(other[at] === character ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
