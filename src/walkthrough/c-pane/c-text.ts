/** Finds the comments, strings, keywords and functions in the text of a C file. */

import type { Lines } from '../lines.ts'

/** A comment, string or keyword, from `start` up to but not including `end`. */
export interface Token {
  kind: 'comment' | 'string' | 'keyword'
  start: number
  end: number
}

const opening =
  /\/\*|\/\/|["']|\b(?:break|case|const|continue|default|do|else|enum|extern|for|goto|if|inline|return|sizeof|static|struct|switch|typedef|union|unsigned|void|volatile|while)\b/g

/** The most characters before the body of a function. A longer text, or one with an empty line, is no head. */
const longHead = 4000

/** Finds comments, strings and keywords in any text, in linear time. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  opening.lastIndex = 0
  let found = opening.exec(text)
  while (found) {
    const start = found.index
    const [mark] = found
    if (mark === '/*') tokens.push({ kind: 'comment', start, end: after('*/', text, start + 2) })
    else if (mark === '//') tokens.push({ kind: 'comment', start, end: before('\n', text, start) })
    else if (mark === '"' || mark === "'") tokens.push({ kind: 'string', start, end: quoted(text, start) })
    else tokens.push({ kind: 'keyword', start, end: opening.lastIndex })
    opening.lastIndex = tokens.at(-1)?.end ?? text.length
    found = opening.exec(text)
  }
  return tokens
}

function after(end: string, text: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at + end.length
}

function before(end: string, text: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at
}

/** Returns the end of a string: after the same quote, or at the end of the line. */
function quoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at + 1
    else if (text[at] === '\n') return at
  }
  return text.length
}

/**
 * Finds the lines of each function, by name, in any text.
 *
 * The code has the style of the kernel: a definition begins in the first column, and ends with the next `}` in the first
 * column. Braces are not counted, because `#if` and `#else` may each open the same one. Of two definitions of one name,
 * of which the preprocessor would choose one, the longer is taken.
 */
export function functionsIn(text: string, tokens = tokensOf(text)): Map<string, Lines> {
  const found = new Map<string, Lines>()
  const add = (name: string, first: number, last: number) => {
    const [otherFirst, otherLast] = found.get(name) ?? [0, -1]
    if (last - first > otherLast - otherFirst) found.set(name, [first, last])
  }
  /** The text that may be the head of a function, its first line, and its parentheses so far. */
  let head = ''
  let first = 0
  let [opened, closed] = [0, 0]
  /** The function whose body this is; '' for anything else in braces. */
  let body: string | undefined
  let isDirective = false

  for (const [index, line] of blank(text, tokens).split('\n').entries()) {
    const number = index + 1
    const wasContinued = isDirective
    isDirective = wasContinued || /^\s*#/.test(line)
    if (isDirective) {
      isDirective = line.endsWith('\\')
      continue
    }
    if (body !== undefined) {
      if (!line.startsWith('}')) continue
      if (body) add(body, first, number)
      body = undefined
      continue
    }
    // A new head begins in the first column, unless a list of parameters is open or has not begun.
    if (/^[a-z_]/i.test(line) && (!head || (opened > 0 && opened === closed))) {
      head = ''
      first = number
      opened = closed = 0
    } else if (!head && !line.startsWith('{')) {
      continue
    }
    const end = line.search(/[;{]/)
    if (line === '' || head.length + line.length > longHead) {
      head = ''
    } else if (end < 0) {
      head += `${line}\n`
      opened += line.split('(').length - 1
      closed += line.split(')').length - 1
    } else {
      const name = line[end] === '{' ? nameIn(head + line.slice(0, end)) : undefined
      if (name !== undefined && !line.includes('}', end)) body = name
      else if (name) add(name, first, number)
      head = ''
    }
  }
  return found
}

/** Replaces comments and strings with spaces. Every line keeps its number. */
function blank(text: string, tokens: Token[]): string {
  let [blanked, at] = ['', 0]
  for (const { kind, start, end } of tokens) {
    if (kind === 'keyword') continue
    blanked += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return blanked + text.slice(at)
}

/** Returns the name of the function with this head; '' for a structure, or a table of values. */
function nameIn(head: string): string {
  const bare = head.replace(/__attribute__\s*\(\(.*?\)\)/gs, '')
  return bare.includes('=') ? '' : (/\b([a-z_]\w*)\s*\(/i.exec(bare)?.[1] ?? '')
}
