import { writeFileSync } from 'node:fs'
import { fillIn, runText } from '../../examples/scenario/fill-in.ts'
import { ScenarioError } from '../../examples/scenario/parse.ts'
import { preventsRewrite, report } from '../../examples/scenario/problems.ts'
import { usages } from '../../examples/scenario/usages.ts'
import { visible, visibleText } from '../../examples/scenario/visible.ts'
import { completeLanguages, folderOf, labelOf } from '../../reference/languages.ts'
import { type Found, findScenarios, readText, reasonOf } from './scenario-files.ts'

const usage = `npm run --silent replay -- [--print | --rewrite] PATH...

Runs scenarios, and says where the model prints something else than the file holds. A path is a file, or a folder
with .txt files in it at any depth. The exit status is 1 if anything is wrong.

  --print     print one file with the output that the model prints now, and leave the file as it is
  --rewrite   write that output into the files; commands, comments and empty lines stay as they are
  --help, -h  print this

The form of a file is described in
${completeLanguages
  .map((language) => `  ${folderOf(language)}/reference/scenarios.mdx (${labelOf(language)})`)
  .join('\n')}

The commands:

${Object.values(usages)
  .flatMap((ways) => ways.map((way) => `  ${way}`))
  .join('\n')}
`

/** Options that replace the comparison by another action. */
const ACTIONS = ['--print', '--rewrite']

/** The output of the program. Texts include their line ends. */
export interface Streams {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** True if standard output is a terminal. */
  isTerminal: boolean
}

/**
 * `npm run --silent replay -- [--print | --rewrite] PATH...`: runs scenarios, and reports where the output of the model
 * differs from the files, or writes it into them.
 *
 * @param environment in which npm sets a variable for each option that is written before `--`
 * @returns the exit status
 */
export function replay(
  args: readonly string[],
  streams: Streams,
  environment: Readonly<Record<string, string | undefined>> = {},
): number {
  const options = args.filter((arg) => arg.startsWith('-'))
  const paths = args.filter((arg) => !arg.startsWith('-') && arg !== '')
  if (options.includes('--help') || options.includes('-h')) {
    streams.stdout(usage)
    return 0
  }
  const refusal = refuseArguments(options, paths, environment)
  if (refusal !== undefined) {
    streams.stderr(`${visible(refusal)}\n`)
    return 1
  }
  const found = paths.flatMap(findScenarios)
  if (options.includes('--print')) return printOne(found, streams)
  return actOnAll(found, options.includes('--rewrite'), streams)
}

function refuseArguments(
  options: readonly string[],
  paths: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const taken = ACTIONS.find((option) => environment[`npm_config_${option.slice(2)}`] !== undefined)
  if (taken !== undefined)
    return `npm took ${taken} for an option of its own: npm run --silent replay -- ${[taken, ...paths].join(' ')}`
  const unknown = options.find((option) => !ACTIONS.includes(option))
  if (unknown !== undefined) return `there is no option "${unknown}"; ${HELP}`
  if (ACTIONS.every((option) => options.includes(option)))
    return `${ACTIONS.join(' and ')} exclude each other`
  return paths.length === 0 ? `which scenarios? ${HELP}` : undefined
}

const HELP = 'npm run --silent replay -- --help prints the usage'

function actOnAll(found: readonly Found[], isRewrite: boolean, { stdout }: Streams): number {
  const print = (line: string) => stdout(`${visible(line)}\n`)
  const total = { passed: 0, failed: 0 }
  for (const each of found) {
    const problems = attempt(each, (file) => (isRewrite ? rewriteFile(file, print) : replayFile(file)))
    problems.forEach(print)
    total[problems.length > 0 ? 'failed' : 'passed']++
  }
  const untouched = isRewrite && total.failed > 0 ? '; what failed was not rewritten' : ''
  print(`${total.passed} passed, ${total.failed} failed${untouched}`)
  return total.failed > 0 ? 1 : 0
}

/**
 * Prints a file with the output of the model. Standard output holds nothing else, so that it can be redirected. It ends
 * before the first command with a problem.
 */
function printOne(found: readonly Found[], { stdout, stderr, isTerminal }: Streams): number {
  const [first, ...others] = found
  const problems =
    first && others.length === 0
      ? attempt(first, (file) => {
          const { text, problems } = fillIn(file, readText(file))
          stdout(isTerminal ? visibleText(text) : text)
          return problems
        })
      : [`--print takes one file, not ${found.length}`]
  for (const problem of problems) stderr(`${visible(problem)}\n`)
  return problems.length > 0 ? 1 : 0
}

/** Calls `act`, and returns the problems as lines, also if the file is no scenario or cannot be read. */
function attempt(found: Found, act: (file: string) => string[]): string[] {
  if ('problem' in found) return [found.problem]
  const { file } = found
  try {
    return act(file)
  } catch (error) {
    if (error instanceof ScenarioError) return [`${file}:${error.line}: ${error.reason}`]
    return [`${file}: ${reasonOf(file, error as NodeJS.ErrnoException)}`]
  }
}

function replayFile(file: string): string[] {
  const { scenario, problems } = runText(file, readText(file))
  const isFresh = scenario.steps.every(({ expected }) => expected.length === 0)
  if (!isFresh) return report(file, problems)
  const wrong = problems.filter(preventsRewrite)
  return wrong.length > 0 || problems.length === 0
    ? report(file, wrong)
    : [
        `${file}: there is no output in this file yet: --print shows what the model prints, --rewrite writes it into the file`,
      ]
}

function rewriteFile(file: string, print: (line: string) => void): string[] {
  const before = readText(file)
  const { text, problems } = fillIn(file, before)
  if (problems.length === 0 && text !== before) {
    writeFileSync(file, text)
    print(`${file}: rewritten`)
  }
  return problems
}
