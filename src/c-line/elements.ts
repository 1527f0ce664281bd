import { fullmeshFile } from '../../reference/kernel-source.ts'
import { headings } from '../notes/headings.ts'
import { findElements, type Node } from '../notes/pages.ts'
import type { Reference } from './reference.ts'

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
    ...findElements('C', source).map((node) => {
      const line = node.position?.start.line ?? 1
      return {
        ...referenceOf(node, `${page}:${line}`, names),
        section: starts.findLast((heading) => heading.line <= line)?.id,
      }
    }),
  ]
}

/** The references in a text that is not a page, `<C … />` by `<C … />`: they inherit nothing. */
export function referencesInText(file: string, text: string): Reference[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/<C [^>]*\/>/g)].flatMap(([tag]) =>
        findElements('C', tag).map((node) => referenceOf(node, `${file}:${index + 1}`, [])),
      ),
    )
}

/** The symbols of the C file that a page says it is about, and in which line it does. */
export function subjectsOf(source: string): { line: number; names: string[] } {
  const matter = /^---\n[\s\S]*?\n---\n/.exec(source)?.[0].split('\n') ?? []
  const index = matter.findIndex((line) => line.startsWith('c: '))
  const value = matter[index]?.slice('c: '.length).replace(/^\[(.*)\]$/, '$1')
  return { line: index + 1, names: value?.split(', ') ?? [] }
}

/**
 * What one `<C … />` refers to.
 *
 * @param inherited what its lines are in if it does not say so, and they are of the file that the notes are about
 */
export function referenceOf({ attributes = [] }: Node, place: string, inherited: string[]): Reference {
  const values = new Map(attributes.map(({ name, value }) => [name, value]))
  const textOf = (name: string) =>
    typeof values.get(name) === 'string' ? String(values.get(name)) : undefined
  const unexpected = attributes.find(
    ({ name = '' }) => !/^(of|in|at)$/.test(name) || textOf(name) === undefined,
  )
  const [file = fullmeshFile, symbols, at] = [textOf('of'), textOf('in'), textOf('at')]
  const inherits = symbols === undefined && at !== undefined && file === fullmeshFile
  return {
    place,
    file,
    within: symbols !== undefined ? [symbols] : inherits ? inherited : [],
    ...(inherits && { inherits }),
    ...(at !== undefined && { at }),
    ...(unexpected && { unexpected: unexpected.name ?? '{…}' }),
  }
}
