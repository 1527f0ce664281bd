import { defaultLanguage, type Language, languages } from '../../reference/languages.ts'
import {
  type Attributes,
  type Checks,
  findMentions,
  type MarkedPage,
  type Mention,
  type PageElement,
  unknownNames,
} from './element.ts'
import { type Page, readPages } from './pages.ts'

/**
 * Checks the elements of all pages of the site in `siteDir`: their attributes, the names in them, that every required
 * element is on a page, and that all languages have the same elements in the same order.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkElements(elements: readonly PageElement[], siteDir: string): string[] {
  const problems: string[] = []
  const read = (language: Language): MarkedPage[] =>
    readPages(siteDir, language).map((page) => {
      const found = findMentions(elements, page.file, page.source)
      problems.push(...found.problems)
      return { ...page, mentions: found.mentions }
    })
  const pages = read(defaultLanguage)
  const pairs = languages.filter((language) => language !== defaultLanguage).flatMap(read)
  const ordered = elements.filter(({ isFree }) => !isFree).map(({ name }) => name)
  return [
    ...problems,
    ...elements.flatMap((element) => checkElement(element, element.checks?.(siteDir) ?? {}, pages, pairs)),
    ...pairs.flatMap((pair) => {
      const page = pages.find(({ name }) => name === pair.name)
      return page ? comparePages(page, pair, ordered) : []
    }),
  ]
}

function checkElement(
  { name, once }: PageElement,
  { names, shown = [], missing }: Checks,
  pages: readonly MarkedPage[],
  pairs: readonly MarkedPage[],
): string[] {
  const those = ({ mentions }: MarkedPage) => mentions.filter((mention) => mention.name === name)
  const there = pages.flatMap(those)
  return [
    ...[...there, ...pairs.flatMap(those)].flatMap(({ place, attributes }) =>
      unknownNames(names?.(attributes) ?? []).map((problem) => `${place}: ${problem}`),
    ),
    ...(once ? [...pages, ...pairs].flatMap((page) => repeated(those(page), once)) : []),
    ...shown
      .filter(({ isIn }) => !there.some(({ attributes }) => isIn(attributes)))
      .map(({ what, place }) => `${place}: no page shows ${what}`),
    ...(missing?.(pages) ?? []),
  ]
}

function repeated(
  mentions: readonly Mention[],
  once: (attributes: Attributes) => readonly string[],
): string[] {
  const lines = new Map<string, number>()
  return mentions.flatMap(({ name, place, line, attributes }) =>
    once(attributes).flatMap((id) => {
      const first = lines.get(id)
      lines.set(id, first ?? line)
      return first ? [`${place}: line ${first} has the <${name}> of "${id}" already`] : []
    }),
  )
}

/** Reports the first difference between two pages in the elements of these names. */
function comparePages(page: MarkedPage, pair: MarkedPage, names: readonly string[]): string[] {
  const those = ({ mentions }: MarkedPage) => mentions.filter(({ name }) => names.includes(name))
  const [mine, others] = [those(page), those(pair)]
  for (let index = 0; index < Math.max(mine.length, others.length); index++) {
    const [one, other] = [mine[index], others[index]]
    if (one && other && written(one) === written(other)) continue
    const has = (mention: Mention | undefined, { file }: Page) =>
      mention ? `${mention.place} has ${written(mention)}` : `${file}:1 has no more`
    return [`${has(one, page)}, ${has(other, pair)}: a page and its pair have the same, in the same order`]
  }
  return []
}

function written({ name, attributes }: Mention): string {
  return `<${[
    name,
    ...Object.entries(attributes)
      .sort()
      .map(([name, value]) => `${name}="${value}"`),
  ].join(' ')} />`
}
