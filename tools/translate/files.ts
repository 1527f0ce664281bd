import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

/** Reads a file of the site; undefined if there is none. Paths are from the root of the site. */
export function readFile(siteDir: string, file: string): string | undefined {
  const path = join(siteDir, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Finds files by patterns, sorted; those of patterns that begin with `!` are left out. */
export function findFiles(siteDir: string, patterns: readonly string[]): string[] {
  if (patterns.length === 0) return []
  return globSync([...patterns], { cwd: siteDir, ignore: ['**/node_modules/**'] }).sort()
}

/**
 * Parses a JSON file.
 *
 * @throws if it is not JSON; the message begins with the file and a line
 */
export function parseJson<T>(file: string, text: string): T {
  try {
    return JSON.parse(text) as T
  } catch (error) {
    const { message } = error as Error
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0)
    throw new Error(`${file}:${lineCounter(text)(offset)}: ${message}`)
  }
}

/** Returns a function that finds the line of an offset in a text, counted from 1. An offset below 0 is in the first line. */
export function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index)
  return (offset) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
