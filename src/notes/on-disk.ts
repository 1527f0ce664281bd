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
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'

/**
 * Results that take long to compute are kept in `node_modules/.cache/site/`, for the next build, and for the builds in
 * other languages and the checks that run at the same time.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/site')

/** The code on which results depend, and what names the versions of packages and the settings of the compiler. */
const codeFolders = ['src', 'reference', 'tools/translate']
const codeFiles = ['package-lock.json', 'tsconfig.json', 'examples/tsconfig.json', 'i18n/languages.json']

const day = 24 * 60 * 60 * 1000

/**
 * Returns a digest of the code that makes the pages, and of the versions of the packages that it uses. A module calls it
 * when it is loaded: `npm run dev` loads it again when code that it imports has changed.
 *
 * @param more other folders, with the files of any type in these and in those of the code
 */
export function codeDigest(more?: readonly string[]): string {
  const hash = createHash('sha256')
  const isCode = (name: string) => (more ? /\.\w+$/ : /\.tsx?$/).test(name) && !/\.test\.ts$/.test(name)
  const files = [...codeFolders, ...(more ?? [])].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isCode(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
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
    /**
     * Claims to compute the result. Returns undefined if another program does, and otherwise a function that gives the
     * claim up.
     */
    claim(): (() => void) | undefined {
      const claim = `${path}.claim`
      try {
        mkdirSync(join(folder, kind), { recursive: true })
        writeFileSync(claim, String(process.pid), { flag: 'wx' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return () => {} // the folder cannot be written
        if (isStale(claim)) rmSync(claim, { force: true })
        return undefined
      }
      return () => rmSync(claim, { force: true })
    },
  }
}

/** Returns the result that is on the disk, for inputs as those of {@link onDisk}, or else computes and writes it. */
export function keep<Result>(kind: string, inputs: readonly string[], compute: () => Result): Result {
  const place = onDisk<Result>(kind, inputs)
  return place.read() ?? place.write(compute())
}

/** The age in ms at which a claim no longer counts: nothing takes as long to compute. */
const longest = 5 * 60 * 1000

/** Returns whether the program that made a claim was ended before it could give it up. */
function isStale(claim: string): boolean {
  try {
    if (Date.now() - statSync(claim).mtimeMs > longest) return true
    process.kill(Number(readFileSync(claim, 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' // there is no such process
  }
}

/**
 * Returns a result that only one of the programs that run at the same time computes: the first that claims it. The others
 * wait for it, while they compute something else.
 *
 * @param limit calls what it is given when there is a processor for it; a program that waits for another needs none
 * @throws what `compute` throws, in every program
 */
export async function once<Result>(
  place: ReturnType<typeof onDisk<Result>>,
  compute: () => Result | Promise<Result>,
  limit: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<Result> {
  for (;;) {
    const known = place.read()
    if (known !== undefined) return known
    const result = await limit(async () => {
      const release = place.claim()
      if (!release) return undefined
      try {
        // Another program may have written it before this one made its claim.
        return place.read() ?? place.write(await compute())
      } finally {
        release()
      }
    })
    if (result !== undefined) return result
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Removes the results that no build has used for a week. */
export function removeUnused(folder = cache): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && Date.now() - statSync(path).mtimeMs > 7 * day) rmSync(path)
  }
}
