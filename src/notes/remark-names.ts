import type { InlineCode, Nodes, Parents, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { languageOf, pathOf } from '../../reference/languages.ts'
import { symbolAddress } from '../../reference/symbol-ids.ts'

/** Nodes in which names are no links: links, and headings, which have a link of their own. */
const untouched = ['link', 'linkReference', 'heading', 'definition']

/**
 * Makes a remark plugin that links each name of the C file that stands in the text as `code` to its entry on the page
 * of symbols. The link is an `<a>` as written on a page, and no component.
 *
 * @param base the address of the site: `/`
 */
export function remarkNames(base: string) {
  return () =>
    (tree: Root): void => {
      const site = base + pathOf(languageOf(process.env.DOCUSAURUS_CURRENT_LOCALE ?? ''))
      visit(tree, (node: Nodes, index?: number, parent?: Parents) => {
        if (untouched.includes(node.type) || ('name' in node && node.name === 'a')) return SKIP
        const href = node.type === 'inlineCode' && symbolAddress(node.value, site)
        if (!href || !parent || index === undefined) return
        parent.children[index] = linkTo(href, node as InlineCode) as never
        return SKIP
      })
    }
}

function linkTo(href: string, code: InlineCode) {
  return {
    type: 'mdxJsxTextElement',
    name: 'a',
    data: { _mdxExplicitJsx: true },
    attributes: [{ type: 'mdxJsxAttribute', name: 'href', value: href }],
    children: [code],
  }
}
