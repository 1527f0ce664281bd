import type { Nodes, Parents, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

/** Matches characters that have no space between them: Chinese ones, and full-width punctuation. */
const wide = /[\p{Script=Han}、。〈-】，．：；！？（）“”‘’…—]/u
const punctuation = /[、。〈-】，．：；！？（）]/u

/**
 * A remark plugin: joins lines between Chinese characters and beside full-width punctuation. Browsers show the end of a
 * line as a space, and Chinese has none there, so that a paragraph may be written in several lines.
 */
export function remarkLines() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, _, parent) => {
      if (!node.value.includes('\n')) return
      const text = node.value
      node.value = text.replace(/\n/g, (end, index: number) => {
        const before = text[index - 1] ?? neighbour(node, parent, -1)
        const after = text[index + 1] ?? neighbour(node, parent, 1)
        const isJoined =
          (wide.test(before) && wide.test(after)) || punctuation.test(before) || punctuation.test(after)
        return isJoined ? '' : end
      })
    })
  }
}

/** Returns the character before (-1) or after (1) a text, in the nodes beside it; an empty string for code and elements. */
function neighbour(node: Text, parent: Parents | undefined, step: -1 | 1): string {
  const siblings: readonly Nodes[] = parent?.children ?? []
  return edge(siblings[siblings.indexOf(node) + step], step)
}

function edge(node: Nodes | undefined, step: -1 | 1): string {
  if (node?.type === 'text') return node.value.at(step < 0 ? -1 : 0) ?? ''
  if (!node || !('children' in node)) return ''
  return edge(node.children.at(step < 0 ? -1 : 0), step)
}
