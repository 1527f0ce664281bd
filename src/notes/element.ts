import type { Nodes, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../../reference/languages.ts'
import { nearest, type Page, parsePage, readPages } from './pages.ts'

/** What the attributes of an element say, by their names. */
export type Attributes = { readonly [name: string]: string | undefined }

/**
 * The elements of one name, such as `<CallStack of="new_session-01" />`: how a page writes them, what they show, and
 * where they have to be. By its description `check-elements.ts` checks them, and `remark-elements.ts` gives them their data.
 */
export interface PageElement<A extends Attributes = Attributes> {
  readonly name: string
  /** All ways to write it, for messages: `<CallStack of="ID" /> or <CallStack of="ID ID" />`. */
  readonly usage: string
  /** Its attributes. All are strings that are not empty. */
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  /** False for attributes that do not go together. */
  fit?(attributes: A): boolean
  /** What a page can show only once, since it has an address on the page. */
  once?(attributes: A): readonly string[]
  /** True if the pages of the two languages need not have these elements in the same order. */
  readonly isFree?: true
  /** What else it is checked against, in the site in `siteDir`. */
  checks?(siteDir: string): Checks<A>

  /** The module with the data that the build generated for it; it becomes the attribute `data`. */
  data?(attributes: A): string
  /** Attributes to add, by their names; `mentions` are all elements of the page that get data. */
  more?(attributes: A, mentions: readonly Mention[]): Readonly<Record<string, string>>
  /** What stands in its place; for an element that needs no component. */
  replace?(attributes: A, context: Context, node: ElementNode): RootContent[]
}

/** Where an element stands. */
interface Context {
  language: Language
  siteDir: string
  /** The file of its page, and its line. */
  place: string
}

/** What elements of a name are checked against. */
export interface Checks<A extends Attributes = Attributes> {
  /** The names in its attributes, with those that there are. */
  names?(attributes: A): readonly Name[]
  /** What some page has to show. */
  shown?: readonly Shown<A>[]
  /** The pages that have to have such an element and have not: one message each, beginning with a file and a line. */
  missing?(pages: readonly MarkedPage[]): readonly string[]
}

/** A name that an attribute gives. */
export interface Name {
  /** What it should name: `call stack`. */
  what: string
  name: string
  known: readonly string[]
}

/** Something that some page has to show. */
interface Shown<A extends Attributes = Attributes> {
  /** `the call stack "new_session-01"` */
  what: string
  /** Where it stands: a file and a line. */
  place: string
  isIn(attributes: A): boolean
}

/** An element on a page. */
export interface Mention {
  name: string
  line: number
  /** The file of its page, and its line. */
  place: string
  attributes: Attributes
}

/** A page with its elements, in order. */
export interface MarkedPage extends Page {
  mentions: readonly Mention[]
}

/** An element in the tree of a page. */
export type ElementNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

/**
 * Reads an element.
 *
 * @param file of the page, from the root of the site
 * @throws if it is not written as its description has it, by file and line
 */
export function readMention(element: PageElement, node: ElementNode, file: string): Mention {
  const { name, usage, required = [], optional = [] } = element
  const line = node.position?.start.line ?? 1
  const place = `${file}:${line}`
  const attributes: Record<string, string> = {}
  let isRight = true
  for (const attribute of node.attributes) {
    const { value } = attribute
    if (attribute.type === 'mdxJsxAttribute' && typeof value === 'string' && value)
      attributes[attribute.name] = value
    else isRight = false
  }
  isRight &&= required.every((name) => name in attributes)
  isRight &&= Object.keys(attributes).every((name) => required.includes(name) || optional.includes(name))
  if (!isRight || element.fit?.(attributes) === false)
    throw new Error(`${place}: expected ${usage}, with plain strings`)
  return { name, line, place, attributes }
}

/** Finds elements on a page, in order, and what is wrong with those that cannot be read. */
export function findMentions(
  elements: readonly PageElement[],
  file: string,
  source: string,
): { mentions: Mention[]; problems: string[] } {
  const mentions: Mention[] = []
  const problems: string[] = []
  visit(parsePage(source), isElement, (node: ElementNode) => {
    const element = elements.find(({ name }) => name === node.name)
    if (!element) return
    try {
      mentions.push(readMention(element, node, file))
    } catch (error) {
      problems.push((error as Error).message)
    }
  })
  return { mentions, problems }
}

/**
 * The elements of one name on all pages of the site in `siteDir`, in both languages. Those that are not
 * written rightly are left out: {@link checkElements} reports them.
 */
export function findAll(element: PageElement, siteDir: string): Mention[] {
  return readPages(siteDir).flatMap(({ file, source }) => findMentions([element], file, source).mentions)
}

/** True for an element, such as `<C at="1070" />`. */
export function isElement(node: { type: string }): node is ElementNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** One message for each name that is not known, without the place. */
export function unknownNames(names: readonly Name[]): string[] {
  return names
    .filter(({ name, known }) => !known.includes(name))
    .map(({ what, name, known }) => `there is no ${what} "${name}"${nearest(name, known)}`)
}
