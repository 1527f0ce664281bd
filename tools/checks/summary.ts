import { folderOf, languageOf } from '../../reference/languages.ts'
import { isNamed } from './named-files.ts'

/** Matches the problems because of which the texts of a file cannot be told apart: they seem to be removed. */
const withoutName = /: the heading has no id|" has no title in /

/** Returns the file of a message; of a page, its path in the folder of its language. */
function pageOf(message: string): string {
  const [file = ''] = message.split(':')
  const folder = `${folderOf(languageOf(file))}/`
  return file.startsWith(folder) ? file.slice(folder.length) : file
}

/**
 * Returns what `npm run check` prints: the problems, and their number.
 *
 * @param problems messages that begin with a file and a line
 * @param files files and folders, from {@link namedFiles}: problems of others are only counted. All are printed if there are none.
 * @param notCurrent messages about texts that are not current. They fail nothing: a contributor may change one language.
 */
export function summary(
  problems: readonly string[],
  files: readonly string[] = [],
  notCurrent: readonly string[] = [],
): { lines: string[]; failed: boolean } {
  const found = problems.filter((problem) => isNamed(problem.split(':')[0] ?? '', files))
  const others = problems.length - found.length
  const more = others > 0 ? `, and ${others} in other files` : ''
  const unclear = new Set(problems.filter((problem) => withoutName.test(problem)).map(pageOf))
  // The message of a text names the files of both languages.
  const texts = notCurrent
    .filter((message) => files.length === 0 || files.some((file) => message.includes(file)))
    .filter((message) => !unclear.has(pageOf(message)))
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
