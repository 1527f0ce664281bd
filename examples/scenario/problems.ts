import { isOutput } from './output.ts'
import { isSame, type Scenario, type Step, shortened } from './parse.ts'

/** A command whose output in the file is not that of the model. */
export interface ScenarioProblem {
  /**
   * `no output`: a line in its output that no command can print. `invalid`: an error that the file does not expect.
   * `expected error`: an error in the file that the model does not print. `different`: other output.
   */
  kind: 'no output' | 'invalid' | 'expected error' | 'different'
  /** The line of the command. */
  line: number
  /** The message; its first line begins with the file and a line. */
  lines: string[]
}

/** Finds the problems of a scenario. @param printed the output of the model for each command */
export function problemsOf(
  file: string,
  { steps }: Scenario,
  printed: readonly (readonly string[])[],
): ScenarioProblem[] {
  return steps.flatMap((step, i) => problemOf(file, step, printed[i] ?? []) ?? [])
}

function problemOf(file: string, step: Step, actual: readonly string[]): ScenarioProblem | undefined {
  const { line, command, expected } = step
  if (isSame(expected, actual)) return undefined
  const problem = (kind: ScenarioProblem['kind'], ...lines: string[]) => ({ kind, line, lines })
  const compared = (at: number, fromModel: string | undefined) => [
    `${file}:${lineOf(step, at)}: "${shortened(command)}"`,
    `  file:  ${expected[at] ?? '(nothing more)'}`,
    `  model: ${fromModel ?? '(nothing more)'}`,
  ]
  const foreign = expected.findIndex((text) => !isOutput(text) && !isError(text))
  if (foreign !== -1)
    return problem(
      'no output',
      `${file}:${lineOf(step, foreign)}: ${reasonFor(expected[foreign] ?? '', step)}`,
    )
  const wrongError = expected.findIndex((text) => isError(text) && !actual.includes(text))
  if (wrongError !== -1)
    return problem(
      'expected error',
      ...compared(wrongError, actual[0]),
      '  (an "error:" line is never replaced: change it by hand)',
    )
  const error = actual.find((text) => isError(text) && !expected.includes(text))
  if (error !== undefined)
    return problem('invalid', `${file}:${line}: "${shortened(command)}": ${error.slice(ERROR.length)}`)
  const found = expected.findIndex((text, i) => text !== actual[i])
  const at = found === -1 ? expected.length : found
  return problem('different', ...compared(at, actual[at]))
}

/** Returns the line number of a line of output in the file; after the last, that of the last. */
function lineOf({ line, expected }: Step, at: number): number {
  return line + 2 + Math.min(at, expected.length - 1)
}

/** Returns true if a file with this problem must not be rewritten. */
export function preventsRewrite({ kind }: ScenarioProblem): boolean {
  return kind !== 'different'
}

/** The most commands of a file that are reported. */
const REPORTED = 5

/** Returns the lines that are printed for the problems of a file. */
export function report(file: string, problems: readonly ScenarioProblem[]): string[] {
  const lines = problems.slice(0, REPORTED).flatMap(({ lines }) => lines)
  const more = problems.length - REPORTED
  return more > 0 ? [...lines, `${file}: further commands that are wrong: ${more}`] : lines
}

const ERROR = 'error: '

function isError(line: string): boolean {
  return line.startsWith(ERROR)
}

/** Describes why a line cannot be part of an output, and how to correct it. */
function reasonFor(text: string, { line, command }: Step): string {
  if (text.trim() === '') return 'this line is not empty, but holds white space: delete the white space'
  if (isOutput(text.trim()) || isOutput(text.trimEnd()))
    return 'white space around a line of output: delete the white space'
  const where = `in the output of "${shortened(command)}" (line ${line})`
  if (text.trim() === '----') return `a second "----" ${where}: put an empty line before the next command`
  return `"${shortened(text)}" stands ${where}, but no command prints such a line: put an empty line before a command or a comment, and delete other text`
}
