import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { defaultLanguage, type Language, languages } from '../../reference/languages.ts'

/**
 * Results that take long to compute are kept in `node_modules/.cache/site/`, for the next build, and for the build in
 * another language that runs at the same time.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/site')

/** The code on which results depend, and what names the versions of packages and the settings of the compiler. */
const codeFolders = ['src', 'reference', 'tools/translate']
const codeFiles = ['package-lock.json', 'tsconfig.json', 'examples/tsconfig.json']

const day = 24 * 60 * 60 * 1000

/**
 * Returns a digest of the code that makes the pages, and of the versions of the packages that it uses. A module calls it
 * when it is loaded: `npm run dev` loads it again when code that it imports has changed.
 */
export function codeDigest(): string {
  const hash = createHash('sha256')
  const files = codeFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name) => join(folder, name))
      .sort(),
  )
  for (const file of [...files, ...codeFiles]) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/**
 * Returns the place of a result on the disk.
 *
 * @param kind a name for results of this kind
 * @param inputs all that the result depends on, except the version of Node; with {@link codeDigest} if the code that
 *   computes it is not among them
 * @param folder where all results are; for tests
 */
export function onDisk<Result>(kind: string, inputs: readonly string[], folder = cache) {
  const hash = createHash('sha256').update(process.version)
  for (const input of inputs) hash.update(`\n${input.length} `).update(input)
  const path = join(folder, kind, hash.digest('hex'))
  return {
    /** Returns the result that was written; undefined if there is none. */
    read(): Result | undefined {
      try {
        const result = deserialize(readFileSync(path)) as Result
        if (Date.now() - statSync(path).mtimeMs > day) utimesSync(path, new Date(), new Date())
        return result
      } catch {
        return undefined // there is no such file, or it is damaged
      }
    },
    /** Writes the result, and returns it. A program that reads it meanwhile finds all of it, or nothing. */
    write(result: Result): Result {
      const unfinished = `${path}.${process.pid}`
      try {
        mkdirSync(join(folder, kind), { recursive: true })
        writeFileSync(unfinished, serialize(result))
        renameSync(unfinished, path)
      } catch {} // the folder cannot be written: the next build computes the result again
      return result
    },
  }
}

/**
 * Returns a result that only one of the builds at the same time computes: that in the default language. Others wait for
 * it, while they compute what they share in turn. `npm run dev` writes nothing: there, what `compute` returns can depend
 * on what it was called for before.
 */
export async function once<Result>(
  place: ReturnType<typeof onDisk<Result>>,
  language: Language,
  compute: () => Result,
): Promise<Result> {
  const isComputedElsewhere = Number(process.env.BUILDS ?? 1) > 1 && language !== defaultLanguage
  // A minute, in case that nothing can be written.
  for (let tries = isComputedElsewhere ? 600 : 1; tries > 0; tries--) {
    const known = place.read()
    if (known !== undefined) return known
    if (isComputedElsewhere) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const result = compute()
  return process.env.NODE_ENV === 'development' ? result : place.write(result)
}

/** Removes the results that no build has used for a week. */
export function removeUnused(folder = cache): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && Date.now() - statSync(path).mtimeMs > 7 * day) rmSync(path)
  }
}

/**
 * Returns a list in the order in which the build in a language goes through it. Two builds at the same time begin at its
 * two ends: each finds on the disk what the other has already computed.
 */
export function inTurn<Item>(items: readonly Item[], language: Language): readonly Item[] {
  return languages.indexOf(language) % 2 === 1 ? items.toReversed() : items
}
