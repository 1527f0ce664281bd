import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { codeMark } from '../../reference/typography.ts'
import { matterPattern } from '../notes/matter.ts'

/** Stands in a passage for a value that is not known, such as `${count}`: it may be Chinese, Latin or a number. */
export const valueMark = '\uE001'

/** A paragraph, a heading, a cell or another text without a break, as readers see it, and its place in a source. */
export interface Passage {
  /** Its text: without markup, and with {@link codeMark} and {@link valueMark}. */
  readonly text: string
  /** The part of the source that each character is; undefined for one that is written in another way. */
  readonly at: readonly (readonly [start: number, end: number] | undefined)[]
  /** What each character takes of the source. The first of a link or of bold text takes the markup before it, too. */
  readonly around: readonly (readonly [start: number, end: number])[]
}

/** A passage that is being made. */
interface Draft {
  text: string
  at: ([start: number, end: number] | undefined)[]
  around: [start: number, end: number][]
}

/** Types of nodes inside of a passage. */
const inline = [
  'text',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'emphasis',
  'delete',
  'break',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'footnoteReference',
  'image',
]

/**
 * Finds the passages of a page.
 *
 * @param tree its syntax tree, with tables, whose offsets are those of `source`
 */
export function passagesIn(tree: Root, source: string): Passage[] {
  const found: Passage[] = []
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => inline.includes(type))) return undefined
    const draft: Draft = { text: '', at: [], around: [] }
    for (const [index, child] of node.children.entries())
      append(draft, child, node.children[index - 1], source)
    found.push(draft)
    return SKIP
  })
  return found
}

/**
 * Makes a passage of a string of a program, in which code is between backquotes, and links are Markdown.
 *
 * @param pieces the offsets of its parts in the source; there is a value between two of them
 */
export function passageOf(
  source: string,
  pieces: readonly (readonly [start: number, end: number])[],
): Passage {
  const draft: Draft = { text: '', at: [], around: [] }
  const pattern =
    /(?<code>(?<tick>\\?`)[^`]*?\k<tick>|<[A-Z]\w* [^>]*\/>)|(?<link>\[(?=[^\]]*\]\()|\]\([^)]*\))|\\(?<escaped>.)|[\s\S]/g
  for (const [piece, [start, end]] of pieces.entries()) {
    if (piece > 0) add(draft, valueMark, pieces[piece - 1]?.[1] ?? start, start)
    for (const { 0: written, index, groups = {} } of source.slice(start, end).matchAll(pattern)) {
      const { code, link, escaped } = groups
      if (link) continue
      const text = code ? codeMark : escaped === 'n' ? '\n' : (escaped ?? written)
      add(draft, text, start + index, start + index + written.length)
    }
  }
  return draft
}

/** Returns the texts in the front matter of a page that readers see. */
export function matterPassages(source: string): Passage[] {
  const [matter = ''] = matterPattern.exec(source) ?? []
  return [...matter.matchAll(/^(?:title|sidebar_label|description): (["']?)(.*)\1$/gm)].map(
    ({ 0: line, 1: quote = '', index }) =>
      passageOf(source, [
        [index + line.indexOf(': ') + 2 + quote.length, index + line.length - quote.length],
      ]),
  )
}

function append(draft: Draft, node: Nodes, before: Nodes | undefined, source: string): void {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const first = draft.text.length
  if (node.type === 'text') {
    // The space after a bold text that ends with : or 。 sets it apart from what follows; it is no space in a sentence.
    const isAfterLabel = before?.type === 'strong' && /[：。]$/.test(draft.text)
    appendText(draft, node.value, source, start, end, isAfterLabel && node.value.startsWith(' ') ? 1 : 0)
  } else if (node.type === 'break') add(draft, '\n', start, end)
  else if (node.type === 'inlineCode') add(draft, codeMark, start, end)
  else if ('children' in node && node.children.length > 0) {
    for (const [index, child] of node.children.entries())
      append(draft, child, node.children[index - 1], source)
  } else if (node.type === 'mdxJsxTextElement' && node.name === 'br') add(draft, '\n', start, end)
  else if (node.type === 'mdxJsxTextElement' && node.name !== 'wbr') add(draft, codeMark, start, end)
  const [head, tail] = [draft.around[first], draft.around.at(-1)]
  if (node.type === 'text' || !head || !tail) return
  head[0] = start
  tail[1] = end
}

/** How a character of a text can be written if it is not written as it is. */
const escapes: readonly RegExp[] = [
  // The end of a line takes the spaces before it, and the indent or the `>` of the next line.
  /[ \t]*\r?\n[ \t>]*/y,
  /\\[!-/:-@[-`{-~]/y,
  /&#?\w+;/y,
]

/** Adds the characters of a text node, except for the first `skip`. */
function appendText(
  draft: Draft,
  value: string,
  source: string,
  start: number,
  end: number,
  skip: number,
): void {
  let offset = start
  for (const [index, character] of value.split('').entries()) {
    const length = lengthIn(source, offset, character)
    const isEscaped = length > 1 && character !== '\n'
    if (index >= skip) {
      draft.text += character
      draft.at.push(isEscaped ? undefined : [offset, offset + length])
      draft.around.push([offset, Math.min(offset + length, end)])
    }
    offset += length
  }
}

/** Returns how many characters of a source write this one. */
function lengthIn(source: string, offset: number, character: string): number {
  if (source[offset] === character && !'\n\\&'.includes(character)) return 1
  for (const pattern of escapes) {
    pattern.lastIndex = offset
    const [written] = pattern.exec(source) ?? []
    if (written && (character !== '&' || written === '&amp;')) return written.length
  }
  return 1
}

function add(draft: Draft, text: string, start: number, end: number): void {
  draft.text += text
  draft.at.push(end - start === 1 ? [start, end] : undefined)
  draft.around.push([start, end])
}
