import { expect, test } from 'vitest'
import { type Granularity, instrument } from './instrument.ts'
import { Recorder } from './recorder.ts'
import { unpack } from './recording.ts'

/** Walks through a script with a machine whose only state is its log. */
function walk(source: string, granularity: Granularity = 'steps'): string[] {
  const recorder = new Recorder()
  const script = `
function createMachine() { return {
  now: 0, log: [], sent: [], sessions: new Map(), namespaces: new Map(), routeErrors: new Map(),
  workqueue: { woken: { toArray: () => [] }, ready: { toArray: () => [] }, timers: new Map() },
} }
${source}`
  const marked = instrument(script, 'a.ts', (fn) =>
    fn === 'createMachine' ? 'effects' : fn === 'quiet' ? 'summary' : fn === 'soft' ? 'effects' : granularity,
  )
  recorder.start()
  new Function('__walk', marked)(recorder)
  return unpack(recorder.stop()).map(({ frames, log, added, lastLine }) => {
    const path = frames.map(({ fn }) => fn).join('>')
    const { line = 0 } = frames.at(-1) ?? {}
    const lines = lastLine === line ? line : `${line}-${lastLine}`
    return `${path}:${Number.parseInt(String(lines), 10) - 5} ${log.slice(log.length - added).join(',')}`.trim()
  })
}

test('every statement is a step, and what it changed belongs to it', () => {
  const steps = walk(`function main() {
  const machine = createMachine()
  for (const line of ['a', 'b']) machine.log.push(line)
  if (machine.log.length > 5) return
  machine.log.push('c')
}
main()`)
  expect(steps).toEqual(['main:2', 'main:3 a,b', 'main:4', 'main:5 c'])
})

test('a change after a function has returned belongs to the statement that called it', () => {
  const steps = walk(`function main() {
  const machine = createMachine()
  machine.log.push(other(machine))
}
function other(machine) {
  machine.log.push('inner')
  return 'outer'
}
main()`)
  expect(steps).toEqual(['main:2', 'main:3', 'main>other:6 inner', 'main>other:7', 'main:3 outer'])
})

test('with granularity `effects`, a statement that changes nothing is no step', () => {
  const steps = walk(`function main() {
  const machine = createMachine()
  soft(machine)
}
function soft(machine) {
  const unseen = 1
  machine.log.push(unseen)
  return unseen
}
main()`)
  expect(steps).toEqual(['main:2', 'main:3', 'main>soft:7 1'])
})

test('a summary is one step, that of the call', () => {
  const steps = walk(`function main() {
  const machine = createMachine()
  quiet(machine)
}
function quiet(machine) {
  machine.log.push('a')
  machine.log.push('b')
}
main()`)
  expect(steps).toEqual(['main:2', 'main:3 a,b'])
})

test('a generator that sleeps leaves the stack with those that delegate to it, and returns with them', () => {
  const steps = walk(`function main() {
  const machine = createMachine()
  const worker = work(machine)
  worker.next()
  machine.log.push('meanwhile')
  worker.next()
}
function* work(machine) {
  yield* acquire(machine)
  machine.log.push('awake')
}
function* acquire(machine) {
  yield 'lock'
  machine.log.push('has it')
}
main()`)
  expect(steps).toEqual([
    'main:2',
    'main:3',
    'main:4',
    'main>work:9',
    'main>work>acquire:13',
    'main:5 meanwhile',
    'main:6',
    'main>work>acquire:14 has it',
    'main>work:10 awake',
  ])
})

test('a generator that is iterated does not change the stack of its caller', () => {
  const steps = walk(`function main() {
  const machine = createMachine()
  for (const n of count()) {
    machine.log.push(n)
  }
}
function* count() {
  yield 1
}
main()`)
  expect(steps).toEqual(['main:2', 'main:3', 'main>count:8', 'main:4 1'])
})

test('a step records what its condition decided and what it returned, also after calls inside', () => {
  const marked = instrument(
    `function createMachine() { return {} }
function f(a) {
  createMachine()
  if (g(a)) return 'short'
  while (a.n < 1) a.n++
  return a
}
function g(a) {
  return a.n > 5
}
f({ n: 0, name: 'c1/0' })`,
    'a.ts',
    () => 'steps',
  )
  const recorder = new Recorder()
  recorder.start()
  new Function('__walk', marked)(recorder)
  const outcomes = unpack(recorder.stop()).map(({ frames, outcome }) => [frames.at(-1)?.line, outcome])
  expect(outcomes).toEqual([
    [3, undefined],
    [1, undefined],
    [4, false],
    [9, 'false'],
    [5, true],
    [5, false],
    [6, 'c1/0'],
  ])
})

test('a step has the values that its condition reads, as they were before it; calls and missing objects have none', () => {
  const marked = instrument(
    `function f(a, last) {
  if (a.n++ < last && a.list[a.n] !== undefined && call(a)) return 'x'
  if (a.none && a.none.inner > 0) return 'y'
  while (a.n < _limitsts.MOST) a.n++
}
const _limitsts = { MOST: 2 }
const call = () => false
f({ n: 0, list: [1, 2] }, 5)`,
    'a.ts',
    () => 'steps',
  )
  const recorder = new Recorder()
  recorder.start()
  new Function('__walk', marked)(recorder)
  expect(unpack(recorder.stop()).map(({ reads }) => Object.fromEntries(reads))).toEqual([
    { 'a.n': '0', last: '5' },
    { 'a.none': 'undefined' },
    { 'a.n': '1', MOST: '2' },
    { 'a.n': '2', MOST: '2' },
  ])
})

test('marks change no line number and no value', () => {
  const source = `const f = (a) => {
  if (a) return { b: a }
  else if (a === 0) return [a]
  switch (a) {
    case null:
      return 'null'
    default: {
      while (a !== undefined) break
      return (a, 'none')
    }
  }
}
return [f(1), f(0), f(null), f(undefined)]`
  const marked = instrument(source, 'a.ts', () => 'steps')
  expect(marked.split('\n')).toHaveLength(source.split('\n').length)
  expect(new Function('__walk', marked)(new Recorder())).toEqual([{ b: 1 }, [0], 'null', 'none'])
})

test('an endless walk is cut, and its recording has `cut`', () => {
  const recorder = new Recorder()
  recorder.start()
  const marked = instrument('function f() { let n = 0\nwhile (n < 5000) n++ }\nf()', 'a.ts', () => 'steps')
  new Function('__walk', marked)(recorder)
  const recording = recorder.stop()
  expect(recording.cut).toBe(true)
  expect(recording.steps).toHaveLength(3000)
})
