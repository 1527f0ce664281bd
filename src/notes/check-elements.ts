import { visit } from 'unist-util-visit'
import { defaultLanguage, type Language, languages } from '../../reference/languages.ts'
import {
  type Attributes,
  type Checks,
  type ElementNode,
  findMentions,
  isElement,
  type MarkedPage,
  type Mention,
  type PageElement,
  unknownNames,
} from './element.ts'
import { hasAllIds, headings } from './headings.ts'
import { messagesOfError } from './messages-of.ts'
import { nearest, parsePage, readPages } from './pages.ts'

/**
 * Checks the elements of all pages of the site in `siteDir`: their attributes, the names in them, that every required
 * element is on a page, and that all languages have the same elements in the same order.
 *
 * Of a page with a wrong element only this is said: what is missing may be what is wrong.
 *
 * @param unknown the messages of {@link checkElementNames}, if the site has other elements, too
 * @returns one message for each problem, beginning with a file and a line; the messages in `unknown` are among them
 */
export function checkElements(
  elements: readonly PageElement[],
  siteDir: string,
  unknown: readonly string[] = [],
): string[] {
  const problems = [...unknown]
  const read = (language: Language): MarkedPage[] =>
    readPages(siteDir, language).map((page) => {
      const found = findMentions(elements, page.file, page.source)
      problems.push(...found.problems)
      return { ...page, mentions: found.mentions }
    })
  const pages = read(defaultLanguage)
  const pairs = languages.filter((language) => language !== defaultLanguage).flatMap(read)
  const ordered = elements.filter(({ isFree }) => !isFree).map(({ name }) => name)
  const checks = elements.map((element) => {
    try {
      return { element, checks: element.checks?.(siteDir) ?? {} }
    } catch (error) {
      problems.push(...messagesOfError(error))
      return { element, checks: {} }
    }
  })
  for (const {
    element,
    checks: { names },
  } of checks)
    problems.push(...[...pages, ...pairs].flatMap((page) => wrongNames(element, names, page)))
  const isRight = ({ file }: MarkedPage) => !problems.some((problem) => problem.startsWith(`${file}:`))
  const areAllRight = pages.every(isRight)
  return [
    ...problems,
    ...checks.flatMap(({ element: { name, once }, checks: { shown = [], missing } }) => [
      ...(once ? [...pages, ...pairs].flatMap((page) => repeated(named(name, page), once)) : []),
      ...(areAllRight
        ? notShown(
            shown,
            pages.flatMap((page) => named(name, page)),
          )
        : []),
      ...(areAllRight ? (missing?.(pages) ?? []) : []),
    ]),
    ...pairs.flatMap((pair) => {
      const page = pages.find(({ name }) => name === pair.name)
      return page && isRight(page) && isRight(pair) ? comparePages(page, pair, ordered) : []
    }),
  ]
}

/**
 * Checks that the site has all elements that its pages use: those whose names begin with a capital.
 *
 * @returns one message for each that it does not have, beginning with a file and a line
 */
export function checkElementNames(elements: readonly PageElement[], siteDir: string): string[] {
  const known = elements.map(({ name }) => name)
  const problems: string[] = []
  for (const { file, source } of readPages(siteDir))
    visit(parsePage(source), isElement, ({ name, position }: ElementNode) => {
      if (!name || !/^[A-Z]|\./.test(name) || known.includes(name)) return
      const line = position?.start.line ?? 1
      problems.push(`${file}:${line}: there is no element <${name}>${nearest(name, known)}`)
    })
  return problems
}

function named(name: string, { mentions }: MarkedPage): Mention[] {
  return mentions.filter((mention) => mention.name === name)
}

function wrongNames({ name }: PageElement, names: Checks['names'], page: MarkedPage): string[] {
  return named(name, page).flatMap(({ place, attributes }) =>
    unknownNames(names?.(attributes) ?? []).map((problem) => `${place}: ${problem}`),
  )
}

function notShown(shown: NonNullable<Checks['shown']>, there: readonly Mention[]): string[] {
  return shown
    .filter(({ isIn }) => !there.some(({ attributes }) => isIn(attributes)))
    .map(({ what, place }) => `${place}: no page shows ${what}`)
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

/** Reports the first difference between two pages in the elements of these names, in the sections that both have. */
function comparePages(page: MarkedPage, pair: MarkedPage, names: readonly string[]): string[] {
  if (![page, pair].every(({ source }) => hasAllIds(source))) return []
  const those = ({ mentions, source }: MarkedPage, other: MarkedPage) => {
    const [starts, ids] = [headings(source), headings(other.source).map(({ id }) => id)]
    const sectionAt = (line: number) => starts.findLast((heading) => heading.line <= line)?.id
    const isInBoth = (id: string | undefined) => id === undefined || ids.includes(id)
    return mentions.filter(({ name, line }) => names.includes(name) && isInBoth(sectionAt(line)))
  }
  const [mine, others] = [those(page, pair), those(pair, page)]
  for (let index = 0; index < Math.max(mine.length, others.length); index++) {
    const [one, other] = [mine[index], others[index]]
    if (one && other && written(one) === written(other)) continue
    const has = (mention: Mention | undefined) => `has ${mention ? written(mention) : 'no more element'}`
    const [place, otherPlace] = [one?.place ?? `${page.file}:1`, other?.place ?? `${pair.file}:1`]
    return [
      `${place}: ${has(one)}, and ${otherPlace} ${has(other)}; a page and its pair have the same, in the same order`,
    ]
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
