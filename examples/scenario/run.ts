import { drain } from '../host/time.ts'
import { Invalid } from '../kernel/invalid.ts'
import { LimitReached } from '../kernel/limits.ts'
import { BUDGET, type Budget, spend, spendVisits } from './budget.ts'
import { Words } from './command-words.ts'
import { commands } from './commands.ts'
import { mistyped } from './mistyped.ts'
import { type Scenario, ScenarioError, type Step } from './parse.ts'
import { isCommandName, usages } from './usages.ts'
import { createWorld, type World } from './world.ts'

/** The first difference between expected and actual output. */
export interface Difference {
  /** The number of the line in the scenario's file, from 1. */
  line: number
  /** The expected line, or undefined if more lines were printed than expected. */
  expected: string | undefined
  /** The printed line, or undefined if fewer lines were printed than expected. */
  actual: string | undefined
}

/**
 * Runs a scenario on a new machine.
 *
 * @param budget its limits
 * @returns the scenario with its new output
 * @throws {ScenarioError} if a limit stops it
 */
export function runScenario(scenario: Scenario, budget: Budget = BUDGET): Scenario {
  const world = createWorld(budget)
  const steps = scenario.steps.map((step) => ({ ...step, expected: runStep(world, step) }))
  return { ...scenario, steps }
}

/**
 * Runs a scenario on a new machine, up to the first difference from its expected output.
 *
 * @returns that difference, or undefined if there is none
 * @throws {ScenarioError} if a limit stops it
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
 * Runs one command, and then all work that can run. Afterwards `machine.sent` has the segments that were sent.
 *
 * @returns the printed lines. An invalid command only prints `error: …`, and changes nothing.
 * @throws {LimitReached} at a limit of the machine or the budget. The world cannot be used any more.
 */
export function runCommand(world: World, command: string): string[] {
  const { machine } = world
  machine.sent.length = 0
  runIntoLog(world, command)
  spend(world, 'lines', machine.log.length)
  return machine.log.splice(0)
}

/** Runs one command as {@link runCommand} does, but leaves its output in the log of the machine. */
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

/** Calls the function of a command. @throws Invalid if the command is invalid */
function dispatch(world: World, text: string): void {
  const words = new Words(text)
  const name = words.need('a command')
  if (!isCommandName(name)) throw mistyped('command', name, Object.keys(usages))
  spendVisits(world, name)
  commands[name](world, words)
}

/** Runs the commands of `resched` within a worker that calls cond_resched(). An invalid one does nothing. */
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
