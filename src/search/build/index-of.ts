import { type Asset, hashed } from '../../notes/generated.ts'
import { type Catalogue, catalogueFile, type PageText, type Postings, uses } from '../files.ts'
import { termsOf } from '../terms.ts'
import type { PageSection } from './sections.ts'

/** A page with its sections. */
export interface Page {
  /** Its address below that of the language: `ops/new-session/`. */
  readonly address: string
  readonly sections: readonly PageSection[]
}

/** What is known of names besides the pages. */
export interface Names {
  /** Names with the page and the section that explain each: `ops/new-session/#when`. */
  readonly addresses: readonly (readonly [name: string, address: string])[]
  readonly terms: Catalogue['terms']
  readonly refused: Catalogue['refused']
}

/** How long a file of postings is before it is compressed, in characters: one to three are loaded for a query. */
const shardLength = 16_000

/**
 * How much the sections of some pages count beside those of others: definitions and symptoms come first, then how the
 * code works, surprises, and what was once written wrongly.
 */
const weights: readonly (readonly [beginning: string, weight: number])[] = [
  ['reference/glossary/', 2],
  ['questions/', 1.1],
  ['quirks/', 0.5],
  ['about-the-note/', 0.005],
]

/** Makes the files of the index. */
export function indexOf(pages: readonly Page[], names: Names): Asset[] {
  const texts = pages.map(({ address, sections }) => {
    const text: PageText = Object.fromEntries(
      sections.map(({ id, text, titles, code }) => [
        id,
        { text, ...(titles.length > 0 && { titles }), ...(code.length > 0 && { code }) },
      ]),
    )
    return hashed(
      `text/${address.replace(/\/$/, '').replaceAll('/', '-') || 'index'}.json`,
      JSON.stringify(text),
    )
  })
  const sections = pages.flatMap(({ sections }, page) => sections.map((section) => ({ page, section })))
  const numbers = new Map(
    sections.map(({ page, section: { id } }, number) => [`${pages[page]?.address}${id && `#${id}`}`, number]),
  )
  const shards = shardsOf(postingsOf(sections.map(({ section }) => section)))
  const catalogue: Catalogue = {
    pages: pages.map(({ address, sections }, at) => ({
      address,
      title: sections[0]?.title ?? '',
      file: texts[at]?.name ?? '',
      ...weightOf(address),
    })),
    sections: sections.map(({ page, section: { id, title, isEntry } }) =>
      isEntry ? [page, id, title, 1] : [page, id, id && title],
    ),
    names: [
      ...names.addresses.flatMap(([name, address]) => {
        const number = numbers.get(address)
        return number === undefined ? [] : [[name, number] as const]
      }),
      ...sections.flatMap(({ section: { files } }, number) => files.map((file) => [file, number] as const)),
    ],
    terms: names.terms,
    refused: names.refused,
    shards: shards.map(({ first, asset }) => [first, asset.name]),
  }
  return [
    { name: catalogueFile, text: JSON.stringify(catalogue) },
    ...shards.map(({ asset }) => asset),
    ...texts,
  ]
}

function weightOf(address: string): { weight?: number } {
  const [, weight] = weights.find(([beginning]) => address.startsWith(beginning)) ?? []
  return weight === undefined ? {} : { weight }
}

/** Returns the sections of each term, in the order of the terms. */
function postingsOf(sections: readonly PageSection[]): [term: string, numbers: number[]][] {
  const postings = new Map<string, number[]>()
  const last = new Map<string, number>()
  sections.forEach(({ title, text, defined, titles, keywords, code }, number) => {
    const defines = new Set([title, ...defined, ...keywords].flatMap(termsOf))
    const counts = new Map<string, number>()
    for (const term of [title, ...text, ...titles, ...keywords].flatMap(termsOf))
      counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const term of new Set([...counts.keys(), ...code.flatMap(termsOf)])) {
      const count = counts.get(term) ?? 0
      const use = defines.has(term) ? 'defined' : count > 2 ? 'often' : count > 0 ? 'text' : 'code'
      const numbers = postings.get(term) ?? []
      numbers.push((number - (last.get(term) ?? 0)) * uses.length + uses.indexOf(use))
      postings.set(term, numbers)
      last.set(term, number)
    }
  })
  // The order of the page's comparisons: by code units.
  return [...postings].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Cuts the postings into files. */
function shardsOf(postings: readonly [string, number[]][]): { first: string; asset: Asset }[] {
  const shards: { first: string; asset: Asset }[] = []
  let entries: [string, number[]][] = []
  let length = 0
  const end = () => {
    const [first] = entries
    if (!first) return
    const text = JSON.stringify(Object.fromEntries(entries) satisfies Postings)
    shards.push({ first: first[0], asset: hashed('terms/terms.json', text) })
    entries = []
    length = 0
  }
  for (const entry of postings) {
    if (length > shardLength) end()
    entries.push(entry)
    length += JSON.stringify(entry).length
  }
  end()
  return shards
}
