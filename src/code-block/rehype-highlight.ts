import type { Element, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { languageOf } from '../../reference/languages.ts'
import { buildElement, nodeOf } from '../notes/built-element.ts'
import { highlight } from '../notes/highlight.ts'
import { fileOf } from '../notes/pages.ts'
import { codeBlock } from './CodeBlock.tsx'

/**
 * Replaces every fenced block by one built element with highlighted code.
 *
 * One element with HTML, not a tree of spans: React has no nodes to compare.
 */
export function rehypeHighlight() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const blocks: { code: Element; index: number; parent: Parents }[] = []
    visit(tree, 'element', ({ tagName, children: [code] }, index, parent) => {
      if (tagName === 'pre' && code?.type === 'element' && code.tagName === 'code' && parent)
        blocks.push({ code, index: index ?? 0, parent })
    })
    for (const { code, index, parent } of blocks)
      parent.children[index] = (await highlighted(code, file)) as never
  }
}

async function highlighted(code: Element, file: VFile) {
  const text = code.children.map((child) => ('value' in child ? child.value : '')).join('')
  const classes = Array.isArray(code.properties.className) ? code.properties.className : []
  const prefix = 'language-'
  const named = classes.map(String).find((name) => name.startsWith(prefix))
  const language = named?.slice(prefix.length) ?? 'text'
  try {
    const html = await highlight(text.replace(/\n$/, ''), language)
    return nodeOf(buildElement(codeBlock(html, language, languageOf(file.path))))
  } catch (cause) {
    const line = code.position?.start.line ?? 1
    throw new Error(`${fileOf(file)}:${line}: ${(cause as Error).message}`, { cause })
  }
}
