import { isOutput } from '../examples/scenario/output.ts'
import { isSame, type Scenario, type Step, shortened } from '../examples/scenario/parse.ts'

/** A command of which something is wrong. */
export interface Problem {
  /**
   * `stray`: a line in its output that no command can print. `invalid`: an error that the file does not expect.
   * `expected error`: an error in the file, where the model prints something else. `different`: other output.
   */
  kind: 'stray' | 'invalid' | 'expected error' | 'different'
  /** What is said of it; the first line begins with the file and a line. */
  lines: string[]
}

/** The commands of a scenario that print something else than the file holds. @param printed what each prints now */
export function problemsOf(
  file: string,
  { steps }: Scenario,
  printed: readonly (readonly string[])[],
): Problem[] {
  return steps.flatMap((step, i) => problemOf(file, step, printed[i] ?? []) ?? [])
}

function problemOf(file: string, step: Step, actual: readonly string[]): Problem | undefined {
  const { line, command, expected } = step
  if (isSame(expected, actual)) return undefined
  const first = line + 2
  const stray = expected.findIndex((text) => !isOutput(text) && !isError(text))
  if (stray !== -1)
    return { kind: 'stray', lines: [`${file}:${first + stray}: ${strayReason(expected[stray] ?? '', step)}`] }
  const found = expected.findIndex((text, i) => text !== actual[i])
  const at = found === -1 ? expected.length : found
  const difference = [
    `${file}:${first + at}`,
    `  expected: ${expected[at] ?? '(nothing more)'}`,
    `  actual:   ${actual[at] ?? '(nothing more)'}`,
  ]
  if (expected.some(isError))
    return {
      kind: 'expected error',
      lines: [...difference, '  (an "error:" line is never replaced: change it by hand)'],
    }
  const error = actual.find(isError)
  if (error === undefined) return { kind: 'different', lines: difference }
  const reason = error.slice(ERROR.length)
  return { kind: 'invalid', lines: [`${file}:${line}: "${shortened(command)}": ${reason}`] }
}

const ERROR = 'error: '

function isError(line: string): boolean {
  return line.startsWith(ERROR)
}

function strayReason(text: string, { line, command }: Step): string {
  if (text.trim() === '') return 'this line is not empty, but holds white space: delete the white space'
  const where = `in the output of "${shortened(command)}" (line ${line})`
  if (text.trim() === '----') return `a second "----" ${where}: put an empty line before the next command`
  return `"${shortened(text)}" stands ${where}, but no command prints such a line: put an empty line before a command or a comment`
}
