import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { languageOf } from '../../reference/languages.ts'
import { type SectionState, statesOf } from '../../tools/translate/states.ts'
import { readSite } from '../../tools/translate/texts.ts'
import { buildElement, nodeOf } from '../notes/built-element.ts'
import { fileOf, folderOf } from '../notes/pages.ts'
import { differencesOf } from './differences.ts'
import { notice } from './Notice.tsx'

/**
 * A remark plugin: puts a notice under the heading of each section of the page that is not current, as its text may
 * differ from that in the other language. A page without any mark gets none: its languages have not been compared yet.
 */
export function remarkNotices() {
  return (tree: Root, vfile: VFile): void => {
    const file = fileOf(vfile)
    const language = languageOf(file)
    const page = file.slice(folderOf(language).length + 1)
    const site = readSite(process.cwd(), page)
    const states = statesOf(site).filter(({ lang, state }) => lang === language && state !== 'current')
    const isTracked = site.texts.some(({ mark }) => mark)
    if (!isTracked || states.length === 0) return

    const nodeFor = (state: SectionState) =>
      nodeOf(buildElement(notice(state, differencesOf(site, state)))) as Root['children'][number]
    const stateOf = (id: string) => states.find(({ section }) => section === id)
    visit(tree, 'heading', (heading, index, parent) => {
      const state = stateOf(idOf(heading))
      if (state && parent && index !== undefined) parent.children.splice(index + 1, 0, nodeFor(state))
    })
    const first = stateOf('')
    if (first) tree.children.unshift(nodeFor(first))
  }
}

/** Returns the id of a heading: `## Title {/* #id *\/}`; empty if it has none. */
function idOf({ children }: Heading): string {
  const last = children.at(-1)
  const value = last?.type === 'mdxTextExpression' ? last.value : ''
  return /^\/\*\s*#(\S+?)\s*\*\/$/.exec(value)?.[1] ?? ''
}
