import { relative } from 'node:path'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import { languageOf } from '../../reference/languages.ts'
import { buildElement, nodeOf } from '../notes/built-element.ts'
import { highlight } from '../notes/highlight.ts'
import { codeBlock } from './CodeBlock.tsx'

/**
 * Replaces every fenced block by one element that the build made, with highlighted code.
 *
 * One element with its HTML instead of a tree of spans: React has nothing to walk through.
 */
export function rehypeHighlight() {
  return async (tree: Root, file: VFile): Promise<void> => {
    await replaceIn(tree, file)
  }
}

async function replaceIn(parent: Root | Element, file: VFile): Promise<void> {
  for (const [index, child] of parent.children.entries()) {
    if (!('children' in child)) continue
    const code = fencedCode(child)
    if (code) parent.children[index] = (await highlighted(code, file)) as never
    else await replaceIn(child as Element, file)
  }
}

function fencedCode(node: RootContent | ElementContent): Element | undefined {
  if (node.type !== 'element' || node.tagName !== 'pre') return undefined
  const only = node.children[0]
  return only?.type === 'element' && only.tagName === 'code' ? only : undefined
}

async function highlighted(code: Element, file: VFile) {
  const text = code.children.map((child) => ('value' in child ? child.value : '')).join('')
  const classes = Array.isArray(code.properties.className) ? code.properties.className : []
  const language = classes.map(String).find((name) => name.startsWith('language-'))
  let html: string
  try {
    html = await highlight(text.replace(/\n$/, ''), language?.slice('language-'.length) ?? 'text')
  } catch (cause) {
    const line = code.position?.start.line ?? 1
    throw new Error(`${relative(process.cwd(), file.path)}:${line}: ${(cause as Error).message}`, { cause })
  }
  return nodeOf(buildElement(codeBlock(html, languageOf(file.path))))
}
