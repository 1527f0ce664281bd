import { expect, test } from 'vitest'
import { BUDGET, spend } from './budget.ts'
import { parseScenario, type Scenario, type Step } from './parse.ts'
import { errorOf, establishedSession, worldAfter } from './play.ts'
import { replayScenario, runCommand, runScenario } from './run.ts'
import { createWorld } from './world.ts'

const MILLION = 1_000_000

/** A scenario of commands that print nothing; the line of a command is its number. */
function silent(commands: readonly string[]): Scenario {
  const steps = commands.map((command, i): Step => ({ line: i + 1, comments: [], command, expected: [] }))
  return { steps, epilogue: [] }
}

test('a million times the clock goes on', { timeout: 60_000 }, () => {
  expect(replayScenario(silent(Array<string>(MILLION).fill('advance 1')))).toBeUndefined()
})

test('a file of a million lines is read', { timeout: 60_000 }, () => {
  expect(parseScenario('advance 1\n----\n\n'.repeat(MILLION / 2)).steps).toHaveLength(MILLION / 2)
  expect(parseScenario('# again\n'.repeat(MILLION)).epilogue).toHaveLength(MILLION)
  expect(parseScenario(`state init\n----\n${'more\n'.repeat(MILLION)}`).steps[0]?.expected).toHaveLength(
    MILLION,
  )
  expect(parseScenario('\n'.repeat(MILLION)).steps).toEqual([])
})

test('a hundred thousand commands may be put off, and a worker carries them all out at once', {
  timeout: 60_000,
}, () => {
  const deferred = Array<string>(100_000).fill('resched route ok 10.0.1.1 10.9.1.1')

  const { steps } = runScenario(silent([...establishedSession.slice(0, -1), ...deferred, 'established c1']))

  expect(steps.at(-1)?.expected.filter((line) => line.includes('resched'))).toHaveLength(100_000)
})

test('events that pile up are compared with each other, which is stopped when it becomes too much', {
  timeout: 60_000,
}, () => {
  const commands = ['insmod', 'link add eth0']
  for (let i = 0; i < 20_000; i++) {
    const address = `10.${i >> 8}.${i & 255}.1`
    commands.push(`addr add ${address} dev eth0`, `addr del ${address} dev eth0`)
  }

  expect(() => runScenario(silent(commands))).toThrow(
    /^line \d+: stopped: a scenario has no more than 200000000 visits$/,
  )
})

test('a mesh that grows with every timeout (quirk B8) is stopped at ten thousand subflows', {
  timeout: 60_000,
}, () => {
  const timeouts = Array.from({ length: 1000 }, (_, i) => `sub c1 ${i + 1} error ETIMEDOUT`)

  expect(() =>
    runScenario(
      silent(['param create_on_err=1', 'param num_subflows=64', ...establishedSession, ...timeouts]),
    ),
  ).toThrow(/^line \d+: stopped: "c1" has 10000 subflows, and opens another$/)
})

test('a command to a session counts as a visit of each of its subflows, and an address event too', () => {
  const world = worldAfter(...establishedSession, 'addr add 10.0.3.1 dev eth0')
  world.spent.visits = 0

  runCommand(world, 'sub c1 0 pf on')
  expect(world.spent.visits).toBe(2)
  runCommand(world, 'advance 500')
  expect(world.spent.visits).toBe(2 + 3) // the session and its two subflows, by one event

  world.spent.visits = BUDGET.visits - 1
  expect(() => runCommand(world, 'sub c1 0 pf on')).toThrow('a scenario has no more than 200000000 visits')
})

test('everything that is printed counts', () => {
  const world = createWorld()

  spend(world, 'lines', BUDGET.lines)

  expect(() => spend(world, 'lines', 1)).toThrow('a scenario has no more than 5000000 lines of output')
  expect(world.spent.visits).toBe(0)
})

test('a replay is over at the first difference', () => {
  const scenario = silent(['link set eth0 up', 'advance 1', 'nonsense'])

  expect(replayScenario(scenario)?.line).toBe(3)
})

test('a command may be anything: it is answered with an error of one line, and no longer than a screen', () => {
  const world = worldAfter(...establishedSession)
  for (const absurd of [
    '\0'.repeat(1000),
    'x'.repeat(10 * MILLION),
    `rx c1 remove_addr ${'1 '.repeat(MILLION)}`,
    `rx c1 remove_addr ${'1 '.repeat(38)}`,
    'advance 9007199254740992',
    `advance ${'9'.repeat(900)}`,
    'connect __proto__ constructor toString',
    'sub c1 9007199254740991 established',
    'fail alloc 1e400',
    'param num_subflows=-9999999999999999',
  ]) {
    const error = errorOf(world, absurd)
    expect(error.length).toBeLessThan(2500)
    expect(error).not.toContain('\n')
  }
})

test('a line that is no command is cut where it is told of', () => {
  expect(() => parseScenario('x'.repeat(MILLION))).toThrow(`"${'x'.repeat(80)}…" is not a command`)
})
