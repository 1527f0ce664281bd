import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** How many bytes of each file are shown where two files differ. */
const shown = 60

/**
 * Compares the files of two folders, byte by byte.
 *
 * @returns one message for each difference: a file that only one folder has, or the first place at which two files differ
 */
export async function compareFolders(first: string, second: string): Promise<string[]> {
  const [ones, others] = await Promise.all([filesOf(first), filesOf(second)])
  const onlyIn = (these: Set<string>, those: Set<string>, which: string) =>
    [...these].filter((file) => !those.has(file)).map((file) => `${file}: only in the ${which} folder`)
  const problems = [...onlyIn(ones, others, 'first'), ...onlyIn(others, ones, 'second')]
  for (const file of [...ones].filter((file) => others.has(file))) {
    const [one, other] = await Promise.all([readFile(join(first, file)), readFile(join(second, file))])
    if (one.equals(other)) continue
    const at = one.findIndex((byte, index) => byte !== other[index])
    const place = at < 0 ? one.length : at
    const textOf = (bytes: Buffer) =>
      JSON.stringify(bytes.subarray(Math.max(0, place - shown / 2), place + shown / 2).toString())
    problems.push(`${file}: differs from byte ${place} on: ${textOf(one)}, and ${textOf(other)}`)
  }
  return problems.sort()
}

async function filesOf(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort(),
  )
}
