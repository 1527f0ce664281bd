import { join } from 'node:path'
import { type Examples, readExamples, type Unit } from '../../notes/examples.ts'
import { bundleNodeRunner } from '../../sandbox/build/bundle.ts'
import { compileFile, compileModel } from '../../sandbox/build/compile.ts'
import { type Run, runTests } from '../../sandbox/build/run.ts'
import type { Failure, Script } from '../../sandbox/protocol.ts'

/** The tests of one example, compiled, and what they returned. */
export interface UnitRun {
  unit: Unit
  script: Script
  run: Run
}

/** The last run of each test file. It is run again when its compiled code, or that of the model, has changed. */
const kept = new Map<string, { model: string; tests: string; run: Promise<Run> }>()

/**
 * Compiles the examples and runs their tests, as a page does.
 *
 * @returns the compiled model, and one result for each example; tests may have failed
 * @throws if an example is not TypeScript; the message begins with the file and the line
 */
export async function runExamples(found: Examples): Promise<{ model: Script; runs: UnitRun[] }> {
  const model = compileModel(found)
  const runner = bundleNodeRunner()
  const runs = found.units.map(async (unit): Promise<UnitRun> => {
    const file = unit.testFile
    const script = compileFile(found, file)
    const last = kept.get(file)
    if (last?.model === model.text && last.tests === script.text) return { unit, script, run: await last.run }
    const run = runner.then((runner) => runTests(runner, [model, script], { file }))
    kept.set(file, { model: model.text, tests: script.text, run })
    return { unit, script, run: await run }
  })
  return { model, runs: await Promise.all(runs) }
}

/**
 * Runs the tests of the examples.
 *
 * @returns one message for each failure, beginning with a file and a line
 */
export async function checkExamples(siteDir: string): Promise<string[]> {
  const { runs } = await runExamples(readExamples(join(siteDir, 'examples')))
  return runs.flatMap(failures)
}

function failures({ unit: { testFile }, run }: UnitRun): string[] {
  const message = ({ message, place }: Failure, line: number, prefix = '') =>
    `${place?.file ?? testFile}:${place?.line ?? line}: ${prefix}${message}`
  return [
    ...run.failures.map((failure) => message(failure, 1)),
    ...run.tests.flatMap(({ title, line, failures }) =>
      failures.map((failure) => message(failure, line, `"${title}" fails: `)),
    ),
  ]
}
