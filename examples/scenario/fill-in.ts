import { BUDGET, type Budget } from './budget.ts'
import { parseScenario, replaceOutput, type Scenario, ScenarioError } from './parse.ts'
import { preventsRewrite, problemsOf, report, type ScenarioProblem } from './problems.ts'
import { runScenario } from './run.ts'

/** The text of a scenario with the output of the model, and what is wrong with it. */
export interface FilledIn {
  text: string
  /** Lines for the reader; those that begin a problem begin with the file and a line. */
  problems: string[]
}

/**
 * Runs the text of a scenario, and writes the output of the model into it. If there are problems because of which a file
 * must not be rewritten, the text ends before the first command with one.
 *
 * @param file its name, for messages
 * @param budget limits of the scenario
 * @throws {ScenarioError} if the text is no scenario, or a limit stops it
 */
export function fillIn(file: string, text: string, budget: Budget = BUDGET): FilledIn {
  const { scenario, printed, problems } = runText(file, text, budget)
  const against = problems.filter(preventsRewrite)
  const end = against[0]?.line ?? Number.POSITIVE_INFINITY
  const steps = scenario.steps.filter(({ line }) => line < end)
  const filled = replaceOutput(linesBefore(text, end), { ...scenario, steps }, printed)
  return { text: filled, problems: report(file, against) }
}

/** A scenario, the output of the model for each command, and the problems. */
interface Ran {
  scenario: Scenario
  printed: readonly (readonly string[])[]
  problems: ScenarioProblem[]
}

/** Runs the text of a scenario. @throws {ScenarioError} if the text is no scenario, or a limit stops it */
export function runText(file: string, text: string, budget: Budget = BUDGET): Ran {
  const scenario = parseScenario(text)
  if (scenario.steps.length === 0) throw new ScenarioError(1, 'there is no command in this file')
  const printed = runScenario(scenario, budget).steps.map(({ expected }) => expected)
  return { scenario, printed, problems: problemsOf(file, scenario, printed) }
}

function linesBefore(text: string, line: number): string {
  return text
    .split(/(?<=\n)/)
    .slice(0, line - 1)
    .join('')
}
