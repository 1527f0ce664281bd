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
import { type SyntaxProblem, syntaxProblem } from '../notes/syntax.ts'

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
    return syntaxProblem(error)
  }
}
