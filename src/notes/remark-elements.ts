import type { Parents, Root, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { languageOf } from '../../reference/languages.ts'
import {
  type ElementNode,
  isElement,
  type Mention,
  type PageElement,
  readMention,
  unknownNames,
} from './element.ts'
import { attributeOf, importOf } from './imports.ts'
import { fileOf } from './pages.ts'

/**
 * Makes a remark plugin that gives the elements of a page their data, or replaces them by nodes.
 *
 * @param insteadOf returns nodes to put in place of an element with a problem, or throws
 */
export function remarkElements(
  elements: readonly PageElement[],
  insteadOf: (problem: string) => RootContent[] = refuse,
) {
  return () =>
    (tree: Root, vfile: VFile): void => {
      const file = fileOf(vfile)
      const language = languageOf(file)
      const siteDir = process.cwd()

      const kept: { node: ElementNode; element: PageElement; mention: Mention }[] = []
      visit(tree, isElement, (node: ElementNode, index?: number, parent?: Parents) => {
        const element = elements.find(({ name }) => name === node.name)
        if (!element) return
        if (!parent || index === undefined) return
        try {
          const mention = readMention(element, node, file)
          const { attributes, place } = mention
          if (!element.replace) {
            kept.push({ node, element, mention })
            return
          }
          const [problem] = unknownNames(element.checks?.(siteDir).names?.(attributes) ?? [])
          if (problem) throw new Error(`${place}: ${problem}`)
          parent.children.splice(index, 1, ...element.replace(attributes, { language, siteDir, place }, node))
          return [SKIP, index] // the new nodes may hold elements
        } catch (error) {
          parent.children.splice(index, 1, ...insteadOf((error as Error).message))
          return SKIP
        }
      })

      const names = new Map<string, string>()
      const mentions = kept.map(({ mention }) => mention)
      for (const { node, element, mention } of kept) {
        const module = element.data?.(mention.attributes)
        if (module === undefined) continue
        const name = names.get(module) ?? `data${names.size}`
        names.set(module, name)
        const more = Object.entries(element.more?.(mention.attributes, mentions) ?? {})
        node.name = 'BuiltElement'
        node.attributes = [
          attributeOf('data', name),
          ...more.map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value })),
        ]
      }
      tree.children.unshift(...[...names].map(([module, name]) => importOf(name, module)))
    }
}

function refuse(problem: string): never {
  throw new Error(problem)
}
