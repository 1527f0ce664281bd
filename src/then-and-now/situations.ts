import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, type Scenario, ScenarioError } from '../../examples/scenario/parse.ts'
import { replayScenario } from '../../examples/scenario/run.ts'
import { completeLanguages } from '../../reference/languages.ts'
import { readAll } from '../notes/messages-of.ts'
import { isRemark, remarksIn } from '../notes/remarks.ts'
import { type LabRecording, parseRecording } from './recording.ts'

/** A situation: the recording of mainline, and a scenario of a similar situation for the model. */
export interface Situation {
  id: string
  recording: LabRecording
  /** Without commands, but with a comment, if v0.95 has no counterpart. */
  scenario: Scenario
}

/**
 * Reads all situations, by id: `reference/lab/ID.jsonl` and `reference/then/ID.txt`.
 *
 * @throws one error, with a message for each file that cannot be read, which begins with the file and a line
 */
export function readSituations(siteDir: string): Map<string, Situation> {
  const ids = readdirSync(join(siteDir, 'reference/lab'))
    .sort()
    .map((name) => name.replace(/\.jsonl$/, ''))
  const situations = readAll(ids, (id): Situation => {
    const recording = read(siteDir, `reference/lab/${id}.jsonl`, parseRecording)
    return { id, recording, scenario: read(siteDir, scenarioFile(id), parseScenario) }
  })
  return new Map(situations.map((situation) => [situation.id, situation]))
}

function read<Result>(siteDir: string, file: string, parse: (text: string) => Result): Result {
  try {
    return parse(readFileSync(join(siteDir, file), 'utf8'))
  } catch (error) {
    const { line, reason } =
      error instanceof ScenarioError ? error : { line: 1, reason: (error as Error).message }
    throw new Error(`${file}:${line}: ${reason}`)
  }
}

/**
 * Runs the scenario of every situation of the site.
 *
 * @returns the messages of {@link checkScenarios}
 */
export function checkSituations(siteDir: string): string[] {
  return checkScenarios(readSituations(siteDir).values())
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
