/** One command of a scenario, and what it printed when it was recorded. */
export interface Step {
  /** The line of the file that holds the command, counted from 1. */
  readonly line: number
  /** The comments before it, without line ends, `#` included. */
  readonly comments: readonly string[]
  readonly command: string
  readonly expected: readonly string[]
}

/** A file of the form that etcd-io/raft's interaction tests have: a story told in commands, each with its output. */
export interface Scenario {
  readonly steps: readonly Step[]
  /** Comments after the last command. */
  readonly epilogue: readonly string[]
}

/** A file that is no scenario: its message begins with the line. */
export class ScenarioError extends Error {
  readonly line: number
  /** The message without the line. */
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.line = line
    this.reason = reason
  }
}

const SEPARATOR = '----'

/**
 * Reads a scenario: comments (`#`), then for each command one line, a line `----`, the lines it printed, and an
 * empty line.
 *
 * @throws {ScenarioError} where a command is not followed by `----`
 */
export function parseScenario(text: string): Scenario {
  const lines = text.split(/\r?\n/)
  const steps: Step[] = []
  let comments: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const command = lines[i] ?? ''
    if (command === '') continue
    if (command.startsWith('#')) {
      comments.push(command)
      continue
    }
    const line = i + 1
    if (command === SEPARATOR) throw new ScenarioError(line, 'expected a command before "----"')
    if (lines[++i] !== SEPARATOR)
      throw new ScenarioError(line + 1, `expected "----" after the command "${shortened(command)}"`)
    const end = indexOfEmpty(lines, i + 1)
    steps.push({ line, comments, command, expected: lines.slice(i + 1, end) })
    comments = []
    i = end
  }
  return { steps, epilogue: comments }
}

/** Writes a scenario as {@link parseScenario} reads it. */
export function formatScenario({ steps, epilogue }: Scenario): string {
  const blocks = steps.map(({ comments, command, expected }) =>
    [...comments, command, SEPARATOR, ...expected, '', ''].join('\n'),
  )
  return blocks.join('') + epilogue.map((comment) => `${comment}\n`).join('')
}

function shortened(command: string): string {
  return command.length > 80 ? `${command.slice(0, 80)}…` : command
}

function indexOfEmpty(lines: readonly string[], from: number): number {
  const index = lines.indexOf('', from)
  return index === -1 ? lines.length : index
}
