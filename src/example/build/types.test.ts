import { expect, test } from 'vitest'
import { readExamples } from '../../notes/examples.ts'
import { cut } from '../excerpt.ts'
import { type Types, typedNames } from '../names.ts'
import { findSetupFiles } from './helpers.ts'
import { typesIn } from './types.ts'

const found = readExamples('examples')
const types = typesIn(found, 'examples')
const files = [
  ...found.units.flatMap(({ implementation, testFile }) => [implementation, testFile]),
  ...findSetupFiles(found),
]

/** Returns the names in a text, each with its type and the rest of its text. */
function tell(text: string, types: Types | undefined, firstLine = 1, indent = 0) {
  const names = typedNames(text, types ?? { texts: [], lines: [] }, { firstLine, indent })
  return names.map(({ start, end, html }) => {
    const [type = '', ...more] = html.split('</p>').map((part) => part.replace(/<[^>]+>/g, ''))
    return { name: text.slice(start, end), type, more: more.join('\n').trim() }
  })
}

const tellFile = (file: string) => tell(found.sources.get(file) ?? '', types.get(file))

/** Returns the names with a type on the first line with this beginning. */
function namesOnLine(file: string, beginning: string): string[] {
  const lines = (found.sources.get(file) ?? '').split('\n')
  const index = lines.findIndex((line) => line.startsWith(beginning))
  return tell(lines[index] ?? '', types.get(file), index + 1).map(({ name }) => name)
}

test('a name has its type, its comment, and its place in the C file', () => {
  const told = tellFile('examples/fullmesh/new-session.ts')
  expect(told.find(({ name }) => name === 'fmGetNs')).toEqual({
    name: 'fmGetNs',
    type: 'function fmGetNs(namespace: Namespace): FullmeshNamespace',
    more: 'The state of a namespace, while the module is loaded.\nmptcp_fullmesh.c:107 fm_get_ns',
  })
  expect(told.find(({ name }) => name === 'addAddr')).toMatchObject({
    type: '(property) FullmeshPrivate.addAddr: number',
    more: expect.stringMatching(/^The number of requested ADD_ADDRs/),
  })
})

test('a name without a comment has the comment of its type', () => {
  expect(tellFile('examples/fullmesh/new-session.ts').find(({ name }) => name === 'master')).toMatchObject({
    type: 'const master: Subflow',
    more: expect.stringMatching(/^A TCP connection of a session/),
  })
})

test('in a single test, without its indentation, a name is found at its new column', () => {
  const fixtures = 'src/example/build/fixtures/examples'
  const examples = readExamples(fixtures)
  const file = 'examples/fullmesh/count.test.ts'
  const source = examples.sources.get(file) ?? ''
  const region = examples.units[0]?.tests.find(({ key }) => key === 'wraps-at-256')
  if (!region) throw new Error('no such test')
  const { text, indent } = cut(source, region.start, region.end)
  expect(indent).toBe('  ')
  const told = tell(text, typesIn(examples, fixtures).get(file), region.firstLine, indent.length)
  expect(told.map(({ name, type }) => [name, type])).toEqual([
    ['run', 'const run: (counter: Counter, times: number) => Counter'],
    ['value', '(property) Counter.value: number'],
    ['value', '(property) Counter.value: number'],
  ])
})

test.each(files)('%s: its names have types, none of them `any`', (file) => {
  const told = tellFile(file)
  expect(told.length).toBeGreaterThan(0)
  for (const { name, type } of told) {
    expect(type, name).toContain(name)
    expect(type, name).not.toMatch(/\b(any|error)\b(?!:)/)
  }
})

test('names of the language and of vitest have no type, nor have keys that no type of the model declares', () => {
  const names = files.flatMap(tellFile).map(({ name }) => name)
  const others = ['test', 'expect', 'toEqual', 'undefined', 'Object', 'filter']
  expect(names.filter((name) => others.includes(name))).toEqual([])
  const boot = namesOnLine(
    'examples/fullmesh/new-session.test.ts',
    "  const machine = boot({ eth0: ['10.0.1.1'], wlan0",
  )
  expect(boot).toEqual(['machine', 'boot'])
})
