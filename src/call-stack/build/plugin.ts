import { callStackIn, readCallStacks } from '../../../reference/call-stacks.ts'
import { defaultLanguage, languageOf } from '../../../reference/languages.ts'
import { type BuiltElement, buildElement } from '../../notes/built-element.ts'
import { findAll, findMentions } from '../../notes/element.ts'
import type { Generation } from '../../notes/generated.ts'
import { readPages } from '../../notes/pages.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { callStack } from '../CallStack.tsx'
import { wordsIn } from '../words.ts'
import { callStackElement, callStacksName, stackIds } from './description.ts'
import { pageAbout } from './stacks.ts'

/** Returns the place of each call stack on a page, by its id: `ops/new-session.mdx#call-stack-new_session-01`. */
export function placesOfStacks(siteDir: string): Map<string, string> {
  const places = readPages(siteDir, defaultLanguage).flatMap(({ name, file, source }) =>
    findMentions([callStackElement], file, source).mentions.flatMap(({ attributes: { of = '' } }) =>
      stackIds(of).map((id) => [id, `${name}#call-stack-${id}`] as const),
    ),
  )
  return new Map(places.reverse()) // of several places, the first
}

/**
 * Renders the call stacks of `reference/` in the language of the build, and serves the module that steps through them
 * under `stack/`.
 */
export const callStacks: Generation = {
  name: 'call-stacks',
  sources: /^(reference\/call|src\/(call-stack|island)\/)/,
  usedOfPages: (siteDir) => findAll(callStackElement, siteDir).map(({ attributes }) => attributes),
  folder: 'stack',
  async make({ siteDir, baseUrl, i18n }) {
    const language = languageOf(i18n.currentLocale)
    const { stacks, translations } = readCallStacks(siteDir)
    const assets = await bundleModule(new URL('../page/element.ts', import.meta.url), 'stack', language)
    const player = `${baseUrl}stack/${assets[0]?.name}`
    const words = wordsIn(i18n.currentLocale)
    const data = findAll(callStackElement, siteDir).map(
      ({ attributes: { of = '' } }): [string, BuiltElement] => {
        const ids = stackIds(of)
        const shown = ids.flatMap((id) => stacks.find((stack) => stack.id === id) ?? [])
        const playable = shown.map((stack) => ({
          ...callStackIn(language, stack, translations),
          player,
          page: pageAbout(stack, baseUrl),
        }))
        return [callStacksName(ids), buildElement(callStack(playable, { words, base: baseUrl }))]
      },
    )
    return { data: new Map(data), assets }
  },
}
