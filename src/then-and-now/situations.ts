import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, type Scenario, ScenarioError } from '../../examples/scenario/parse.ts'
import { replayScenario } from '../../examples/scenario/run.ts'
import { type LabRecording, parseRecording } from './recording.ts'

/** One situation: what today's path manager did in it, and what the model does in its like. */
export interface Situation {
  id: string
  recording: LabRecording
  /** A scenario; without a command when the old path manager knows nothing of the kind, and then it says why. */
  scenario: Scenario
}

/** Reads all situations, by id: `reference/lab/ID.jsonl` and `reference/then/ID.txt`. */
export function readSituations(siteDir: string): Map<string, Situation> {
  const situations = new Map<string, Situation>()
  for (const name of readdirSync(join(siteDir, 'reference/lab')).sort()) {
    const id = name.replace(/\.jsonl$/, '')
    const recording = parseRecording(readFileSync(join(siteDir, 'reference/lab', name), 'utf8'))
    const scenario = parseScenario(readFileSync(join(siteDir, scenarioFile(id)), 'utf8'))
    situations.set(id, { id, recording, scenario })
  }
  return situations
}

export function scenarioFile(id: string): string {
  return `reference/then/${id}.txt`
}

/**
 * Runs the scenario of every situation.
 *
 * @returns one message for each in which the model prints something else, or refuses a command, beginning with file
 * and line
 */
export function checkScenarios(situations: Iterable<Situation>): string[] {
  return [...situations].flatMap(({ id, scenario }) => {
    const file = scenarioFile(id)
    try {
      const refused = scenario.steps.find(({ expected }) => expected[0]?.startsWith('error:'))
      if (refused) return [`${file}:${refused.line}: "${refused.command}": ${refused.expected[0]}`]
      const said = [...scenario.steps.flatMap(({ comments }) => comments), ...scenario.epilogue]
      const unpaired = said.findIndex((comment, i) => !comment.startsWith(i % 2 === 0 ? '# zh ' : '# en '))
      if (unpaired !== -1 || said.length % 2 === 1 || said.length === 0)
        return [`${file}:1: a comment has a line "# zh …" and then a line "# en …"`]
      const wrong = replayScenario(scenario)
      if (!wrong) return []
      const line = (text: string | undefined) => (text === undefined ? 'nothing' : `"${text}"`)
      return [`${file}:${wrong.line}: ${line(wrong.expected)} stands where ${line(wrong.actual)} is printed`]
    } catch (error) {
      if (error instanceof ScenarioError) return [`${file}:${error.line}: ${error.message}`]
      throw error
    }
  })
}
