import type { Nodes, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../../reference/languages.ts'
import { codeDigest, keep } from './on-disk.ts'
import { nearest, type Page, parsePage, readPages } from './pages.ts'
import { remember } from './remember.ts'

/** The values of an element's attributes, by name. */
export type Attributes = { readonly [name: string]: string | undefined }

/**
 * The description of all elements of one name, such as `<CallStack of="new_session-01" />`. `check-elements.ts` checks
 * the pages by it; `remark-elements.ts` gives the elements their data.
 */
export interface PageElement<A extends Attributes = Attributes> {
  readonly name: string
  /** All ways to write the element, for messages: `<CallStack of="ID" /> or <CallStack of="ID ID" />`. */
  readonly usage: string
  /** Names of its attributes. Every value is a string that is not empty. */
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  /** Returns false for attributes that exclude each other. */
  fit?(attributes: A): boolean
  /** Returns ids that a page can have only once, because they are addresses on the page. */
  once?(attributes: A): readonly string[]
  /** True if the pages of the two languages need not have these elements in the same order. */
  readonly isFree?: true
  /** Returns further checks, for the site in `siteDir`. */
  checks?(siteDir: string): Checks<A>

  /** Returns the generated module with the data of the element; the data become the attribute `data`. */
  data?(attributes: A): string
  /** Returns attributes to add, by name; `mentions` are all elements of the page that get data. */
  more?(attributes: A, mentions: readonly Mention[]): Readonly<Record<string, string>>
  /** Returns the id and the title under which the list of the sections of the page has the element. */
  inContents?(attributes: A, context: Context): Listed
  /** Returns the nodes that replace the element, if it needs no component. */
  replace?(attributes: A, context: Context, node: ElementNode): RootContent[]
}

/** A part of a page in the list of its sections. */
interface Listed {
  id: string
  /** Backquotes mean code. */
  title: string
}

/** The page and the line of an element. */
interface Context {
  language: Language
  siteDir: string
  /** `docs/ops/new-session.mdx:12` */
  place: string
}

/** Checks of the elements of one name. */
export interface Checks<A extends Attributes = Attributes> {
  /** Returns the names in the attributes of an element. */
  names?(attributes: A): readonly Name[]
  /** Things that a page has to show. */
  shown?: readonly Shown<A>[]
  /** Returns one message, beginning with a file and a line, for each page that lacks a required element. */
  missing?(pages: readonly MarkedPage[]): readonly string[]
}

/** A name in an attribute. */
export interface Name {
  /** The kind of thing that it should name: `call stack`. */
  what: string
  name: string
  known: readonly string[]
}

/** A thing that a page has to show. */
interface Shown<A extends Attributes = Attributes> {
  /** `the call stack "new_session-01"` */
  what: string
  /** The file and line that define it. */
  place: string
  isIn(attributes: A): boolean
}

/** An element on a page. */
export interface Mention {
  name: string
  line: number
  /** `docs/ops/new-session.mdx:12` */
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
 * @param file the page, from the root of the site
 * @throws if its attributes do not fit the description; the message names the file and the line
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

/** Finds the elements of a page, in order, and the problems of those that cannot be read. */
export function findMentions(
  elements: readonly PageElement[],
  file: string,
  source: string,
): { mentions: Mention[]; problems: string[] } {
  const mentions: Mention[] = []
  const problems: string[] = []
  for (const node of elementsIn(source)) {
    const element = elements.find(({ name }) => name === node.name)
    if (!element) continue
    try {
      mentions.push(readMention(element, node, file))
    } catch (error) {
      problems.push((error as Error).message)
    }
  }
  return { mentions, problems }
}

const code = codeDigest()

/** Returns the elements of a page, in order, without what is inside of them. */
const elementsIn = remember((source) =>
  keep('elements', [code, source], () => {
    const found: ElementNode[] = []
    visit(parsePage(source), isElement, (node: ElementNode) => {
      found.push({ ...node, children: [] })
    })
    return found
  }),
)

/**
 * Finds the elements of one name on all pages of the site in `siteDir`, in both languages. Invalid ones are left out:
 * `checkElements` reports them.
 */
export function findAll(element: PageElement, siteDir: string): Mention[] {
  return readPages(siteDir).flatMap(({ file, source }) => findMentions([element], file, source).mentions)
}

/** Returns true for an element, such as `<C at="1070" />`. */
export function isElement(node: { type: string }): node is ElementNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Returns one message for each unknown name, without file and line. */
export function unknownNames(names: readonly Name[]): string[] {
  return names
    .filter(({ name, known }) => !known.includes(name))
    .map(({ what, name, known }) => `there is no ${what} "${name}"${nearest(name, known)}`)
}
