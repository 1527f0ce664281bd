/** A place where a text is not MDX. */
export interface SyntaxProblem {
  /** Counted from 1, as the column is. */
  line: number
  column: number
  /**
   * What is wrong: a tag is not closed, or not opened, or is none; a brace is not closed, or what it holds is no
   * expression. Undefined for anything else.
   */
  kind: 'unclosed' | 'unopened' | 'tag' | 'brace' | 'expression' | undefined
  /** The tag that is not closed: `<b>`. */
  tag: string
  /** What the parser says. */
  message: string
}

interface Point {
  line: number
  column: number
}

/** An error of the parsers of MDX. */
interface ParseError {
  ruleId?: string
  source?: string
  place?: Point | { start: Point }
  reason?: string
  message: string
}

/** Reads an error of the parser. For a tag that is not closed the place is in the text of the error only. */
export function syntaxProblem(error: unknown): SyntaxProblem {
  const { ruleId, source, place, reason, message } = error as ParseError
  const [, tag = '', line, column] = /\bfor `(<[^`]*>)` \((\d+):(\d+)/.exec(reason ?? '') ?? []
  const start = place && 'start' in place ? place.start : place
  return {
    line: Number(line ?? start?.line ?? 1),
    column: Number(column ?? start?.column ?? 1),
    kind: kindOf(ruleId, source, tag),
    tag,
    message: reason ?? message,
  }
}

function kindOf(rule: string | undefined, source: string | undefined, tag: string): SyntaxProblem['kind'] {
  if (tag) return 'unclosed'
  if (rule === 'unexpected-closing-slash') return 'unopened'
  if (source?.endsWith('mdx-expression')) return rule === 'acorn' ? 'expression' : 'brace'
  return source?.endsWith('mdx-jsx') ? 'tag' : undefined
}

/** Returns true for a tag of an element of the site, which has no content: `<Example>`. */
const isElement = (tag: string) => /^<[A-Z]/.test(tag)
const closing = (tag: string) => tag.replace('<', '</')
const empty = (tag: string) => tag.replace('>', ' … />')

/** What is wrong, and what to write: the same in the editor of the page and in the messages of the checks. */
export const syntaxWords = {
  zh: ({ kind, tag, message }: SyntaxProblem) => {
    const kinds = {
      unclosed: isElement(tag)
        ? `标签 ${tag} 没有闭合：写作 ${empty(tag)}。`
        : `标签 ${tag} 没有闭合：请在同一段中加上 ${closing(tag)}；若是文字，写作 \\${tag}。`,
      unopened: '这个闭合标签前面没有对应的开始标签；若是文字，< 写作 \\<。',
      tag: '< 后面不是完整的标签；若是文字，< 写作 \\<。',
      brace: '{ 没有对应的 }；若是文字，{ 写作 \\{。',
      expression: '{ } 中的内容不是 JavaScript 表达式；若是文字，{ 写作 \\{。',
    }
    return kind ? kinds[kind] : `不是有效的 MDX：${message}`
  },
  en: ({ kind, tag, message }: SyntaxProblem) => {
    const kinds = {
      unclosed: isElement(tag)
        ? `${tag} is not closed: write ${empty(tag)}`
        : `${tag} is not closed: add ${closing(tag)} in the same paragraph, or write \\${tag} if it is text`,
      unopened: 'this closing tag has no opening tag before it; if it is text, write < as \\<',
      tag: 'what follows < is not a complete tag; if it is text, write < as \\<',
      brace: '{ has no } after it; if it is text, write { as \\{',
      expression: 'what is between { and } is no JavaScript expression; if it is text, write { as \\{',
    }
    return kind ? kinds[kind] : `this is not valid MDX: ${message}`
  },
}
