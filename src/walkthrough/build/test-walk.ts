import { readExamples, type Unit } from '../../notes/examples.ts'
import type { Test } from '../../notes/test-titles.ts'
import { type Step, unpack } from '../../recorder/recording.ts'
import { openRecorder } from './record.ts'

/** The examples of the site, for tests of walks. */
export const examples = readExamples('examples')

/** A recorder of walks through them. */
export const walks = await openRecorder('.', examples)

/** Finds a test of a unit by its key. */
export function findTest(of: string, key: string): [Unit, Test] {
  const unit = examples.units.find(({ name }) => name === of)
  const test = unit?.tests.find((test) => test.key === key)
  if (!unit || !test) throw new Error(`no test "${key}" of ${of}`)
  return [unit, test]
}

/** Records the walk through a test. */
export async function walk(of: string, key: string): Promise<Step[]> {
  return unpack(await walks.record(...findTest(of, key)))
}
