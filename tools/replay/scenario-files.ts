import { isUtf8 } from 'node:buffer'
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ScenarioError } from '../../examples/scenario/parse.ts'
import { entriesBelow } from '../node/entries-below.ts'

/** A file to replay, or the reason why there is none. */
export type Found = { file: string } | { problem: string }

/** Finds the files to replay: the path itself or, if it is a folder, all `.txt` files in it. */
export function findScenarios(path: string): Found[] {
  try {
    if (!statSync(path).isDirectory()) return [{ file: path }]
    const files = entriesBelow(path)
      .filter((entry) => entry.name.endsWith('.txt') && !entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name))
    if (files.length === 0) return [{ problem: `${path}: there is no .txt file in this folder` }]
    return files.sort().map((file) => ({ file }))
  } catch (error) {
    return [{ problem: `${path}: ${reasonOf(path, error as NodeJS.ErrnoException)}` }]
  }
}

/** Describes why a file or folder cannot be read or written. */
export function reasonOf(path: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return lstatSync(path, { throwIfNoEntry: false })
        ? 'a symbolic link to something that does not exist'
        : 'there is no such file or folder'
    case 'ENOTDIR':
      return 'there is no such file or folder'
    case 'ELOOP':
      return 'a symbolic link that leads back to itself'
    case 'EISDIR':
      return 'a folder, not a file'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'permission denied'
    default:
      return message.replace(/^E[A-Z0-9]+: (.*?), .*$/s, '$1') // Node adds the code, the system call and the path
  }
}

/**
 * Reads a file.
 *
 * @throws {ScenarioError} if it is not UTF-8, since rewriting it would change it, or if its line ends are CR alone
 */
export function readText(file: string): string {
  const bytes = readFileSync(file)
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8')
    if (!text.includes('\n') && text.includes('\r'))
      throw new ScenarioError(1, 'the line ends of this file are CR: save it with LF or CRLF')
    return text
  }
  const lines = bytes.toString('latin1').split('\n')
  const wrong = lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')))
  throw new ScenarioError(wrong + 1, 'this line is not UTF-8: save the file as UTF-8')
}
