/**
 * What the editor of a section seals: components, comments, imports, and the keys of the front matter.
 *
 * They are found by their form, not by parsing, so that they stay sealed while the text around them is broken.
 */

/** A part of a text that is shown as a chip and is not edited. */
export interface Token {
  from: number
  to: number
  kind: 'component' | 'id' | 'comment' | 'expression' | 'import' | 'matter'
  /** Its source. */
  text: string
  /** What the chip says. */
  label: string
}

/** Matches an opening, closing or empty tag. */
const tag = /<\/?(?:[A-Za-z][\w.:-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)?\s*\/?>/y

/** Matches an expression in braces; those in it may hold one level more. */
const expression = /\{(?:\/\*[\s\S]*?\*\/|[^{}]|\{[^{}]*\})*\}/y

/** Matches the lines of an import or an export. */
const moduleLines = /(?:import|export)\s[^\n]*(?:\n[^\n]+)*/y

/** Matches what opens a block of code, with the spaces before it. */
const fence = /[ \t]*(?:[-*+>]\s+|\d+[.)]\s+)*(`{3,}|~{3,})[^\n]*/y

/** Finds the tokens of a section, in order. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = []
  const add = (from: number, to: number, kind: Token['kind'], label?: string) => {
    const source = text.slice(from, to)
    tokens.push({ from, to, kind, text: source, label: label ?? source })
    return to
  }

  let at = text.startsWith('---\n') ? sealMatter(text, add) : 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  while (at < text.length) {
    if (at === 0 || text[at - 1] === '\n') {
      const opening = match(fence)
      if (opening) {
        at = endOfFence(text, at + opening[0].length, opening[1] ?? '')
        continue
      }
      const lines = (at === 0 || /\n[ \t]*\n$/.test(text.slice(0, at))) && match(moduleLines)
      if (lines) {
        at = add(at, at + lines[0].length, 'import')
        continue
      }
    }
    const character = text[at]
    if (character === '\\') at += 2
    else if (character === '`') {
      const [mark = ''] = match(/`+/y) ?? []
      at = endOfCode(text, at, mark) ?? at + mark.length
    } else if (character === '<') {
      const [source] = match(tag) ?? []
      at = source ? add(at, at + source.length, 'component', labelOf(source)) : at + 1
    } else if (character === '{') {
      const [source] = match(expression) ?? []
      at = source ? add(at, at + source.length, ...kindOf(source)) : at + 1
    } else at += 1
  }
  return tokens
}

/** Returns where the text of a section begins: its first character that is not of the front matter. */
export function beginningOf(text: string): number {
  const { to = 0 } = tokensIn(text).findLast(({ kind }) => kind === 'matter') ?? {}
  const after = text.slice(to).search(/\S/)
  return after < 0 ? text.length : to + after
}

/**
 * Returns the tokens of `original` that are not in `edited`, each as often as it is missing.
 *
 * Tokens are compared by their source. Where they stand does not count.
 */
export function missingTokens(original: readonly Token[], edited: readonly Token[]): Token[] {
  const left = edited.map(({ text }) => text)
  return original.filter(({ text }) => {
    const index = left.indexOf(text)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

/** The keys of the front matter whose values are prose. */
export const proseKeys: readonly string[] = ['title', 'sidebar_label', 'description']

/** Seals the front matter except for the values that are prose. Returns its end. */
function sealMatter(text: string, add: (from: number, to: number, kind: 'matter') => number): number {
  let at = 0
  for (const line of text.split('\n')) {
    const [key, name = ''] = /^(\w+): ?/.exec(line) ?? [line]
    const isProse = proseKeys.includes(name)
    if (line) add(at, at + (isProse ? key : line).length, 'matter')
    at += line.length + 1
    if (line === '---' && at > 4) break
  }
  return Math.min(at, text.length)
}

/** Returns the end of a block of code, given the end of its first line and its fence. */
function endOfFence(text: string, from: number, mark: string): number {
  const closing = new RegExp(`\\n[ \\t>]*${mark[0]}{${mark.length},}[ \\t]*(?=\\n|$)`, 'g')
  closing.lastIndex = from
  return closing.exec(text) ? closing.lastIndex : text.length
}

/** Returns the end of inline code; undefined if it is not closed in its paragraph. */
function endOfCode(text: string, from: number, mark: string): number | undefined {
  const begin = from + mark.length
  const [paragraph = ''] = text.slice(begin).split(/\n[ \t]*\n/)
  const closing = new RegExp(`(?<!\`)${mark}(?!\`)`).exec(paragraph)
  return closing ? begin + closing.index + mark.length : undefined
}

/** Returns what the chip of a tag says: its name and the value of its last attribute. */
function labelOf(source: string): string {
  const [, name = ''] = /<(\/?[\w.:-]*)/.exec(source) ?? []
  const last = [...source.matchAll(/=\s*(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\})/g)].at(-1)
  return [name, ...(last?.slice(1) ?? [])].filter(Boolean).join(' ')
}

function kindOf(source: string): [kind: Token['kind'], label?: string] {
  const [, id] = /^\{\/\*\s*(#\S+)\s*\*\/\}$/.exec(source) ?? []
  if (id) return ['id', id]
  return [/^\{\s*\/\*[\s\S]*\*\/\s*\}$/.test(source) ? 'comment' : 'expression']
}
