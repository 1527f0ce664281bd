import type { RootContent } from 'mdast'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import { findMentions, type PageElement } from '../notes/element.ts'
import { headings } from '../notes/headings.ts'
import { matterPattern } from '../notes/pages.ts'
import { linesOf, type Reference } from './reference.ts'

type CAttributes = { of?: string; in?: string; at?: string }

/**
 * `<C in="add_pm_event" at="1070" />`: lines of the kernel tree that the notes are about, with a link to its public copy.
 * Without `at` all lines of the symbol are meant; without `in` the symbols that the page is about. `check.ts` checks
 * the lines, and compares the two languages.
 */
export const cElement: PageElement<CAttributes> = {
  name: 'C',
  usage: '<C of="FILE" in="SYMBOL" at="LINES" />',
  optional: ['of', 'in', 'at'],
  isFree: true,
  replace(attributes, { place }, node) {
    const reference = referenceOf(attributes, place, [])
    const { file, within } = reference
    const lines = reference.at ?? [...new Set(linesOf(reference))].join('-')
    if (!lines) throw new Error(`${place}: no lines are known of ${within.join(', ')}`)
    const [first = '', last] = lines.split('-')
    const link = { className: 'c-line', href: sourceUrl(file, first, last), title: file }
    return [
      {
        ...node,
        name: 'a',
        data: { _mdxExplicitJsx: true } as object, // like an <a> on the page: not what MDX makes of links
        attributes: Object.entries(link).map(([name, value]) => ({
          type: 'mdxJsxAttribute',
          name,
          value,
        })),
        children: [{ type: 'text', value: placeName(file, first, last) }],
      } as RootContent,
    ]
  },
}

/** A reference on a page. */
export interface PageReference extends Reference {
  /** The id of the section that it is in; none before the first. */
  readonly section: string | undefined
}

/**
 * The references of a page: `<C in="add_pm_event" at="1070" />`, and the symbols that its front matter says it is
 * about: `c: add_pm_event`, or `c: [add_pm_event, lookup_similar_event]`.
 */
export function referencesInPage(page: string, source: string): PageReference[] {
  const { line: matterLine, names } = subjectsOf(source)
  const starts = headings(source)
  return [
    ...names.map((name) => ({
      place: `${page}:${matterLine}`,
      file: fullmeshFile,
      within: [name],
      section: undefined,
    })),
    ...findMentions([cElement], page, source).mentions.map(({ attributes, place, line }) => ({
      ...referenceOf(attributes, place, names),
      section: starts.findLast((heading) => heading.line <= line)?.id,
    })),
  ]
}

/**
 * The references in a text that is not a page, `<C … />` by `<C … />`: they inherit nothing.
 *
 * @throws for one that is not written as `<C>` is, by file and line
 */
export function referencesInText(file: string, text: string): Reference[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/<C [^>]*\/>/g)].flatMap(([tag]) => {
      const { mentions, problems } = findMentions([cElement], file, tag)
      const place = `${file}:${index + 1}`
      if (problems.length > 0) throw new Error(`${place}: expected ${cElement.usage}, with plain strings`)
      return mentions.map(({ attributes }) => referenceOf(attributes, place, []))
    }),
  )
}

/** The symbols of the C file that a page says it is about, and in which line it does. */
function subjectsOf(source: string): { line: number; names: string[] } {
  const matter = matterPattern.exec(source)?.[0].split('\n') ?? []
  const index = matter.findIndex((line) => line.startsWith('c: '))
  const value = matter[index]?.slice('c: '.length).replace(/^\[(.*)\]$/, '$1')
  return { line: index + 1, names: value?.split(', ') ?? [] }
}

/**
 * What one `<C … />` refers to.
 *
 * @param inherited what its lines are in if it does not say so, and they are of the file that the notes are about
 */
function referenceOf(
  { of: file = fullmeshFile, in: symbols, at }: CAttributes,
  place: string,
  inherited: string[],
): Reference {
  const inherits = symbols === undefined && at !== undefined && file === fullmeshFile
  return {
    place,
    file,
    within: symbols !== undefined ? [symbols] : inherits ? inherited : [],
    ...(inherits && { inherits }),
    ...(at !== undefined && { at }),
  }
}
