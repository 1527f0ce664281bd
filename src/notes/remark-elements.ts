import type { Heading, Parents, Root, RootContent } from 'mdast'
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
import { heading, plain } from './markup.ts'
import { fileOf } from './pages.ts'

declare module 'mdast' {
  interface HeadingData {
    isOnlyListed?: boolean
  }
}

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

      const kept: { node: ElementNode; parent: Parents; element: PageElement; mention: Mention }[] = []
      visit(tree, isElement, (node: ElementNode, index?: number, parent?: Parents) => {
        const element = elements.find(({ name }) => name === node.name)
        if (!element) return
        if (!parent || index === undefined) return
        try {
          const mention = readMention(element, node, file)
          const { attributes, place } = mention
          if (!element.replace) {
            kept.push({ node, parent, element, mention })
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
      for (const { node, parent, element, mention } of kept) {
        const { attributes, place } = mention
        const listed = element.inContents?.(attributes, { language, siteDir, place })
        if (listed)
          parent.children.splice(parent.children.indexOf(node as never), 0, listedHeading(listed) as never)
        const module = element.data?.(attributes)
        if (module === undefined) continue
        const name = names.get(module) ?? `data${names.size}`
        names.set(module, name)
        const more = Object.entries(element.more?.(attributes, mentions) ?? {})
        node.name = 'BuiltElement'
        node.attributes = [
          attributeOf('data', name),
          ...more.map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value })),
        ]
      }
      tree.children.unshift(...[...names].map(([module, name]) => importOf(name, module)))
    }
}

/** The level of the elements in the list of sections: they are parts of a section, `##`. */
const listedLevel = 3

/** A heading from which Docusaurus makes an entry in the list of sections, and which is not on the page. */
function listedHeading({ id, title }: { id: string; title: string }): Heading {
  const made = heading(listedLevel, id, plain(title)) as unknown as Heading
  return { ...made, data: { ...made.data, isOnlyListed: true } }
}

/** A remark plugin: removes what was only for the list of sections, when this list has been made. */
export function remarkWithoutListed() {
  return (tree: Root): void => {
    visit(tree, 'heading', ({ data }, index, parent) => {
      if (!data?.isOnlyListed || index === undefined) return
      parent?.children.splice(index, 1)
      return index
    })
  }
}

function refuse(problem: string): never {
  throw new Error(problem)
}
