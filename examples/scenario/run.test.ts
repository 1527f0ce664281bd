import { expect, test } from 'vitest'
import { parseScenario, type Scenario } from './parse.ts'
import { errorOf, establishedSession, worldAfter } from './play.ts'
import { replayScenario, runCommand, runScenario } from './run.ts'

function scenarioOf(...commands: string[]): Scenario {
  return parseScenario(commands.map((command) => `${command}\n----\n\n`).join(''))
}

test('a run gives the same scenario, with what each command printed now', () => {
  const text = '# Nothing there.\nlink add eth0\n----\nnonsense\n\nstate init\n----\n'

  expect(runScenario(parseScenario(text))).toEqual({
    steps: [
      { line: 2, comments: ['# Nothing there.'], command: 'link add eth0', expected: [] },
      { line: 6, comments: [], command: 'state init', expected: ['netns init (no path manager state)'] },
    ],
    epilogue: [],
  })
})

test('every run begins on a new machine', () => {
  const scenario = scenarioOf('link add eth0', 'insmod')

  expect(runScenario(scenario)).toEqual(runScenario(scenario))
})

test('a replay that prints what it should has no difference', () => {
  expect(replayScenario(runScenario(scenarioOf(...establishedSession, 'state c1')))).toBeUndefined()
})

test('a difference is found at the line of the file that should have been printed', () => {
  const text = 'link add eth0\n----\n\nstate init\n----\nnetns blue\n'

  expect(replayScenario(parseScenario(text))).toEqual({
    line: 6,
    expected: 'netns blue',
    actual: 'netns init (no path manager state)',
  })
})

test('printing less or more than expected is a difference too', () => {
  const less = parseScenario('link add eth0\n----\n[0] hello\n')
  const more = parseScenario('# why\n\nstate init\n----\n\n')

  expect(replayScenario(less)).toEqual({ line: 3, expected: '[0] hello', actual: undefined })
  expect(replayScenario(more)).toEqual({
    line: 5,
    expected: undefined,
    actual: 'netns init (no path manager state)',
  })
})

test('an invalid command prints why, and the scenario goes on', () => {
  const world = worldAfter(...establishedSession)

  expect(runCommand(world, 'own c9')).toEqual(['error: no session "c9" (sessions: c1)'])
  expect(runCommand(world, 'own c1')).toEqual([])
})

test('a command that does not exist is answered with those that do', () => {
  expect(errorOf(worldAfter(), 'reboot')).toBe(
    'no command "reboot" (commands: link, addr, netns, route, insmod, rmmod, param, fail, state, proc, advance,' +
      ' resched, connect, accept, established, close, own, release, infinite, local_id, rx, sub, tx)',
  )
  expect(errorOf(worldAfter(), 'Insmood')).toMatch(/: did you mean "insmod"\?$/)
  expect(errorOf(worldAfter(), 'toString')).toMatch(/^no command "toString"/)
  expect(errorOf(worldAfter(), '  ')).toBe('"  " lacks a command')
})

test('after a command the machine has what this command sent, and nothing of those before', () => {
  const world = worldAfter(...establishedSession)
  const { sent } = world.machine

  runCommand(world, 'tx c1 0 data')
  expect(sent).toMatchObject([{ subflow: 'c1/0', verb: 'tx', segment: 'data' }])
  runCommand(world, 'state c1')
  expect(sent).toEqual([])
})
