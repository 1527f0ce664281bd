import type { Heading, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { folderOf, type Language, languageOf, tagOf } from '../../reference/languages.ts'
import { nodeOf } from '../notes/built-element.ts'
import { isElement } from '../notes/element.ts'
import { fileOf } from '../notes/pages.ts'
import { noticesOf } from './notices.ts'

/**
 * A remark plugin: puts {@link noticesOf} a page under the headings of its sections, and gives the text of a section that is
 * not translated its language.
 */
export function remarkNotices() {
  return (tree: Root, vfile: VFile): void => {
    const file = fileOf(vfile)
    const language = languageOf(file)
    const page = file.slice(folderOf(language).length + 1)
    const notices = noticesOf(process.cwd(), page, language)
    const nodeFor = (id: string) => {
      const notice = notices.get(id)
      return notice ? [nodeOf(notice) as RootContent] : []
    }
    let shown: Language | undefined
    for (const node of tree.children) {
      if (node.type === 'heading') shown = notices.get(idOf(node))?.shown
      if (shown && !isElement(node))
        node.data = { ...node.data, hProperties: { ...node.data?.hProperties, lang: tagOf(shown) } }
    }
    visit(tree, 'heading', (heading, index = 0, parent) => {
      parent?.children.splice(index + 1, 0, ...nodeFor(idOf(heading)))
    })
    tree.children.unshift(...nodeFor(''))
  }
}

/** Returns the id of a heading: `## Title {/* #id *\/}`; `undefined` as a text if it has none. */
function idOf({ children }: Heading): string {
  const last = children.at(-1)
  const comment = last?.type === 'mdxTextExpression' ? last.value : ''
  return String(/^\/\*\s*#(\S+?)\s*\*\/$/.exec(comment)?.[1])
}
