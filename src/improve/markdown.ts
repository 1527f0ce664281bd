import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression'
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfm } from 'micromark-extension-gfm'
import { mdxExpression } from 'micromark-extension-mdx-expression'
import { mdxJsx } from 'micromark-extension-mdx-jsx'
import { mdxMd } from 'micromark-extension-mdx-md'
import { withoutFrontMatter } from '../notes/matter.ts'

/** A place where a text is not MDX. */
export interface SyntaxProblem {
  /** Counted from 1. */
  line: number
  /** What is wrong: a tag is not closed, or not opened, or is none; a brace is not closed. Undefined for anything else. */
  kind: 'unclosed' | 'unopened' | 'tag' | 'brace' | undefined
  /** The tag that is not closed: `<b>`. */
  tag: string
  /** What the parser says. */
  message: string
}

const options = {
  extensions: [gfm(), cjkFriendlyExtension(), mdxJsx(), mdxExpression(), mdxMd()],
  mdastExtensions: [gfmFromMarkdown(), mdxJsxFromMarkdown(), mdxExpressionFromMarkdown()],
}

/**
 * Parses a section as the build does, but runs none of it: expressions stay text.
 *
 * @returns its tree, without the front matter and with the offsets of the text; or where it is no MDX
 */
export function parseSection(text: string): Root | SyntaxProblem {
  try {
    return fromMarkdown(withoutFrontMatter(text), options)
  } catch (error) {
    const { line, place, reason, message, ruleId, source } = error as {
      ruleId?: string
      source?: string
      line?: number
      place?: { line?: number; start?: { line: number } }
      reason?: string
      message: string
    }
    const [, tag = ''] = /\bfor `(<[^`]*>)`/.exec(reason ?? '') ?? []
    return {
      line: line ?? place?.line ?? place?.start?.line ?? 1,
      kind: kindOf(ruleId, source, tag),
      tag,
      message: reason ?? message,
    }
  }
}

function kindOf(rule: string | undefined, source: string | undefined, tag: string): SyntaxProblem['kind'] {
  if (tag) return 'unclosed'
  if (rule === 'unexpected-closing-slash') return 'unopened'
  if (source?.endsWith('mdx-expression')) return 'brace'
  return source?.endsWith('mdx-jsx') ? 'tag' : undefined
}
