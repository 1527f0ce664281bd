import { isAbsolute, relative, sep } from 'node:path'
import { run } from '../terminal/run.ts'

/** A program that checks code. It prints a line for each problem. */
interface Program {
  name: string
  arguments: readonly string[]
}

/** The comparison of the languages. It takes a second; by itself it also starts fast. */
const translations: Program = {
  name: 'node',
  arguments: ['tools/node/bundled.cjs', 'tools/translate/translate.ts', 'check'],
}

/** Both projects of TypeScript, the formatter and linter, and the search for what is not used. */
const programs: readonly Program[] = [
  { name: 'tsc', arguments: ['-p', '.', '--pretty', 'false'] },
  { name: 'tsc', arguments: ['-p', 'examples', '--pretty', 'false'] },
  { name: 'biome', arguments: ['ci', '--max-diagnostics=none', '--reporter=github', '.'] },
  {
    name: 'knip',
    arguments: ['-c', 'tools/checks/knip.json', '--no-progress', '--reporter=github-actions'],
  },
]

/**
 * Checks the code of the repository, in the current folder: types, format, lint, unused exports, dependencies. The
 * programs run at the same time.
 *
 * @param signal ends the programs
 * @returns one message for each problem, beginning with a file and a line
 */
export async function checkCode(signal?: AbortSignal): Promise<string[]> {
  return (await Promise.all(programs.map((program) => runProgram(program, signal)))).flat()
}

/**
 * Finds the texts that have changed since they were compared with those in the other languages.
 *
 * @param signal ends the search
 * @returns one message for each text, beginning with a file and a line
 */
export function checkTranslations(signal?: AbortSignal): Promise<string[]> {
  return runProgram(translations, signal)
}

async function runProgram({ name, arguments: args }: Program, signal?: AbortSignal): Promise<string[]> {
  const { failed, output } = await run(name, [...args], { signal })
  const problems = problemsIn(output)
  return failed && problems.length === 0 ? [`package.json:1: ${name} has failed: ${output.trim()}`] : problems
}

/**
 * Finds the problems in the output of these programs: `src/a.ts(3,7): error TS2322: …`,
 * `::error title=…,file=src/a.ts,line=3,…::…`, and `src/a.ts:3: …`.
 */
export function problemsIn(output: string): string[] {
  return output.split('\n').flatMap((line) => {
    const [, typed = '', at, message] = /^(\S.*?)\((\d+),\d+\): (?:error|warning) (.*)$/.exec(line) ?? []
    if (message) return [`${typed}:${at}: ${message}`]
    if (/^[^\s:]+:\d+: /.test(line)) return [line]
    const [, values, text = ''] = /^::(?:error|warning) (.*?)::(.*)$/.exec(line) ?? []
    if (!values) return []
    const value = (name: string) => new RegExp(`(?:^|,)${name}=([^,]*)`).exec(values)?.[1] ?? ''
    const file = fromHere(value('file'))
    return [`${file}:${value('line') || 1}: ${messageOf(value('title'), text.replace(` in ${file}`, ''))}`]
  })
}

/** What the titles of problems mean, and what would be right. */
const meanings: readonly (readonly [title: RegExp, meaning: (text: string) => string])[] = [
  [/^format$/, () => 'is not formatted: npm run format does it'],
  [/^assist\//, (text) => `${text} npm run format fixes it`],
  [/Unused export/, (text) => `"${text}" is exported, and nothing imports it: remove "export", or all of it`],
  [/Unused files$/, () => 'nothing imports this file: remove it, or name it in tools/checks/knip.json'],
  [/Unused (dev)?dependencies$/i, (text) => `"${text}" is declared, and nothing uses it: npm uninstall it`],
  [/Unlisted dependencies$/, (text) => `"${text}" is used, and package.json does not declare it`],
]

function messageOf(title: string, text: string): string {
  const [, meaning] = meanings.find(([pattern]) => pattern.test(title)) ?? []
  return meaning ? meaning(text) : `${text} (${title.replace(/^\S+ Knip \/ /, '')})`
}

function fromHere(file: string): string {
  return (isAbsolute(file) ? relative(process.cwd(), file) : file).split(sep).join('/')
}
