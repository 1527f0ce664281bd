import { drain } from '../host/time.ts'
import { Invalid } from '../kernel/invalid.ts'
import { LimitReached } from '../kernel/limits.ts'
import { spend, spendVisits } from './budget.ts'
import { commands } from './commands.ts'
import { mistyped } from './mistyped.ts'
import { type Scenario, ScenarioError, type Step } from './parse.ts'
import { isCommandName, usages } from './usages.ts'
import { Words } from './words.ts'
import { createWorld, type World } from './world.ts'

/** The first line that a scenario prints otherwise than expected. */
export interface Difference {
  /** The line of the scenario's file, counted from 1. */
  line: number
  /** The line expected there, or undefined when more was printed than expected. */
  expected: string | undefined
  /** The line printed, or undefined when less was printed than expected. */
  actual: string | undefined
}

/**
 * Runs a scenario on a new machine.
 *
 * @returns the same scenario, with what each command printed now
 * @throws {ScenarioError} where it is stopped by a limit
 */
export function runScenario(scenario: Scenario): Scenario {
  const world = createWorld()
  const steps = scenario.steps.map((step) => ({ ...step, expected: runStep(world, step) }))
  return { ...scenario, steps }
}

/**
 * Runs a scenario on a new machine, as far as it prints what it should.
 *
 * @returns the first difference from what it expects, or undefined
 * @throws {ScenarioError} where it is stopped by a limit
 */
export function replayScenario(scenario: Scenario): Difference | undefined {
  const world = createWorld()
  for (const step of scenario.steps) {
    const { expected, line } = step
    const actual = runStep(world, step)
    const at = firstDifference(expected, actual)
    if (at !== undefined) return { line: line + 2 + at, expected: expected[at], actual: actual[at] }
  }
  return undefined
}

function runStep(world: World, { line, command }: Step): string[] {
  try {
    return runCommand(world, command)
  } catch (error) {
    if (error instanceof LimitReached) throw new ScenarioError(line, `stopped: ${error.message}`)
    throw error
  }
}

/**
 * Carries out one command, and then runs all work that can run. Afterwards `machine.sent` has what the command sent.
 *
 * @returns the lines it printed; for an invalid command `error: why`, and then nothing has changed
 * @throws {LimitReached} at a limit of the machine or the budget; the world cannot be used any more
 */
export function runCommand(world: World, command: string): string[] {
  const { machine, spent } = world
  machine.sent.length = 0
  runIntoLog(world, command)
  spend(spent, 'lines', machine.log.length)
  return machine.log.splice(0)
}

/** As {@link runCommand}, but what the command prints stays in the log of the machine. */
export function runIntoLog(world: World, command: string): void {
  const { machine } = world
  machine.onCondResched = () => runRescheduled(world)
  try {
    dispatch(world, command)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    machine.log.push(`error: ${error.message}`)
    return
  }
  drain(machine)
}

function dispatch(world: World, text: string): void {
  const words = new Words(text)
  const name = words.need('a command')
  if (!isCommandName(name)) throw mistyped('command', name, Object.keys(usages))
  spendVisits(world, name)
  commands[name](world, words)
}

/** cond_resched(): runs the commands that were given by `resched`, within the worker. An invalid one does nothing. */
function runRescheduled(world: World): void {
  for (const command of world.reschedules.splice(0)) {
    world.machine.print(`resched ${command}`)
    try {
      dispatch(world, command)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
    }
  }
}

function firstDifference(expected: readonly string[], actual: readonly string[]): number | undefined {
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
    if (expected[i] !== actual[i]) return i
  }
  return undefined
}
