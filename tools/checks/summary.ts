import { posix } from 'node:path'

/**
 * Returns what `npm run check` prints: the problems, and their number.
 *
 * @param problems messages that begin with a file and a line
 * @param files files and folders: problems of others are only counted. All are printed if there are none.
 */
export function summary(
  problems: readonly string[],
  files: readonly string[] = [],
): { lines: string[]; failed: boolean } {
  const wanted = files.map((file) => posix.normalize(file.replaceAll('\\', '/')).replace(/\/$/, ''))
  const isIn = (file: string, problem: string) =>
    file === '.' || problem.startsWith(`${file}:`) || problem.startsWith(`${file}/`)
  const found = problems.filter(
    (problem) => wanted.length === 0 || wanted.some((file) => isIn(file, problem)),
  )
  const others = problems.length - found.length
  const more = others > 0 ? `, and ${others} in other files` : ''
  return {
    lines: [...found, `${found.length || 'no'} problem${found.length === 1 ? '' : 's'}${more}`],
    failed: found.length > 0,
  }
}
