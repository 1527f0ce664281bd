import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { checkPages } from './pages.ts'
import {
  checkCalls,
  checkChinese,
  chineseFile,
  edgesFile,
  type Reference,
  readReference,
  stacksFile,
  tell,
} from './stacks.ts'

export { callStackData } from './remark.ts'

/**
 * Brings the call stacks of `reference/` into the notes, in the language of the build.
 *
 * A call that the kernel does not make, a text without Chinese, an unknown id, a stack on no page, an op without a
 * stack, or a pair of pages with different ones fails the build; `npm run dev` only says so.
 *
 * It needs {@link callStackData} among the remark plugins of the notes, and `CallStack`
 * (`src/call-stack/CallStack.tsx`) among the MDX components.
 */
export function callStacks({ siteDir, i18n }: LoadContext): Plugin {
  const plugin: Plugin<Reference> = {
    name: 'call-stacks',

    getPathsToWatch: () => [stacksFile, chineseFile, edgesFile].map((file) => join(siteDir, file)),

    loadContent: async () => {
      const reference = readReference(siteDir)
      const { stacks, chinese, edges } = reference
      const problems = [
        ...checkCalls(stacks, edges),
        ...checkChinese(stacks, chinese),
        ...checkPages(siteDir, stacks),
      ]
      if (problems.length > 0) {
        const message = problems.join('\n')
        if (process.env.NODE_ENV === 'production') throw new Error(message)
        console.error(message)
      }
      return reference
    },

    async contentLoaded({ content: { stacks, chinese }, actions }) {
      for (const stack of stacks) {
        const data = tell(stack, chinese, i18n.currentLocale)
        await actions.createData(`${stack.id}.json`, JSON.stringify(data))
      }
    },
  }
  return plugin as Plugin
}
