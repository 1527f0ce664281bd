import { expect, test } from 'vitest'
import { languages } from '../../../reference/languages.ts'
import { bundleModule } from './bundle.ts'

/** Words in Chinese. A single character is part of a pattern, not of a text. */
const chinese = /[\u4e00-\u9fff]{2}/

const elements = ['call-stack', 'which-mptcp', 'example', 'walkthrough'].map((folder) => ({
  folder,
  entry: new URL(`../../${folder}/page/element.ts${folder === 'call-stack' ? '' : 'x'}`, import.meta.url),
}))

test.each(elements)('what a page loads for $folder has the texts of its language only', async ({ entry }) => {
  const texts = async (language: string) =>
    (await bundleModule(entry, 'element', language)).map(({ text }) => text).join('\n')
  expect(await texts('en')).not.toMatch(chinese)
  expect(await texts('zh')).toMatch(chinese)
})

test('a bundle does not have the list of languages', async () => {
  const [entry] = elements
  for (const language of languages) {
    const [bundle] = await bundleModule((entry as (typeof elements)[0]).entry, 'element', language)
    expect(bundle?.text).not.toMatch(/zh-Hans|fallback/)
  }
})
