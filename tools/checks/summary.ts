import { posix } from 'node:path'

/**
 * Returns what `npm run check` prints: the problems, and their number.
 *
 * @param problems messages that begin with a file and a line
 * @param files files and folders: problems of others are only counted. All are printed if there are none.
 * @param notCurrent messages about texts that are not current. They fail nothing: a contributor may change one language.
 */
export function summary(
  problems: readonly string[],
  files: readonly string[] = [],
  notCurrent: readonly string[] = [],
): { lines: string[]; failed: boolean } {
  const wanted = files.map((file) => posix.normalize(file.replaceAll('\\', '/')).replace(/\/$/, ''))
  const isIn = (file: string, problem: string) =>
    file === '.' || problem.startsWith(`${file}:`) || problem.startsWith(`${file}/`)
  const found = problems.filter(
    (problem) => wanted.length === 0 || wanted.some((file) => isIn(file, problem)),
  )
  const others = problems.length - found.length
  const more = others > 0 ? `, and ${others} in other files` : ''
  // The message of a text names the files of both languages.
  const texts = notCurrent.filter(
    (message) => wanted.length === 0 || wanted.some((file) => file === '.' || message.includes(file)),
  )
  const { length } = texts
  const also = length
    ? `; ${length === 1 ? '1 text is' : `${length} texts are`} not current, which fails nothing`
    : ''
  return {
    lines: [
      ...found,
      ...texts,
      `${found.length || 'no'} problem${found.length === 1 ? '' : 's'}${more}${also}`,
    ],
    failed: found.length > 0,
  }
}
