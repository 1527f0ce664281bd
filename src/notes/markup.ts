import { createProcessor } from '@mdx-js/mdx'

/** A node of a page's syntax tree, with the properties that these functions set. */
export interface Markup {
  type: string
  value?: string
  url?: string
  depth?: number
  name?: string | null
  attributes?: { type: string; name?: string; value?: unknown }[]
  data?: { id?: string; hName?: string; hProperties?: Properties }
  children?: Markup[]
  position?: { start: { line: number } }
}

type Properties = Record<string, string | number | true>

/** The content of an element: literal text, nodes, or nothing. */
export type Content = string | false | undefined | Markup | readonly Content[]

/** Makes `<tag …>children</tag>`. */
export function element(tag: string, properties: Properties, ...children: Content[]): Markup {
  return { type: 'element', data: { hName: tag, hProperties: properties }, children: nodes(children) }
}

/** Makes inline code. */
export function code(value: string): Markup {
  return { type: 'inlineCode', value }
}

/** Cuts a long name where it can be broken: after `_`, `.` and `/`, and before capitals. */
export function partsOf(name: string): string[] {
  return name.split(/(?<=[_./])|(?<=[a-z])(?=[A-Z])/)
}

/** Makes a long name that can be broken, as {@link partsOf} cuts it. */
export function breakable(name: string): Content[] {
  return partsOf(name).flatMap((part, index) => (index ? [element('wbr', {}), part] : [part]))
}

/** Makes inline code that can be broken like {@link breakable}. */
export function breakableCode(name: string): Markup {
  return element('code', {}, ...breakable(name))
}

/** Makes a Markdown link: to a `./file.mdx`, or to another site. */
export function link(url: string, ...children: Content[]): Markup {
  return { type: 'link', url, children: nodes(children) }
}

/** Makes a heading. `depth` is 2 for `##`. Its section is not in the file of the page, which `data-made` says. */
export function heading(depth: number, id: string, ...children: Content[]): Markup {
  const hProperties = { id, 'data-made': true } as const
  return { type: 'heading', depth, data: { id, hProperties }, children: nodes(children) }
}

/** Makes a paragraph. */
export function paragraph(...children: Content[]): Markup {
  return { type: 'paragraph', children: nodes(children) }
}

/** Makes text in which only backquotes for `code` have a meaning. */
export function plain(text: string): Markup[] {
  return nodes(text.split('`').map((part, index) => (index % 2 ? code(part) : part)))
}

const processor = createProcessor({ format: 'mdx' })

/** Parses one paragraph of MDX: emphasis, links, `<C at="…" />`. Returns its content. */
export function mdx(text: string): Markup[] {
  const root = processor.parse(text) as Markup
  const [first] = root.children ?? []
  if (root.children?.length !== 1 || !first) throw new Error(`expected one paragraph of MDX: ${text}`)
  // MDX makes no paragraph of a text that is one element.
  const inline =
    first.type === 'paragraph' ? (first.children ?? []) : [{ ...first, type: 'mdxJsxTextElement' }]
  return inline.map(withoutPosition)
}

/** Makes a table. The first row is its head. */
export function table(className: string, [head = [], ...rows]: Content[][]): Markup {
  const row = (tag: string, cells: Content[], properties: Properties = {}) =>
    element('tr', {}, ...cells.map((cell) => element(tag, properties, cell)))
  return element(
    'table',
    { className },
    element('thead', {}, row('th', head, { scope: 'col' })),
    element('tbody', {}, ...rows.map((cells) => row('td', cells))),
  )
}

/** Puts `separator` between the items of a list. */
export function joined(separator: string, items: readonly Content[]): Content[] {
  return items.flatMap((item, index) => (index ? [separator, item] : [item]))
}

function nodes(content: Content): Markup[] {
  if (!content) return []
  if (typeof content === 'string') return [{ type: 'text', value: content }]
  return 'type' in content ? [content as Markup] : (content as readonly Content[]).flatMap(nodes)
}

function withoutPosition({ position, ...node }: Markup): Markup {
  return node.children ? { ...node, children: node.children.map(withoutPosition) } : node
}
