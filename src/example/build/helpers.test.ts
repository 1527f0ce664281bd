import { expect, test } from 'vitest'
import { type Examples, readExamples } from '../../notes/examples.ts'
import { findTests, type Region } from '../../notes/regions.ts'
import type { Test } from '../../notes/test-titles.ts'
import { findSetupFiles, type Helper, helperFinder } from './helpers.ts'

const testFile = 'examples/fullmesh/a.test.ts'

/** The tests of a file, with keys and titles that no test here reads. */
function testsIn(source: string): Test[] {
  const named = (region: Region) => ({
    ...region,
    key: 'a-test',
    titles: { en: region.title, zh: region.title },
  })
  return findTests(testFile, source).map(named)
}

/** Makes examples of one unit, `a`, with the given test file and other files. */
function examplesOf(tests: string, others: Record<string, string> = {}): Examples {
  const implementation = 'examples/fullmesh/a.ts'
  const sources = new Map([
    [implementation, "import { used } from './used.ts'\nexport const a = used"],
    ['examples/fullmesh/used.ts', 'export const used = 1'],
    ['examples/kernel/clock.ts', 'export const clock = 0'],
    [testFile, tests],
    ...Object.entries(others).map(([name, text]): [string, string] => [`examples/fullmesh/${name}`, text]),
  ])
  return { units: [{ name: 'a', implementation, testFile, tests: testsIn(tests), keys: [] }], sources }
}

/** Returns the helpers of the first test. */
function helpers(examples: Examples): Helper[] {
  const [region] = examples.units[0]?.tests ?? []
  if (!region) throw new Error('there is no test')
  return helperFinder(examples)({ file: testFile, start: region.start, end: region.end })
}

const namesOf = (found: Helper[]) => found.map(({ name }) => name)

test('a helper is found with the comment above it, and so are the constants and types that it uses', () => {
  const found = helpers(
    examplesOf(`import { test } from 'vitest'
interface Pair { left: number }
const PORT = 80

/** Makes a pair. */
function pair(): Pair {
  return { left: PORT }
}
const notUsed = 1

test('it works', () => {
  pair()
})
`),
  )
  expect(found).toMatchObject([
    { name: 'Pair', kind: 'type', firstLine: 2, lastLine: 2 },
    { name: 'PORT', kind: 'value', firstLine: 3, lastLine: 3 },
    { name: 'pair', kind: 'function', firstLine: 5, lastLine: 8, file: testFile },
  ])
})

test('a name that is shadowed is no helper', () => {
  const found = helpers(
    examplesOf(`function session() { return 1 }
function log() {}
function of(session: { log: string }) { return session.log }
test('it works', () => {
  const log = of({ log: 'x' })
  for (const session of [log]) session.at(0)
})
`),
  )
  expect(namesOf(found)).toEqual(['of'])
})

test('a shorthand property and a function in a constant are names that are used', () => {
  const found = helpers(
    examplesOf(`const four = () => 4
const six = 6
test('it works', () => { expect({ four, six }) })
`),
  )
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([
    ['four', 'function'],
    ['six', 'value'],
  ])
})

test('a helper inside a describe is found there', () => {
  const found = helpers(
    examplesOf(`describe('in here', () => {
  function one() {}
  test('it works', () => { one() })
})
`),
  )
  expect(found).toMatchObject([{ name: 'one', firstLine: 2 }])
})

test('helpers of setup files are found after those of the test file; functions of the model are no helpers', () => {
  const examples = examplesOf(
    `import { clock } from '../kernel/clock.ts'
import { a } from './a.ts'
import { twoHosts } from './setups.ts'
import { used } from './used.ts'
const host = () => twoHosts(a, used, clock)
test('it works', () => { host() })
`,
    {
      'setups.ts':
        "import { start } from './start.ts'\nexport const other = 1\nexport function twoHosts(...all: number[]) { return start(all) }",
      'start.ts': "import { a } from './a.ts'\nexport const start = (all: number[]) => [a, ...all]",
    },
  )
  expect([...findSetupFiles(examples)]).toEqual(['examples/fullmesh/setups.ts', 'examples/fullmesh/start.ts'])
  expect(helpers(examples).map(({ file, name }) => `${file.split('/').at(-1)} ${name}`)).toEqual([
    'a.test.ts host',
    'setups.ts twoHosts',
    'start.ts start',
  ])
})

test('of a whole test file, only what it imports is a helper', () => {
  const examples = examplesOf(
    "import { start } from './start.ts'\nconst one = start\ntest('it works', () => { one() })\n",
    { 'start.ts': 'export function start() {}' },
  )
  const file = examples.sources.get(testFile) ?? ''
  expect(namesOf(helperFinder(examples)({ file: testFile, start: 0, end: file.length }))).toEqual(['start'])
})

test('the examples of this site begin with boot()', () => {
  const examples = readExamples('examples')
  expect(findSetupFiles(examples)).toContain('examples/fullmesh/boot.ts')
  const unit = examples.units.find(({ name }) => name === 'new-session')
  const [region] = unit?.tests ?? []
  if (!unit || !region) throw new Error('there is no such test')
  const { start, end } = region
  expect(namesOf(helperFinder(examples)({ file: unit.testFile, start, end }))).toContain('boot')
})
