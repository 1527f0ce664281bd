import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, type Scenario, ScenarioError } from '../../examples/scenario/parse.ts'
import { replayScenario } from '../../examples/scenario/run.ts'
import { completeLanguages } from '../../reference/languages.ts'
import { isRemark, remarksIn } from '../notes/remarks.ts'
import { type LabRecording, parseRecording } from './recording.ts'

/** A situation: the recording of mainline, and a scenario of a similar situation for the model. */
export interface Situation {
  id: string
  recording: LabRecording
  /** Without commands, but with a comment, if v0.95 has no counterpart. */
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

/** Returns the file of a situation's scenario. */
export function scenarioFile(id: string): string {
  return `reference/then/${id}.txt`
}

/**
 * Runs the scenario of every situation.
 *
 * @returns one message for each scenario whose output differs, or in which a command fails, beginning with a file and a
 *   line
 */
export function checkScenarios(situations: Iterable<Situation>): string[] {
  return [...situations].flatMap(({ id, scenario }) => {
    const file = scenarioFile(id)
    try {
      const refused = scenario.steps.find(({ expected }) => expected[0]?.startsWith('error:'))
      if (refused) return [`${file}:${refused.line}: "${refused.command}": ${refused.expected[0]}`]
      const comments = [...scenario.steps.flatMap(({ comments }) => comments), ...scenario.epilogue]
      const isComplete = remarksIn(comments).every((remark) =>
        completeLanguages.every((language) => Object.hasOwn(remark, language)),
      )
      if (!isComplete || !comments.every(isRemark) || comments.length === 0) {
        const lines = completeLanguages.map((language) => `a line "# ${language} …"`)
        return [`${file}:1: a comment has ${lines.join(' and then ')}`]
      }
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
