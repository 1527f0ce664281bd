import type { RootContent } from 'mdast'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import { findMentions, type PageElement } from '../notes/element.ts'
import { headings } from '../notes/headings.ts'
import { matterPattern } from '../notes/pages.ts'
import { linesOf, type Reference } from './reference.ts'

type CAttributes = { of?: string; in?: string; at?: string }

/**
 * `<C in="add_pm_event" at="1070" />`: a link to lines in the public copy of the kernel tree. Without `at` it links to
 * all lines of the symbol; without `in` the line is in a symbol that the page is about. `check.ts` checks the lines,
 * and compares the two languages.
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
        data: { _mdxExplicitJsx: true } as object, // an <a> as written on a page, not the component for Markdown links
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
  /** The id of its section; undefined before the first. */
  readonly section: string | undefined
}

/**
 * Finds the references of a page: `<C in="add_pm_event" at="1070" />`, and the symbols in its front matter,
 * `c: add_pm_event` or `c: [add_pm_event, lookup_similar_event]`.
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
 * Finds every `<C … />` in a text that is not a page. They inherit no symbol.
 *
 * @throws if the attributes of one are invalid; the message names the file and the line
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

/** Returns the symbols in the front matter of a page, and their line. */
function subjectsOf(source: string): { line: number; names: string[] } {
  const matter = matterPattern.exec(source)?.[0].split('\n') ?? []
  const index = matter.findIndex((line) => line.startsWith('c: '))
  const value = matter[index]?.slice('c: '.length).replace(/^\[(.*)\]$/, '$1')
  return { line: index + 1, names: value?.split(', ') ?? [] }
}

/**
 * Returns the reference of one `<C … />`.
 *
 * @param inherited symbols for a line of `mptcp_fullmesh.c` without `in`
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
