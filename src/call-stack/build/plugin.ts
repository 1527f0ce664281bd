import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { buildElement } from '../../notes/built-element.ts'
import { refuse } from '../../notes/refuse.ts'
import { type Asset, bundleStackPlayer, writeAssets } from '../../sandbox/build/bundle.ts'
import { callStack } from '../CallStack.tsx'
import { dataName, type PlayableStack } from '../call-stack.ts'
import { wordsIn } from '../words.ts'
import { checkPages, shownTogether } from './pages.ts'
import {
  checkCalls,
  checkChinese,
  chineseFile,
  edgesFile,
  pageAbout,
  type Reference,
  readReference,
  stacksFile,
  tell,
} from './stacks.ts'

export { callStackData } from './remark.ts'

/**
 * Brings the call stacks of `reference/` into the notes, in the language of the build, and serves what steps through
 * them under `stack/`.
 *
 * A call that the kernel does not make, a text without Chinese, an unknown id, a stack on no page, an op without a
 * stack, or a pair of pages with different ones fails the build; `npm run dev` only says so.
 *
 * It needs {@link callStackData} among the remark plugins of the notes.
 */
export function callStacks({ siteDir, baseUrl, generatedFilesDir, i18n }: LoadContext): Plugin {
  const served = join(generatedFilesDir, 'call-stacks-served')
  const plugin: Plugin<Reference & { player: Asset }> = {
    name: 'call-stacks',

    getPathsToWatch: () =>
      [stacksFile, chineseFile, edgesFile, 'src/call-stack/*.ts'].map((file) => join(siteDir, file)),

    loadContent: async () => {
      const reference = readReference(siteDir)
      const { stacks, chinese, edges } = reference
      refuse([...checkCalls(stacks, edges), ...checkChinese(stacks, chinese), ...checkPages(siteDir, stacks)])
      return { ...reference, player: await bundleStackPlayer() }
    },

    async contentLoaded({ content: { stacks, chinese, player }, actions }) {
      const words = wordsIn(i18n.currentLocale)
      const shown = new Map(
        stacks.map((stack): [string, PlayableStack] => [
          stack.id,
          {
            ...tell(stack, chinese, i18n.currentLocale),
            player: `${baseUrl}stack/${player.name}`,
            page: pageAbout(stack, baseUrl),
          },
        ]),
      )
      for (const ids of shownTogether(siteDir)) {
        const built = buildElement(
          callStack(
            ids.flatMap((id) => shown.get(id) ?? []),
            words,
          ),
        )
        await actions.createData(`${dataName(ids)}.json`, JSON.stringify(built))
      }
      writeAssets([player], served)
    },

    configureWebpack() {
      const devServer = { static: [{ directory: served, publicPath: `${baseUrl}stack` }] }
      return { devServer } as object
    },

    async postBuild({ content, outDir }) {
      writeAssets([content.player], join(outDir, 'stack'))
    },
  }
  return plugin as Plugin
}
