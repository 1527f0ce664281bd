import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadContext } from '@docusaurus/types'
import { expect, onTestFinished, test } from 'vitest'
import { generatedModule } from '../../src/notes/generated.ts'
import { Live, type Site } from './live.ts'

/** A site with one kind of element, whose data are made from `words/`, from a code that can be replaced, and from pages. */
function site() {
  const root = mkdtempSync(join(tmpdir(), 'live-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const dependency = join(root, 'docusaurus-plugin-content-docs/default/__mdx-loader-dependency.json')
  mkdirSync(join(dependency, '..'), { recursive: true })
  writeFileSync(dependency, '{"madeFrom":"first"}')
  const now = { word: 'one', onPages: 'a', digest: 'first', syntaxError: '', make: async () => made() }
  const counts = { made: 0 }
  const made = () => {
    counts.made++
    if (now.word === '') throw new Error('words/a.txt:1: has no word')
    return { data: new Map([['a', now.word]]), assets: [{ name: `${now.word}.js`, text: now.word }] }
  }
  const live = new Live(root, async () => {
    if (now.syntaxError) throw new SyntaxError(now.syntaxError)
    const { make } = now
    const words = { name: 'words', sources: /^words\//, folder: 'w', usedOfPages: () => now.onPages, make }
    return { generations: [words], madeFrom: () => now.digest } as unknown as Site
  })
  const update = (...changed: string[]) => live.update({ generatedFilesDir: root } as LoadContext, changed)
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  return { root, live, now, made, counts, update, read, dependency: () => readFileSync(dependency, 'utf8') }
}

test('data are made at first, and again when a file, the code or the pages that they are made from change', async () => {
  const { root, now, made, counts, update, read } = site()
  await update()
  expect([counts.made, read('words/a.json')]).toEqual([1, '"one"'])
  await update('docs/a.mdx', 'other/words/a.txt')
  expect(counts.made).toBe(1)

  now.word = 'two'
  await update('docs/a.mdx', 'words/a.txt')
  expect([counts.made, read('words/a.json'), read('words-served/two.js')]).toEqual([2, '"two"', 'two'])
  expect(existsSync(join(root, 'words-served/one.js'))).toBe(false)

  now.onPages = 'a, b'
  await update('docs/a.mdx')
  expect(counts.made).toBe(3)
  now.make = async () => made()
  await update('src/words.ts')
  expect(counts.made).toBe(4)
})

test('what cannot be made is reported, keeps what was there, and is made once it can be, after any change', async () => {
  const { now, update, read } = site()
  await update()
  now.word = ''
  expect(await update('words/a.txt')).toEqual(['words/a.txt:1: has no word'])
  expect(read('words/a.json')).toBe('"one"')
  now.word = 'three'
  expect(await update('docs/a.mdx')).toEqual([])
  expect(read('words/a.json')).toBe('"three"')
})

test('code that cannot be read is reported, and the site before it stays', async () => {
  const { root, live, now, update } = site()
  await update()
  const before = await live.site()
  now.syntaxError = `${root}/reference/glossary.ts:7:3: Unexpected token`
  expect(await update('reference/glossary.ts')).toEqual(['reference/glossary.ts:7:3: Unexpected token'])
  expect(await live.site()).toBe(before)
})

test('when pages are made from something else, the file changes on which all of them depend', async () => {
  const { now, update, dependency } = site()
  await update()
  await update('docs/a.mdx')
  expect(dependency()).toBe('{"madeFrom":"first"}')
  now.digest = 'second'
  await update('reference/glossary.ts')
  expect(dependency()).toBe('{"madeFrom":"second"}')
})

test('an element that was just put on a page has data that the page can import, until they are made', async () => {
  const { live, update, read } = site()
  await update()
  live.writeMissing(generatedModule('words', 'a'))
  live.writeMissing(generatedModule('words', 'b'))
  expect(read('words/a.json')).toBe('"one"')
  expect(JSON.parse(read('words/b.json'))).toEqual({ tag: 'p', attributes: {}, html: '…' })
})
