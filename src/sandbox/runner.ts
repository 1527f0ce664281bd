/**
 * Runs an unchanged test file in a worker, where there is no vitest. vitest's own packages collect the tests, run the
 * hooks and provide the matchers; this module joins them.
 */

import {
  ASYMMETRIC_MATCHERS_OBJECT,
  addCustomEqualityTesters,
  chai,
  customMatchers,
  type ExpectStatic,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  type MatcherState,
  setState,
} from '@vitest/expect'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  getCurrentTest,
  it,
  onTestFailed,
  onTestFinished,
  type Suite,
  startTests,
  suite,
  type Test,
  test,
  type VitestRunner,
} from '@vitest/runner'
import { getTestName, getTests } from '@vitest/runner/utils'
import { fn, isMockFunction, spyOn } from '@vitest/spy'
import { format, stringify } from '@vitest/utils/display'
import { processError } from '@vitest/utils/error'
import { watchBuiltIns } from './built-ins.ts'
import { confine } from './confine.ts'
import {
  type Failure,
  type Host,
  type Order,
  outputLimit,
  type Selection,
  type SourcePlace,
  type TestRecorder,
} from './protocol.ts'
import { callSites } from './stack.ts'

/** The arguments of `__define`, and the exports of the module once it has run. */
interface Module {
  /** Makes an error whose stack begins with the script and the line of the call of `__define`. */
  origin: () => Error
  /** It replaced an earlier definition, so a reader has edited it. */
  isEdited: boolean
  body: (require: (specifier: string) => unknown, exports: object, module: { exports: object }) => void
  exports?: object
}

/** Delay before a worker that has loaded its scripts and got no order warms up, in ms. */
const warmUpDelay = 20

const { setTimeout: setTimer, clearTimeout: clearTimer } = globalThis

/**
 * Prepares this worker to run tests.
 *
 * @returns handlers of the page's orders, and of errors that the tests did not catch
 */
export function serve(host: Host): { order(order: Order): Promise<void>; uncaught(error: unknown): void } {
  const modules = new Map<string, Module>()
  let isRunOrdered = false
  let warmingUp: Promise<void> | undefined
  let warmUpTimer: ReturnType<typeof setTimeout> | undefined

  confine()
  const changedBuiltIn = watchBuiltIns()
  /** Ends a run in which the runner itself failed. It uses no built-in, since the code may have changed any. */
  const broken = (error: unknown) => {
    const changed = changedBuiltIn()
    const failures = [{ message: `${error}` }]
    host.post({ type: 'done', failures, console: [], cut: false, ...(changed && { changed }) })
  }
  Object.assign(globalThis, {
    __define: (id: string, origin: Module['origin'], body: Module['body']) =>
      modules.set(id, { origin, body, isEdited: modules.has(id) }),
  })

  return {
    async order({ load, run }) {
      isRunOrdered = run !== undefined
      clearTimer(warmUpTimer)
      await warmingUp
      for (const { name, text } of load) {
        try {
          host.load({ name, text })
        } catch (error) {
          host.post({ type: 'unreadable', script: name, ...syntaxError(error as Error) })
          return
        }
      }
      if (run) {
        await runTests(run, modules, (report) => {
          const changed = changedBuiltIn()
          host.post(report.type === 'done' && changed ? { ...report, changed } : report)
        }).catch(broken)
      } else {
        host.post({ type: 'loaded' })
        warmUpTimer = setTimer(() => {
          warmingUp = warmUp(modules, () => isRunOrdered)
        }, warmUpDelay)
      }
    },
    uncaught(error) {
      try {
        host.post({ type: 'uncaught', failure: failure(error, modules) })
      } catch (own) {
        broken(own)
      }
    },
  }
}

async function runTests(
  { file, lines, title }: Selection,
  modules: Map<string, Module>,
  post: Host['post'],
  before?: (test: Test) => Promise<void>,
): Promise<void> {
  const output = recordOutput()
  Object.assign(globalThis, { console: output.console })
  for (const module of modules.values()) delete module.exports
  let tests: Test[] = []
  const reported = new Set<Test>()
  const describeError = (error: unknown) => failure(error, modules)

  const report = (test: Test) => {
    const index = tests.indexOf(test)
    if (index < 0 || index >= outputLimit.tests || reported.has(test)) return
    reported.add(test)
    const state = test.result?.state ?? test.mode
    const { lines, cut } = output.of(test)
    post({
      type: 'test',
      index,
      result: {
        title: getTestName(test),
        line: test.location?.line ?? 1,
        state: state === 'pass' || state === 'fail' || state === 'todo' ? state : 'skip',
        failures: (test.result?.errors ?? []).map(describeError),
        console: lines,
        cut,
      },
    })
  }

  const runner: VitestRunner = {
    config,
    importFile: () => load(file, modules),
    ...(before && { onBeforeRunTask: before }),
    onBeforeTryTask: () => {
      setState(freshState(), expect)
      recorder()?.start()
    },
    onAfterTryTask: () => checkAssertionCount(),
    onTaskFinished: ({ location }) => {
      const recording = recorder()?.stop()
      if (recording) post({ type: 'recording', line: location?.line ?? 1, recording })
    },
    onCollected: (files) => {
      tests = files.flatMap((file) => getTests(file))
      if (lines || title !== undefined) {
        const [first, last] = lines ?? [1, Number.POSITIVE_INFINITY]
        const wanted = ({ location, name }: Test) =>
          location && location.line >= first && location.line <= last && name === (title ?? name)
        for (const test of tests) if (!wanted(test)) test.mode = 'skip'
        tests = tests.filter(wanted)
      }
      post({ type: 'collected', titles: tests.slice(0, outputLimit.tests).map((test) => getTestName(test)) })
    },
    onAfterRunTask: report,
  }

  // vitest finds the lines of tests by the name of their script in stacks, which WebKit chooses itself.
  const [{ script = `/${file}` } = {}] = callSites(modules.get(file)?.origin().stack ?? '')
  const files = await startTests([script], runner)
  tests.forEach(report)
  post({
    type: 'done',
    failures: files.flatMap(suiteErrors).map(describeError),
    console: output.of(undefined).lines,
    cut: output.of(undefined).cut,
  })
}

/** Returns the recorder of the tests, if one was loaded. */
function recorder(): TestRecorder | undefined {
  return Reflect.get(globalThis, '__walk')
}

/**
 * Runs the unedited tests and drops the results, so that the browser has compiled the code before a run is ordered. When
 * a run is ordered meanwhile, the remaining tests are skipped.
 */
async function warmUp(modules: Map<string, Module>, isRunOrdered: () => boolean): Promise<void> {
  const skipIfOrdered = async (test: Test) => {
    await new Promise((resolve) => setTimer(resolve))
    if (isRunOrdered()) test.mode = 'skip'
  }
  for (const file of modules.keys()) {
    if (file.endsWith('.test.ts')) await runTests({ file }, modules, () => {}, skipIfOrdered)
  }
}

const config: VitestRunner['config'] = {
  root: '/',
  setupFiles: [],
  name: undefined,
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 0, // the page ends the worker when the whole run takes too long
  hookTimeout: 0,
  retry: 0,
  includeTaskLocation: true,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
}

/** Returns the errors outside of all tests: in loading the file, in a `beforeAll`. */
function suiteErrors(suite: Suite): unknown[] {
  return [
    ...(suite.result?.errors ?? []),
    ...suite.tasks.flatMap((task) => (task.type === 'suite' ? suiteErrors(task) : [])),
  ]
}

// Modules

function load(id: string, modules: Map<string, Module>): object {
  const module = modules.get(id)
  if (!module) throw new Error(`there is no module "${id}"`)
  if (!module.exports) {
    const holder = { exports: {} }
    module.exports = holder.exports
    const require = (specifier: string) => {
      if (specifier !== 'vitest' && !specifier.startsWith('.'))
        throw new Error(`an example cannot import "${specifier}"`)
      const imported = specifier === 'vitest' ? vitest : load(resolve(id, specifier), modules)
      return module.isEdited ? strict(imported, specifier) : imported
    }
    module.body(require, holder.exports, holder)
  }
  return module.exports
}

/** The exports of a module for edited code: reading a name that is not exported throws. */
function strict(exports: object, specifier: string): object {
  return new Proxy(exports, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === '__esModule')
        return Reflect.get(target, name)
      const names = Object.keys(target).sort().join(', ')
      throw new Error(`"${specifier}" exports no "${name}"; it exports ${names}`)
    },
  })
}

function resolve(from: string, specifier: string): string {
  const path = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.') path.push(part)
  }
  return path.join('/')
}

// The exports of 'vitest'

chai.config.truncateThreshold = 120 // a page is wider than a terminal
chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

const freshState = (): Partial<MatcherState> => ({
  assertionCalls: 0,
  isExpectingAssertions: false,
  isExpectingAssertionsError: null,
  expectedAssertionsNumber: null,
  expectedAssertionsNumberErrorGen: null,
})

const expect = createExpect()
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true })

const vitest = {
  test,
  it,
  describe,
  suite,
  expect,
  assert: chai.assert,
  beforeAll,
  beforeEach,
  afterAll,
  afterEach,
  onTestFailed,
  onTestFinished,
  vi: { fn, spyOn, isMockFunction },
}

/** Makes `expect` as vitest's `createExpect` does, without snapshots and polling. */
function createExpect(): ExpectStatic {
  const count = (value: unknown, message?: string) => {
    setState({ assertionCalls: getState(expect).assertionCalls + 1 }, expect)
    const assertion = chai.expect(value, message) as Chai.Assertion & { withTest(test: Test): Chai.Assertion }
    const current = getCurrentTest()
    return current ? assertion.withTest(current) : assertion
  }
  const expect = Object.assign(
    count,
    chai.expect,
    Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
  ) as unknown as ExpectStatic
  setState(freshState(), expect)
  expect.getState = () => getState(expect)
  expect.setState = (state) => setState(state, expect)
  expect.extend = (matchers) => Reflect.get(chai.expect, 'extend')(expect, matchers)
  expect.addEqualityTesters = (testers) => addCustomEqualityTesters(testers)
  expect.soft = ((...args: Parameters<typeof count>) =>
    Reflect.get(count(...args), 'withContext').call(count(...args), { soft: true })) as ExpectStatic['soft']
  expect.unreachable = (message) => chai.assert.fail(message ?? 'this was not to be reached')
  expect.assertions = (expected) =>
    setState(
      { expectedAssertionsNumber: expected, expectedAssertionsNumberErrorGen: () => new Error() },
      expect,
    )
  expect.hasAssertions = () => setState({ isExpectingAssertions: true }, expect)
  expect.extend(customMatchers)
  return expect
}

function checkAssertionCount(): void {
  const { assertionCalls, expectedAssertionsNumber, isExpectingAssertions } = getState(expect)
  if (typeof expectedAssertionsNumber === 'number' && expectedAssertionsNumber !== assertionCalls) {
    throw new Error(`expected ${expectedAssertionsNumber} assertions, got ${assertionCalls}`)
  }
  if (isExpectingAssertions && assertionCalls === 0) throw new Error('expected an assertion, got none')
}

// Failures and their places

function failure(thrown: unknown, modules: Map<string, Module>): Failure {
  const error = processError(thrown)
  const text = (value: unknown) => withoutColour(String(value)).slice(0, outputLimit.characters)
  const place = error.stack ? findPlace(error.stack, modules) : undefined
  const isAssertion = error.name === 'AssertionError' || error.name === 'Error' || !error.name
  return {
    message: text(isAssertion ? error.message : `${error.name}: ${error.message}`),
    ...(error.expected !== undefined && { expected: text(error.expected) }),
    ...(error.actual !== undefined && { received: text(error.actual) }),
    ...(error.diff && { diff: text(error.diff) }),
    ...(place && { place }),
  }
}

/** Returns the innermost call of a stack that is in a test or in the model. */
function findPlace(stack: string, modules: Map<string, Module>): SourcePlace | undefined {
  const origins = [...modules].map(([file, { origin }]) => ({ file, ...callSites(origin().stack ?? '')[0] }))
  for (const { script, line } of callSites(stack)) {
    const [module] = origins
      .filter((origin) => origin.script === script && (origin.line ?? 0) <= line)
      .sort((a, b) => (b.line ?? 0) - (a.line ?? 0))
    if (module?.line) return { file: module.file, line: line - module.line + 1 }
  }
  return undefined
}

/** Describes a syntax error. Firefox has the line in `lineNumber`, WebKit in `line`; Chromium does not report it. */
function syntaxError(error: Error): { message: string; line?: number } {
  const { lineNumber, line = lineNumber } = error as { lineNumber?: number; line?: number }
  const message = error.message.replace(/^Failed to execute 'importScripts' on 'WorkerGlobalScope': /, '')
  return { message, ...(error instanceof SyntaxError && line && { line }) }
}

function withoutColour(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with the escape character
  return text.replace(/\u001b\[\d+m/g, '')
}

// Output

interface Output {
  console: Partial<Console>
  /** Returns the output during a test, or outside of all tests. */
  of(test: Test | undefined): { lines: string[]; cut: boolean }
}

function recordOutput(): Output {
  const kept = new Map<Test | undefined, { lines: string[]; cut: boolean }>()
  const left = { ...outputLimit }
  const of: Output['of'] = (test) => {
    const found = kept.get(test) ?? { lines: [], cut: false }
    kept.set(test, found)
    return found
  }
  const print = (...values: unknown[]) => {
    const output = of(getCurrentTest())
    if (output.cut) return
    for (const line of withoutColour(phrase(values)).split('\n')) {
      if (left.lines <= 0 || left.characters <= 0) {
        output.cut = true
        return
      }
      output.lines.push(line.slice(0, left.characters))
      left.lines -= 1
      left.characters -= line.length
    }
  }
  return { of, console: { log: print, info: print, debug: print, warn: print, error: print, trace: print } }
}

/** Formats values as a console prints them, with `%d` and the like in the first. */
function phrase(values: unknown[]): string {
  if (typeof values[0] === 'string' && values[0].includes('%')) return format(...values)
  return values.map((value) => (typeof value === 'string' ? value : inline(value))).join(' ')
}

function inline(value: unknown): string {
  return stringify(value, 6, { min: true, printBasicPrototype: false })
}
