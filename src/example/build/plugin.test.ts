import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadContext } from '@docusaurus/types'
import { expect, onTestFinished, test } from 'vitest'
import { testDataName } from '../../notes/examples.ts'
import { examples } from './plugin.ts'
import { checkExamples } from './run-examples.ts'

const fixtures = 'src/example/build/fixtures'

function load(siteDir: string, language = 'en') {
  const i18n = { currentLocale: language }
  const context = { siteDir, baseUrl: '/x/', generatedFilesDir: siteDir, i18n } as LoadContext
  return examples.make(context)
}

/** The fixture, with one piece of one file replaced. */
function changed(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(fixtures, folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  return folder
}

// The first load also loads a compiler and a highlighter.
test('a page has the code, and the results of running its tests', { timeout: 60_000 }, async () => {
  const { data } = await load(fixtures)
  const { html, attributes } = data.get('count') ?? { html: '', attributes: { 'data-island': '' } }
  expect(attributes['data-island']).toMatch(/^\/x\/run\/example\..+\.js$/)
  expect(html).toContain('Expected results: all 2 tests passed')
  expect(html).toContain('at the end of the range > it wraps')
  expect(html.replace(/<[^>]+>/g, '')).toContain('export function* count(counter: Counter, times: number)')
  expect((await load(fixtures, 'zh-Hans')).data.get('count')?.html).toContain('预期结果：2 个测试全部通过')
})

test('a single test is shown without its indentation in the file', async () => {
  const { data } = await load(fixtures)
  const [, single] =
    [...data].find(([name, { html }]) => name.startsWith('count--') && /it wraps/.test(html)) ?? []
  expect(single?.html.replace(/<("[^"]*"|[^">])*>/g, '')).toContain(
    'lines 16–19RunStepEditReset// 255 is the last of eight bits.\ntest(',
  )
})

test('Chinese pages have the titles of tests in Chinese, and keep the English ones to run them', async () => {
  const { data } = await load(fixtures, 'zh-Hans')
  const html = data.get(testDataName('count', 'wraps-at-256'))?.html
  expect(html).toContain('<p class="example__caption">at the end of the range > 到 256 归零</p>')
  expect(html).toMatch(/data-walk="walk-wraps-at-256" data-title="at the end of the range > it wraps"/)
  expect(data.get('count')?.html).toContain('<span class="example__title">逐一计数</span>')
  const english = (await load(fixtures)).data
  expect(english.get(testDataName('count', 'wraps-at-256'))?.html).not.toContain('example__caption')
  expect(english.get('count')?.html).toContain('data-former="walk-0badcafe"')
})

/** Returns the blocks of code in an example: first line, part, text. */
function blocksIn(html: string): { line: number; part: string | undefined; text: string }[] {
  const blocks = html.matchAll(/<div class="example__code"([^>]*)><pre[^>]*>(.*?)<\/pre>/gs)
  return [...blocks].map(([, data = '', code = '']) => ({
    line: Number(/data-line="(\d+)"/.exec(data)?.[1]),
    part: /data-part="(\w+)"/.exec(data)?.[1],
    text: code.replace(/<[^>]+>/g, ''),
  }))
}

test('the imports of a file are folded, and its code begins below them, at its line in the file', async () => {
  const { html = '' } = (await load(fixtures)).data.get('count') ?? {}
  expect(html).toContain('<details class="example__fold"><summary>Imports (1 line)</summary>')
  expect(html).toContain('<details class="example__fold"><summary>Imports (3 lines)</summary>')
  expect(blocksIn(html).map(({ line, part, text }) => [line, part, text.split('\n')[0]])).toEqual([
    [1, 'imports', "import { type Counter, increment } from '../kernel/counter.ts'"],
    [3, undefined, '/** Counts `times` times, and says so. */'],
    [1, 'imports', "import { describe, expect, test } from 'vitest'"],
    [5, undefined, 'const run = (counter: Counter, times: number) =&#62; {'],
  ])
  const chinese = (await load(fixtures, 'zh-Hans')).data.get('count')?.html
  expect(chinese).toContain('<summary>导入（3 行）</summary>')
})

test('a single test is followed by the helpers that it calls, folded', async () => {
  const single = (language: string) =>
    load(fixtures, language).then(({ data }) => data.get(testDataName('count', 'wraps-at-256'))?.html ?? '')
  const html = await single('en')
  expect(html).toContain(
    '<details class="example__fold example__helpers"><summary>Helpers: <code>run()</code></summary>',
  )
  expect(blocksIn(html).map(({ line, part, text }) => [line, part, text.split('\n')[0]])).toEqual([
    [16, undefined, '// 255 is the last of eight bits.'],
    [5, 'helper', 'const run = (counter: Counter, times: number) =&#62; {'],
  ])
  expect(await single('zh-Hans')).toContain('<summary>辅助函数：<code>run()</code></summary>')
})

test('every example links to the page that explains how to read it, in its language', async () => {
  for (const [language, words] of [
    ['en', 'How to read examples'],
    ['zh-Hans', '怎样读例子'],
  ] as const) {
    for (const [name, { html }] of (await load(fixtures, language)).data)
      if (name.startsWith('count'))
        expect(html).toContain(`<a class="example__guide" href="/x/reading-the-examples/">${words}</a>`)
  }
})

test('the files that a page loads are served under names with a hash of their content', async () => {
  const { assets = [] } = await load(fixtures)
  expect(assets.map(({ name }) => name.replace(/\.[\w-]{8}\./, '.*.')).sort()).toEqual([
    'count.*.json',
    'count.test.*.js',
    'count.test.types.*.json',
    'count.types.*.json',
    'editor.*.js',
    'example.*.js',
    'exercise.*.js',
    'link.*.js',
    'program.*.js',
    'sandbox.*.html',
    'types.*.js',
    'vitest.*.js',
  ])
})

test('a failing test is a problem, with its file and line', async () => {
  const folder = changed('examples/fullmesh/count.test.ts', 'toBe(1)', 'toBe(2)')
  expect(await checkExamples(folder)).toEqual([
    'examples/fullmesh/count.test.ts:18: "at the end of the range > it wraps" fails: expected 1 to be 2 // Object.is equality',
  ])
})

test('an import of a missing file fails the build', async () => {
  const folder = changed('examples/fullmesh/count.ts', 'kernel/counter', 'kernel/clock')
  await expect(load(folder)).rejects.toThrow(
    'examples/fullmesh/count.ts:1: imports "examples/kernel/clock.ts", which is not there',
  )
})

test('an example that is not TypeScript fails the build, with its file and line', async () => {
  const folder = changed('examples/kernel/counter.ts', '& 0xff', '& & 0xff')
  await expect(load(folder)).rejects.toThrow('examples/kernel/counter.ts:7:')
})
