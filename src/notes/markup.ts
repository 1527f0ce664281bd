import { createProcessor } from '@mdx-js/mdx'

/** The parts of a page's syntax tree that are made here. */
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

/** What may stand inside an element: text, which is taken literally, or nodes. */
export type Content = string | Markup | readonly Content[]

/** `<tag …>children</tag>` */
export function element(tag: string, properties: Properties, ...children: Content[]): Markup {
  return { type: 'element', data: { hName: tag, hProperties: properties }, children: nodes(children) }
}

export function code(value: string): Markup {
  return { type: 'inlineCode', value }
}

/** A long name, which may be broken behind its `_`, `.` and `/` and before its capitals. */
export function breakable(name: string): Content[] {
  const parts = name.split(/(?<=[_./])|(?<=[a-z])(?=[A-Z])/)
  return parts.flatMap((part, index) => (index ? [element('wbr', {}), part] : [part]))
}

export function breakableCode(name: string): Markup {
  return element('code', {}, ...breakable(name))
}

/** A link as Markdown has it: to a `./file.mdx`, or away from the site. */
export function link(url: string, ...children: Content[]): Markup {
  return { type: 'link', url, children: nodes(children) }
}

export function heading(depth: number, id: string, ...children: Content[]): Markup {
  return { type: 'heading', depth, data: { id, hProperties: { id } }, children: nodes(children) }
}

export function paragraph(...children: Content[]): Markup {
  return { type: 'paragraph', children: nodes(children) }
}

/** Text with `code` in backquotes and nothing else. */
export function plain(text: string): Markup[] {
  return nodes(text.split('`').map((part, index) => (index % 2 ? code(part) : part)))
}

/** One paragraph of MDX: emphasis, links, `<C at="…" />`. */
export function mdx(text: string): Markup[] {
  const root = createProcessor({ format: 'mdx' }).parse(text) as Markup
  const [first] = root.children ?? []
  if (root.children?.length !== 1 || !first) throw new Error(`expected one paragraph of MDX: ${text}`)
  // What begins and ends with an element is no paragraph to MDX.
  const inline =
    first.type === 'paragraph' ? (first.children ?? []) : [{ ...first, type: 'mdxJsxTextElement' }]
  return inline.map(withoutPosition)
}

/** A table whose first row is its head. */
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

/** Everything in a list but what is left out, with `separator` between two. */
export function joined(separator: string, items: readonly Content[]): Content[] {
  return items.flatMap((item, index) => (index ? [separator, item] : [item]))
}

function nodes(content: Content): Markup[] {
  if (typeof content === 'string') return content ? [{ type: 'text', value: content }] : []
  return 'type' in content ? [content as Markup] : (content as readonly Content[]).flatMap(nodes)
}

function withoutPosition({ position, ...node }: Markup): Markup {
  return node.children ? { ...node, children: node.children.map(withoutPosition) } : node
}
