import { fillIn } from '../../examples/scenario/fill-in.ts'
import { parseScenario, ScenarioError } from '../../examples/scenario/parse.ts'
import { visible, visibleText } from '../../examples/scenario/visible.ts'
import { budget } from './limits.ts'

/** The name of the reader's scenario in messages, as in the commands on the page. */
const file = 'mine.txt'

/** What the page shows of a scenario. */
export interface Printed {
  /** The scenario with the output of the model, up to the first command with a problem. */
  text: string
  /** The number of commands in it. */
  commands: number
  /** What is wrong; a line that names one of the scenario has its number. */
  problems: { message: string; line?: number }[]
}

/** Returns what `npm run replay -- --print mine.txt` prints for a scenario. */
export function print(scenario: string): Printed {
  try {
    const { text, problems } = fillIn(file, scenario, budget)
    const commands = parseScenario(text).steps.length
    return { text: visibleText(text), commands, problems: problems.map(problem) }
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    return { text: '', commands: 0, problems: [problem(`${file}:${error.line}: ${error.reason}`)] }
  }
}

function problem(message: string): Printed['problems'][number] {
  const [, line] = /^[^:]*:(\d+):/.exec(message) ?? []
  return { message: visible(message), ...(line && { line: Number(line) }) }
}
