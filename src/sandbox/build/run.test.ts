import { beforeAll, describe, expect, test } from 'vitest'
import { readExamples } from '../../notes/examples.ts'
import { compile } from '../compile.ts'
import { bundleNodeRunner } from './bundle.ts'
import { compileFile, compileModel } from './compile.ts'
import { runTests } from './run.ts'

let runner: string
beforeAll(async () => {
  runner = await bundleNodeRunner()
})

/** Runs a file given as text. @param name its name in stack frames */
function run(source: string, lines?: [number, number], name = '/examples/a.test.ts') {
  const text = compile('examples/a.test.ts', source)
  return runTests(runner, [{ name, text }], {
    file: 'examples/a.test.ts',
    ...(lines && { lines }),
  })
}

const examples = readExamples('src/example/build/fixtures/examples')

test('an example is its implementation, its tests, and all that they import', () => {
  expect(examples.units).toMatchObject([
    { name: 'count', tests: [{ title: 'it counts' }, { title: 'it wraps' }] },
  ])
  expect([...examples.sources.keys()].sort()).toEqual([
    'examples/fullmesh/count.test.ts',
    'examples/fullmesh/count.ts',
    'examples/kernel/counter.ts',
  ])
})

test('the tests of an example run against the compiled model', async () => {
  const { testFile } = examples.units[0] ?? { testFile: '' }
  const { tests } = await runTests(runner, [compileModel(examples), compileFile(examples, testFile)], {
    file: testFile,
  })
  expect(tests).toMatchObject([
    { title: 'it counts', state: 'pass', line: 10 },
    { title: 'at the end of the range > it wraps', state: 'pass' },
  ])
})

describe('a test file is run as vitest runs it', () => {
  test('hooks, tables, expected failures, promises, spies', async () => {
    const { tests, failures } = await run(`
      import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
      let count = 0
      beforeEach(() => { count += 1 })
      afterEach(() => { count -= 1 })
      describe('here', () => {
        test.each([[1, 2], [3, 4]])('%d comes before %d', (a, b) => expect(a + count).toBe(b))
      })
      test.skip('left out', () => {})
      test.todo('to be written')
      test.fails('wrong on purpose', () => expect(1).toBe(2))
      test('later', () => expect(Promise.resolve({ a: 1 })).resolves.toMatchObject({ a: 1 }))
      test('spied', () => {
        const spy = vi.fn((x: number) => x)
        spy(3)
        expect(spy).toHaveBeenCalledWith(3)
      })
      test('softly', () => {
        expect.soft(1).toBe(2)
        expect.soft(3).toBe(4)
      })
      test('counted', () => expect.assertions(1))
    `)
    expect(failures).toEqual([])
    expect(tests.map(({ title, state }) => `${state}: ${title}`)).toEqual([
      'pass: here > 1 comes before 2',
      'pass: here > 3 comes before 4',
      'skip: left out',
      'todo: to be written',
      'pass: wrong on purpose',
      'pass: later',
      'pass: spied',
      'fail: softly',
      'fail: counted',
    ])
    expect(tests[7]?.failures.map(({ place }) => place?.line)).toEqual([19, 20])
  })

  test('a failure has the expected and the received value, and the line of the source', async () => {
    const { tests } = await run(`import { expect, test } from 'vitest'
interface Pair {
  a: number
}
test('wrong', () => {
  const pair: Pair = { a: 1 }
  expect(pair).toEqual({ a: 2 })
})`)
    expect(tests[0]?.failures).toMatchObject([
      {
        expected: '{\n  "a": 2,\n}',
        received: '{\n  "a": 1,\n}',
        place: { file: 'examples/a.test.ts', line: 7 },
      },
    ])
  })

  test('an error outside of the tests is reported', async () => {
    const { tests, failures } = await run(`import { test } from 'vitest'\n\nnull.x\ntest('never', () => {})`)
    expect(tests).toEqual([])
    expect(failures).toMatchObject([
      { message: "TypeError: Cannot read properties of null (reading 'x')", place: { line: 3 } },
    ])
  })

  test('in edited code, a name that a module does not export is reported, with the names that it does export', async () => {
    const [file, name] = ['examples/a.test.ts', '/examples/a.test.ts']
    const other = { name: '/b', text: compile('examples/b.ts', 'export const one = 1\nexport const two = 2') }
    const before = { name, text: compile(file, '') }
    const after = `import { test } from 'vitest'
import { one, three } from './b.ts'
test('sum', () => {
  console.log(one)
  three()
})`
    const load = [other, before, { name, text: compile(file, after) }]
    const { tests } = await runTests(runner, load, { file })
    expect(tests).toMatchObject([
      {
        console: ['1'],
        failures: [{ message: '"./b.ts" exports no "three"; it exports one, two', place: { file, line: 5 } }],
      },
    ])
  })

  test('a module that does not exist is reported by name', async () => {
    const { failures } = await run(`import './nowhere.ts'`)
    expect(failures).toMatchObject([{ message: 'there is no module "examples/nowhere.ts"' }])
  })
})

test('only the tests between the selected lines run', async () => {
  const source = `import { test } from 'vitest'
test('first', () => console.log('one'))
test('second', () => console.log('two', { a: [0] }))`
  const { tests } = await run(source, [3, 3])
  expect(tests).toMatchObject([{ title: 'second', console: ['two {"a": [0]}'] }])
})

test('tests and failures have their lines, also in WebKit, whose stack frames name scripts differently', async () => {
  const source = `import { expect, test } from 'vitest'
test('first', () => {})
test('second', () => {
  expect(1).toBe(2)
})`
  const { tests } = await run(source, [3, 3], '/0a1b2c3d')
  expect(tests).toMatchObject([
    { title: 'second', line: 3, failures: [{ place: { file: 'examples/a.test.ts', line: 4 } }] },
  ])
})

test('endless output is cut', async () => {
  const { tests } = await run(`import { test } from 'vitest'
test('loud', () => { for (let i = 0; i < 1000; i++) console.log('line', i) })`)
  expect(tests[0]?.console).toHaveLength(200)
  expect(tests[0]?.cut).toBe(true)
})

test.each([
  ['Array.prototype.push', '() => 0'],
  ['Array.prototype.map', 'undefined'],
  ['globalThis.Promise', 'undefined'],
])('code that changes %s, which the runner needs, ends the run with its name', async (name, value) => {
  const running = run(`import { expect, test } from 'vitest'
test('first', () => { ${name} = ${value} })
test('second', () => expect([1]).toEqual([2]))`)
  await expect(running).rejects.toThrow(
    `examples/a.test.ts:1: its code changes ${name.replace('globalThis.', '')}`,
  )
})

test('a built-in that a test changes and puts back is no change', async () => {
  const { tests } = await run(`import { expect, test, vi } from 'vitest'
test('spied', () => {
  const spy = vi.spyOn(Math, 'random').mockReturnValue(0.5)
  expect(Math.random()).toBe(0.5)
  spy.mockRestore()
})`)
  expect(tests).toMatchObject([{ state: 'pass' }])
})

test('files that run in one worker, one after another, do not share what modules have stored', async () => {
  const counter = {
    name: '/counter',
    text: compile('examples/counter.ts', 'export const counter = { count: 0 }'),
  }
  const counted = async (file: string) => {
    const source = `import { test } from 'vitest'
import { counter } from './counter.ts'
test('counts', () => console.log(++counter.count))`
    const load = [counter, { name: `/${file}`, text: compile(file, source) }]
    return (await runTests(runner, load, { file })).tests[0]?.console
  }
  expect([await counted('examples/one.test.ts'), await counted('examples/two.test.ts')]).toEqual([
    ['1'],
    ['1'],
  ])
})
