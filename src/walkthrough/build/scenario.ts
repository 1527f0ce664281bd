import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseScenario, ScenarioError } from '../../../examples/scenario/parse.ts'
import { runIntoLog } from '../../../examples/scenario/run.ts'
import { type Language, textIn } from '../../../reference/languages.ts'
import { isRemark, remarksIn } from '../../notes/remarks.ts'

/** True for the name of a scenario file. */
export function isScenario(of: string): boolean {
  return of.endsWith('.txt')
}

/** Returns the scenario files of the site for which a page can have a walk. */
export function scenarioFiles(siteDir: string): string[] {
  return ['examples/scenario/scenarios', 'reference/then'].flatMap((folder) =>
    readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter(isScenario),
  )
}

/** The module that runs the commands of a scenario. */
export const scenarioModule = 'examples/scenario/run.ts'

/**
 * Reads a scenario file of the site.
 *
 * @throws if the file does not exist or is no scenario, with a message that begins with the file
 */
export function readScenario(siteDir: string, file: string): string {
  let text: string
  try {
    text = readFileSync(join(siteDir, file), 'utf8')
  } catch {
    throw new Error(`${file}: there is no such file`)
  }
  try {
    parseScenario(text)
  } catch (error) {
    if (error instanceof ScenarioError) throw new Error(`${file}:${error.line}: ${error.reason}`)
    throw error
  }
  return text
}

/**
 * Makes a test of a scenario: every command is a statement, on the line that it has in the file.
 *
 * Each command before the first session is one step (`setUp` is a summary). If a command after the first one has a
 * comment, the commands before that comment are such steps instead.
 */
export function scenarioAsTest(file: string, text: string): string {
  const run = runIntoLog.name
  const from = (module: string) => JSON.stringify(posix.relative(posix.dirname(file), module))
  const { steps } = parseScenario(text)
  const lines = text.split('\n').map(() => '')
  const comment = steps.findIndex(({ comments }) => comments.length > 0)
  const session = steps.findIndex(({ command }) => /^(connect|accept) /.test(command))
  const first = comment > 0 ? comment : session
  for (const [index, { line, command }] of steps.entries()) {
    lines[line - 1] = `${index < first ? 'setUp' : run}(world, ${JSON.stringify(command)})`
  }
  const head = [
    `import { test } from 'vitest'`,
    `import { ${run} } from ${from(scenarioModule)}`,
    `import { createWorld } from ${from('examples/scenario/world.ts')}`,
    `test(${JSON.stringify(file)}, () => scenario(createWorld()))`,
    `const setUp = (world, command) => { ${run}(world, command) }`,
    'function scenario(world) {',
  ]
  return `${head.join('; ')} ${lines.join('\n')}\n}`
}

/** Returns a scenario with its remarks in one language. Every line keeps its number. */
export function withRemarksIn(text: string, language: Language): string {
  const lines = text.split('\n')
  const shown = new Map(
    remarksIn(lines).map((remark) => {
      const { index, text } = textIn(remark, language)
      return [index, `# ${text}`]
    }),
  )
  return lines.map((line, index) => (isRemark(line) ? (shown.get(index) ?? '') : line)).join('\n')
}
