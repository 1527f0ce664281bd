import { expect, test } from 'vitest'
import { readExamples } from './examples.ts'
import { findTests } from './regions.ts'
import { withTitles } from './test-titles.ts'

const testFile = 'examples/fullmesh/a.test.ts'
const file = 'examples/fullmesh/a.titles.json'
const regions = findTests(
  testFile,
  "test('a route is tried again', () => {})\n\ntest('it is closed', () => {})\n",
)
const named = (entries: object) => () => withTitles(regions, file, JSON.stringify(entries, null, 1), testFile)

const right = {
  'route-tried-again': { en: 'a route is tried again', zh: '重试路由' },
  'subflow-closed': { en: 'it is closed', zh: '关闭子流', former: 'walk-0badcafe' },
}

test('a test gets its key, its titles and the former id of its walk from the file beside it', () => {
  expect(named(right)()).toMatchObject([
    { key: 'route-tried-again', titles: { zh: '重试路由' } },
    { key: 'subflow-closed', former: 'walk-0badcafe' },
  ])
})

test('a changed title is reported at both places, with the nearest one', () => {
  const changed = { ...right, 'subflow-closed': { en: 'it is closd', zh: '关闭子流' } }
  expect(named(changed)).toThrow(
    `${file}:6: ${testFile} has no test "it is closd" (nearest: "it is closed", "a route is tried again")`,
  )
  expect(named(changed)).toThrow(
    `${testFile}:3: "it is closed" has no entry in ${file}: add "KEY": {"zh":"…","en":"it is closed"} (nearest: "it is closd"`,
  )
})

test('a title that a language lacks, an impossible key, and text that is no JSON are refused', () => {
  const [first] = Object.entries(right)
  expect(named({ ...right, [first?.[0] ?? '']: { en: 'a route is tried again' } })).toThrow(
    `${file}:2: "route-tried-again" has no title in zh`,
  )
  expect(named({ ...right, Closed: right['subflow-closed'] })).toThrow('expected a key such as')
  expect(named({ ...right, 'no-titles': null })).toThrow('"no-titles" has no title in zh and en')
  expect(() => withTitles(regions, file, '{', testFile)).toThrow(`${file}:1: `)
})

test('every key of the site names one test', () => {
  const tests = readExamples('examples').units.flatMap(({ tests }) => tests)
  expect(new Set(tests.map(({ key }) => key)).size).toBe(tests.length)
})
