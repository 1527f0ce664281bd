/**
 * Runs an unchanged test file in a worker, where there is no vitest. vitest's own packages collect the tests, run the
 * hooks and provide the matchers; this module joins them. It is a script of its own: a page loads it when a reader has
 * changed code, or when {@link quick} does not suffice.
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
import type { Modules } from './modules.ts'
import { recordOutput } from './output.ts'
import { type Failure, outputLimit, type TestRecorder } from './protocol.ts'
import { selected, type Tester } from './tester.ts'

declare const __useTester: (tester: Tester) => void

const run: Tester['run'] = async (selection, { modules, post, isWanted }) => {
  const { file, lines, title } = selection
  const output = recordOutput<Test>(getCurrentTest, phrase)
  Object.assign(globalThis, { console: output.console })
  modules.reset()
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
    importFile: () => modules.load(file, vitest),
    ...(isWanted && {
      onBeforeRunTask: async (test) => {
        if (!(await isWanted())) test.mode = 'skip'
      },
    }),
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
        const isSelected = selected(selection)
        const isOne = ({ location, name }: Test) => Boolean(location && isSelected(name, location.line))
        for (const test of tests) if (!isOne(test)) test.mode = 'skip'
        tests = tests.filter(isOne)
      }
      post({ type: 'collected', titles: tests.slice(0, outputLimit.tests).map((test) => getTestName(test)) })
    },
    onAfterRunTask: report,
  }

  // vitest finds the lines of tests by the name of their script in stacks.
  const files = await startTests([modules.scriptOf(file)], runner)
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

function failure(thrown: unknown, modules: Modules): Failure {
  const error = processError(thrown)
  const text = (value: unknown) => withoutColour(String(value)).slice(0, outputLimit.characters)
  const place = error.stack ? modules.placeOf(error.stack) : undefined
  const isAssertion = error.name === 'AssertionError' || error.name === 'Error' || !error.name
  return {
    message: text(isAssertion ? error.message : `${error.name}: ${error.message}`),
    ...(error.expected !== undefined && { expected: text(error.expected) }),
    ...(error.actual !== undefined && { received: text(error.actual) }),
    ...(error.diff && { diff: text(error.diff) }),
    ...(place && { place }),
  }
}

function withoutColour(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with the escape character
  return text.replace(/\u001b\[\d+m/g, '')
}

/** Formats values as a console prints them, with `%d` and the like in the first. */
function phrase(values: unknown[]): string {
  if (typeof values[0] === 'string' && values[0].includes('%')) return withoutColour(format(...values))
  return withoutColour(values.map((value) => (typeof value === 'string' ? value : inline(value))).join(' '))
}

function inline(value: unknown): string {
  return stringify(value, 6, { min: true, printBasicPrototype: false })
}

__useTester({ run, describe: failure })
