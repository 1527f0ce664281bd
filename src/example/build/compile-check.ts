import type { Examples } from '../../notes/examples.ts'
import { compileFile } from '../../sandbox/build/compile.ts'
import type { Exercise } from './read-exercises.ts'

/**
 * Compiles the hidden tests of an exercise, and the modules that they import and the model lacks, into one script. The
 * module `start.ts` in it is replaced by that of the answer.
 */
export function compileCheck(
  { sources, solution, wrong }: Exercise,
  model: Pick<Examples, 'sources'>,
): string {
  const answers = [solution, ...wrong.map(({ file }) => file)]
  return [...sources.keys()]
    .filter((id) => !model.sources.has(id) && !answers.includes(id))
    .map((id) => compileFile({ units: [], sources: new Map(sources) }, id).text)
    .join('')
}
