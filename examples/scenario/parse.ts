import { isOutput } from './output.ts'
import { isCommandName } from './usages.ts'

/** A command of a scenario, and its recorded output. */
export interface Step {
  /** The number of the line with the command, from 1. */
  readonly line: number
  /** The comments before it, with `#`, without line ends. */
  readonly comments: readonly string[]
  readonly command: string
  readonly expected: readonly string[]
}

/** Commands, each with its output. The form of the file is that of etcd-io/raft's interaction tests. */
export interface Scenario {
  readonly steps: readonly Step[]
  /** Comments after the last command. */
  readonly epilogue: readonly string[]
}

/** The error for an invalid or stopped scenario. Its message begins with the line. */
export class ScenarioError extends Error {
  readonly line: number
  /** The message without the line number. */
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.line = line
    this.reason = reason
  }
}

const SEPARATOR = '----'

/**
 * Reads a scenario. Each command has comments (`#`) before it, and after it a line `----`, its output, and an empty
 * line. A byte order mark at the beginning is skipped.
 *
 * @throws {ScenarioError} if a command is not followed by `----`
 */
export function parseScenario(text: string): Scenario {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
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
    if (lines[++i] !== SEPARATOR) throw lacksSeparator(line, command, lines[i])
    const end = indexOfEmpty(lines, i + 1)
    steps.push({ line, comments, command, expected: lines.slice(i + 1, end) })
    comments = []
    i = end
  }
  return { steps, epilogue: comments }
}

/** Writes a scenario in the form that {@link parseScenario} reads. */
export function formatScenario({ steps, epilogue }: Scenario): string {
  const blocks = steps.map(({ comments, command, expected }) =>
    [...comments, command, SEPARATOR, ...expected, '', ''].join('\n'),
  )
  return blocks.join('') + epilogue.map((comment) => `${comment}\n`).join('')
}

/**
 * Replaces the output in the text of a scenario. All other lines keep their line ends, and so do lines of output that
 * do not change. A text without a line end at its end gets none.
 *
 * @param printed the new output of each step
 */
export function replaceOutput(
  text: string,
  { steps }: Scenario,
  printed: readonly (readonly string[])[],
): string {
  const lines = text.split(/(?<=\n)/)
  const pieces: string[] = []
  let next = 0
  for (const [i, { line, expected }] of steps.entries()) {
    const output = printed[i] ?? []
    if (isSame(expected, output)) continue
    const lineEnd = lineEndOf(lines[line - 1]) || '\n'
    const before = new Map(expected.map((text, k) => [text, lineEndOf(lines[line + 1 + k])]))
    pieces.push(lines.slice(next, line + 1).join(''))
    if (!lineEndOf(lines[line])) pieces.push(lineEnd)
    pieces.push(output.map((text) => text + (before.get(text) || lineEnd)).join(''))
    next = line + 1 + expected.length
  }
  pieces.push(lines.slice(next).join(''))
  const replaced = pieces.join('')
  return text.endsWith('\n') ? replaced : replaced.replace(/\r?\n$/, '')
}

function lineEndOf(line = ''): string {
  return /\r?\n$/.exec(line)?.[0] ?? ''
}

/** Whether two outputs have the same lines. */
export function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((line, i) => line === others[i])
}

/** A text from a file, cut to 80 characters for a message. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** The error for a line that is not followed by `----`: it is not a command, or the next line is wrong. */
function lacksSeparator(line: number, command: string, next: string | undefined): ScenarioError {
  if (command.trim() === '')
    return new ScenarioError(line, 'this line is not empty, but holds white space: delete the white space')
  if (command.trimStart().startsWith('#'))
    return new ScenarioError(line, 'a comment begins with "#" in the first column')
  if (isOutput(command))
    return new ScenarioError(
      line,
      `expected a command, found output: "${shortened(command)}" (an empty line ends the output before)`,
    )
  const [name = ''] = command.trimStart().split(/\s/)
  if (!isCommandName(name))
    return new ScenarioError(
      line,
      `"${shortened(command)}" is not a command: expected a command, a comment that begins with "#", or an empty line`,
    )
  const found =
    next === undefined
      ? 'the end of the file'
      : next === ''
        ? 'an empty line'
        : next.trim() === SEPARATOR
          ? `"${next}", with white space around it`
          : `"${shortened(next)}"`
  return new ScenarioError(
    line + 1,
    `expected "----" after the command "${shortened(command)}", found ${found}`,
  )
}

function indexOfEmpty(lines: readonly string[], from: number): number {
  const index = lines.indexOf('', from)
  return index === -1 ? lines.length : index
}
