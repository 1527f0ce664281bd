import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unknownNames } from './element.ts'
import { findExamples, namesOfTest, readExamples } from './examples.ts'
import { findTests } from './regions.ts'
import { withTitles } from './test-titles.ts'

const testFile = 'examples/fullmesh/a.test.ts'
const file = 'examples/fullmesh/a.titles.json'
const regions = findTests(
  testFile,
  "test('a route is tried again', () => {})\n\ntest('it is closed', () => {})\n",
)
const named = (entries: object) => withTitles(regions, file, JSON.stringify(entries, null, 1), testFile)

const right = {
  'route-tried-again': { en: 'a route is tried again', zh: '重试路由' },
  'subflow-closed': { en: 'it is closed', zh: '关闭子流', former: 'walk-0badcafe' },
}

test('a test gets its key, its titles and the former id of its walk from the file beside it', () => {
  expect(named(right).tests).toMatchObject([
    { key: 'route-tried-again', titles: { zh: '重试路由' } },
    { key: 'subflow-closed', former: 'walk-0badcafe' },
  ])
})

test('a changed title is reported at both places, with the nearest one', () => {
  const changed = { ...right, 'subflow-closed': { en: 'it is closd', zh: '关闭子流' } }
  expect(named(changed).problems).toEqual([
    `${file}:6: ${testFile} has no test "it is closd" (nearest: "it is closed", "a route is tried again")`,
    expect.stringContaining(
      `${testFile}:3: "it is closed" has no entry in ${file}: add "KEY": {"zh":"…","en":"it is closed"} (nearest: "it is closd"`,
    ),
  ])
})

test('a title that a language lacks, an impossible key, and text that is no JSON are refused', () => {
  const [first] = Object.entries(right)
  const problems = (entries: object) => named({ ...right, ...entries }).problems
  expect(problems({ [first?.[0] ?? '']: { en: 'a route is tried again' } })).toEqual([
    `${file}:2: "route-tried-again" has no title in 中文 (zh): write it, or copy the other as it is: "zh": "…"`,
  ])
  expect(problems({ Closed: right['subflow-closed'] })).toEqual([
    expect.stringContaining('expected a key such as'),
  ])
  expect(problems({ 'no-titles': null })).toEqual([
    expect.stringContaining('"no-titles" has no title in 中文 (zh) and English (en)'),
  ])
  expect(() => withTitles(regions, file, '{', testFile)).toThrow(`${file}:1: `)
})

test('a title that is wrong hides no key: a page may refer to it, and to no other', () => {
  const root = mkdtempSync(join(tmpdir(), 'titles-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'fullmesh'))
  const write = (name: string, text: string) => writeFileSync(join(root, 'fullmesh', name), text)
  write('one.ts', '')
  write('one.test.ts', "test('one', () => {})\n")
  write('one.titles.json', '{ "one-title": { "en": "one" } }\n')
  const { units, problems } = findExamples(root)
  expect(problems).toEqual([expect.stringContaining('"one-title" has no title in 中文 (zh)')])
  const unknown = (test: string) => unknownNames(namesOfTest(units, 'one', test))
  expect(unknown('one-title')).toEqual([])
  expect(unknown('on-title')).toEqual([expect.stringContaining('there is no test in')])
})

test('every key of the site names one test', () => {
  const tests = readExamples('examples').units.flatMap(({ tests }) => tests)
  expect(new Set(tests.map(({ key }) => key)).size).toBe(tests.length)
})
