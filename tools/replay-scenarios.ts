import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatScenario, parseScenario, ScenarioError } from '../examples/scenario/parse.ts'
import { replayScenario, runScenario } from '../examples/scenario/run.ts'

/**
 * `npm run --silent replay -- [--rewrite] PATH...`: runs recorded scenarios, and says where the model prints
 * something else.
 *
 * A path is a file, or a folder with `.txt` files in it at any depth. With `--rewrite` the files get what the model
 * prints. The last line is `N passed, N failed`; the exit status is 1 if any failed.
 */
export function replay(args: readonly string[], print: (line: string) => void): number {
  const rewrite = args.includes('--rewrite')
  const paths = args.filter((arg) => arg !== '--rewrite')
  if (paths.length === 0) {
    print(
      'which scenarios? npm run --silent replay -- [--rewrite] PATH... (files, or folders with .txt files)',
    )
    return 1
  }
  const total = { passed: 0, failed: 0 }
  for (const found of paths.flatMap(findScenarios)) {
    const problem = attempt(found, rewrite ? rewriteFile : replayFile)
    if (problem) print(problem)
    total[problem ? 'failed' : 'passed']++
  }
  print(`${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
}

/** A file to replay, or why there is none. */
type Found = { file: string } | { problem: string }

function findScenarios(path: string): Found[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return [{ problem: `${path}: there is no such file or folder` }]
  if (!stat.isDirectory()) return [{ file: path }]
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.txt') && !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
  if (files.length === 0) return [{ problem: `${path}: there is no .txt file in this folder` }]
  return files.sort().map((file) => ({ file }))
}

/** A file that is no scenario, or that cannot be read, stops none of the others. @returns what is wrong, if anything */
function attempt(found: Found, act: (file: string) => string | undefined): string | undefined {
  if ('problem' in found) return found.problem
  try {
    return act(found.file)
  } catch (error) {
    if (error instanceof ScenarioError) return `${found.file}:${error.line}: ${error.reason}`
    return `${found.file}: ${(error as Error).message}`
  }
}

/** @returns the first difference, if there is one */
function replayFile(file: string): string | undefined {
  const difference = replayScenario(parseScenario(readFileSync(file, 'utf8')))
  if (!difference) return undefined
  const { line, expected = '(nothing more)', actual = '(nothing more)' } = difference
  return `${file}:${line}\n  expected: ${expected}\n  actual:   ${actual}`
}

function rewriteFile(file: string): undefined {
  const recorded = readFileSync(file, 'utf8')
  const printed = formatScenario(runScenario(parseScenario(recorded)))
  if (printed !== recorded) writeFileSync(file, printed)
}
