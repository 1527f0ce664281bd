import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Name } from './element.ts'
import { readAll } from './messages-of.ts'
import { findImports, findTests } from './regions.ts'
import { readTitles, type Test, withTitles } from './test-titles.ts'

/** One example: an implementation, and the tests that show its behaviour. */
export interface Unit {
  /** The name that MDX refers to: `new-session`. */
  name: string
  /** Ids of its two files: `examples/fullmesh/new-session.ts` and `….test.ts`. */
  implementation: string
  testFile: string
  tests: Test[]
  /** The keys in its file of titles, also those of titles that no test has. */
  keys: string[]
}

/** The examples, as text. */
export interface Examples {
  units: Unit[]
  /** Texts of all files that the units need, by id. */
  sources: Map<string, string>
}

/**
 * Reads every `fullmesh/<unit>.test.ts` under `root`, and all modules that they import.
 *
 * @throws one error with a message for each problem, which begins with a file and a line
 */
export function readExamples(root: string): Examples {
  const { problems, ...examples } = findExamples(root)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return examples
}

/**
 * Reads the examples as {@link readExamples} does, without those of their tests whose titles are wrong, and what is wrong.
 *
 * @throws for what cannot be read at all
 */
export function findExamples(root: string): Examples & { problems: string[] } {
  const sources = new Map<string, string>()
  const problems: string[] = []
  const files = readdirSync(join(root, 'fullmesh'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
  const units = readAll(files, (file): Unit => {
    const testFile = `examples/fullmesh/${file}`
    const implementation = testFile.replace(/\.test\.ts$/, '.ts')
    readModule(root, testFile, sources)
    readModule(root, implementation, sources, testFile)
    const name = file.replace(/\.test\.ts$/, '')
    const titles = readTitles(join(root, 'fullmesh', `${name}.titles.json`))
    const regions = findTests(testFile, sources.get(testFile) ?? '')
    const { problems: found, ...tests } = withTitles(regions, titlesFile(name), titles, testFile)
    problems.push(...found)
    return { name, implementation, testFile, ...tests }
  })
  checkKeys(units)
  return { units, sources, problems }
}

/** Returns the file with the keys and the titles of a unit's tests, from the root of the repository. */
function titlesFile(unit: string): string {
  return `examples/fullmesh/${unit}.titles.json`
}

/** @throws if two tests have the same key */
function checkKeys(units: readonly Unit[]): void {
  const first = new Map<string, string>()
  for (const { name, tests } of units)
    for (const { key } of tests) {
      const other = first.get(key)
      if (other) throw new Error(`${titlesFile(name)}:1: ${other}.titles.json also has the key "${key}"`)
      first.set(key, name)
    }
}

/** Returns the names by which a page refers to a unit, or to one of its tests: its key. */
export function namesOfTest(units: readonly Unit[], of: string, test?: string): Name[] {
  const unit = units.find(({ name }) => name === of)
  const names = [{ what: 'example', name: of, known: units.map(({ name }) => name) }]
  if (!unit || test === undefined) return names
  const what = `test in ${titlesFile(unit.name)} with the key`
  return [...names, { what, name: test, known: unit.keys }]
}

/**
 * Adds the module `id` and all modules that it imports to `sources`.
 *
 * @throws if a module does not exist, or an example cannot import it
 */
export function readModule(root: string, id: string, sources: Map<string, string>, importer = id): void {
  if (sources.has(id)) return
  let source: string
  try {
    source = readFileSync(join(root, posix.relative('examples', id)), 'utf8')
  } catch {
    throw new Error(`${importer}:1: imports "${id}", which is not there`)
  }
  sources.set(id, source)
  for (const specifier of findImports(source)) {
    if (specifier === 'vitest') continue
    if (!/^\..*\.ts$/.test(specifier)) {
      throw new Error(
        `${id}:1: imports "${specifier}"; an example can import "vitest" and ./relative/files.ts`,
      )
    }
    readModule(root, posix.join(posix.dirname(id), specifier), sources, id)
  }
}

/** Returns the name of the generated data of an example or a walk: those of a unit, or of one of its tests. */
export function testDataName(of: string, test?: string): string {
  return test === undefined ? of : `${of}--${test}`
}
