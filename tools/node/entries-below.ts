import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Returns what is in a folder and in the folders below it. A symbolic link is an entry; what it leads to is not looked at:
 * it can lead back. (`recursive` of `readdirSync` does the same in Node 20, and follows links in Node 22.)
 *
 * @throws if a folder cannot be read
 */
export function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry, ...entriesBelow(join(folder, entry.name))] : [entry],
  )
}
