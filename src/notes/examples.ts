import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Name } from './element.ts'
import { findImports, findTests, type Region } from './regions.ts'

/** One example: an implementation, and the tests that show what it does. */
export interface Unit {
  /** What MDX calls it: `new-session`. */
  name: string
  /** Ids of its two files: `examples/fullmesh/new-session.ts` and `….test.ts`. */
  implementation: string
  testFile: string
  tests: Region[]
}

/** The examples, as text. */
export interface Examples {
  units: Unit[]
  /** The text of every file that a unit needs, by id. */
  sources: Map<string, string>
}

/** Reads every `fullmesh/<unit>.test.ts` under `root`, and all that they import. */
export function readExamples(root: string): Examples {
  const sources = new Map<string, string>()
  const units = readdirSync(join(root, 'fullmesh'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file): Unit => {
      const testFile = `examples/fullmesh/${file}`
      const implementation = testFile.replace(/\.test\.ts$/, '.ts')
      readModule(root, testFile, sources)
      readModule(root, implementation, sources, testFile)
      const tests = findTests(testFile, sources.get(testFile) ?? '')
      return { name: file.replace(/\.test\.ts$/, ''), implementation, testFile, tests }
    })
  return { units, sources }
}

/** The names by which a page refers to a unit, or to one of its tests. */
export function namesOfTest(units: readonly Unit[], of: string, test?: string): Name[] {
  const unit = units.find(({ name }) => name === of)
  const names = [{ what: 'example', name: of, known: units.map(({ name }) => name) }]
  if (!unit || test === undefined) return names
  const titles = unit.tests.map(({ title }) => title)
  return [...names, { what: `test in ${unit.testFile}`, name: test, known: titles }]
}

/**
 * Adds the module `id` to the sources, and all that it imports, unless they are there.
 *
 * @throws if one is not there, or imports what an example cannot
 */
export function readModule(root: string, id: string, sources: Map<string, string>, importer = id): void {
  if (sources.has(id)) return
  let source: string
  try {
    source = readFileSync(join(root, posix.relative('examples', id)), 'utf8')
  } catch {
    throw new Error(`${importer}: imports "${id}", which is not there`)
  }
  sources.set(id, source)
  for (const specifier of findImports(source)) {
    if (specifier === 'vitest') continue
    if (!/^\..*\.ts$/.test(specifier)) {
      throw new Error(`${id}: imports "${specifier}"; an example can import "vitest" and ./relative/files.ts`)
    }
    readModule(root, posix.join(posix.dirname(id), specifier), sources, id)
  }
}
