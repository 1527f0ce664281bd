import { openStates, statesOf } from '../translate/states.ts'
import { readSite } from '../translate/texts.ts'
import { isNamed } from './named-files.ts'

/**
 * Says how many texts are out of date, missing or in conflict, and which command lists them.
 *
 * @param files files and folders from the root of the site: only their texts count, and those of the same pages in other languages; all
 *   texts if there are none
 * @returns one line, or none
 * @throws if a file has the wrong form; the message begins with file and line
 */
export function openTexts(siteDir: string, files: readonly string[]): string[] {
  const site = readSite(siteDir)
  const states = statesOf(site)
  const pages = new Set(states.filter(({ file }) => isNamed(file, files)).map(({ page }) => page))
  const open = openStates(states, site.languages).filter(({ page }) => pages.has(page))
  const { length } = open
  if (length === 0) return []
  const names = files.length ? new Set(open.map(({ page }) => page)) : []
  const command = ['npm run translate status', ...names].join(' ')
  return [
    `${length === 1 ? '1 text is' : `${length} texts are`} out of date, missing or in conflict: ${command}`,
  ]
}
