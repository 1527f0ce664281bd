import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from '../../reference/languages.ts'
import { checkPairs } from './pairs.ts'

/** Returns the problems of a site of these pages, with `zh/…` and `en/…` as files. */
async function pair(zh: Record<string, string>, en: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'pairs-'))
  for (const [language, files] of Object.entries({ zh, en })) {
    const folder = join(root, folderOf(language))
    await mkdir(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  }
  return checkPairs(root).map((problem) =>
    problem.replaceAll(folderOf('en'), 'en').replaceAll(`${folderOf('zh')}/`, 'zh/'),
  )
}

test('a pair with the same sections is fine, whatever they are called', async () => {
  expect(await pair({ 'a.mdx': '## 作用 {/* #use */}\n' }, { 'a.mdx': '## Use {/* #use */}\n' })).toEqual([])
})

test('a note in one language only is named', async () => {
  expect(await pair({ 'a.mdx': '' }, { 'b.mdx': '' })).toEqual([
    'en/b.mdx:1: has no pair: translate it, or copy it as it is, to zh/b.mdx',
    'zh/a.mdx:1: has no pair: translate it, or copy it as it is, to en/a.mdx',
  ])
})

test('a section that is missing or out of place is named with its line', async () => {
  const both = '## 1 {/* #one */}\n\n## 2 {/* #two */}\n'
  expect(await pair({ 'a.mdx': both }, { 'a.mdx': '## 1 {/* #one */}\n' })).toEqual([
    'zh/a.mdx:3: section #two has no pair: translate it, or copy it as it is, to en/a.mdx',
  ])
  expect(await pair({ 'a.mdx': both }, { 'a.mdx': '## 2 {/* #two */}\n' })).toEqual([
    'zh/a.mdx:1: section #one has no pair: translate it, or copy it as it is, to en/a.mdx',
  ])
  expect(await pair({ 'a.mdx': both }, { 'a.mdx': '\n## 2 {/* #two */}\n## 1 {/* #one */}\n' })).toEqual([
    'en/a.mdx:2: "## #two" stands where zh/a.mdx:1 has "## #one"',
  ])
  expect(await pair({ 'a.mdx': '' }, { 'a.mdx': '### 3 {/* #three */}' })).toEqual([
    'en/a.mdx:1: section #three has no pair: translate it, or copy it as it is, to zh/a.mdx',
  ])
})

test('a heading without an id is refused: the two languages would get different ones', async () => {
  expect(await pair({ 'a.mdx': '## 作用\n' }, { 'a.mdx': '## Use {/* #use */}\n' })).toEqual([
    'zh/a.mdx:1: the heading has no id (write {/* #an-id */} at its end)',
  ])
})
