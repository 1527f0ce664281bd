import type { LoadContext, Plugin } from '@docusaurus/types'
import { type Heading, headings } from './headings.ts'
import { folders, readPages } from './pages.ts'
import { refuse } from './refuse.ts'

/**
 * Compares the two languages: file for file, heading for heading, id for id. A difference fails the build; `npm run
 * dev` only says so.
 */
export function pairs({ siteDir }: LoadContext): Plugin {
  return {
    name: 'pairs',

    async loadContent() {
      refuse(checkPairs(siteDir))
    },
  }
}

/** Returns one line for each difference between the languages, beginning with `file:line`. */
export function checkPairs(siteDir: string): string[] {
  const [zh, en] = [readPages(siteDir, folders.zh), readPages(siteDir, folders.en)]
  return [...new Set([...zh.keys(), ...en.keys()])].sort().flatMap((name) => {
    const [zhFile, enFile] = [`${folders.zh}/${name}`, `${folders.en}/${name}`]
    const [zhSource, enSource] = [zh.get(name), en.get(name)]
    if (enSource === undefined) return [`${zhFile}:1: has no English pair at ${enFile}`]
    if (zhSource === undefined) return [`${enFile}:1: has no Chinese pair at ${zhFile}`]
    return compare(zhFile, headings(zhSource), enFile, headings(enSource))
  })
}

function compare(zhFile: string, zh: Heading[], enFile: string, en: Heading[]): string[] {
  const unnamed = [...zh.map((h) => [zhFile, h] as const), ...en.map((h) => [enFile, h] as const)]
    .filter(([, heading]) => !heading.id)
    .map(([file, { line }]) => `${file}:${line}: the heading has no id (write {/* #an-id */} at its end)`)
  if (unnamed.length) return unnamed

  for (const [index, one] of zh.entries()) {
    const other = en[index]
    if (!other) return [`${zhFile}:${one.line}: section #${one.id} is missing from ${enFile}`]
    if (one.id !== other.id || one.level !== other.level) {
      const level = (heading: Heading) => `${'#'.repeat(heading.level)} #${heading.id}`
      return [
        `${enFile}:${other.line}: "${level(other)}" stands where ${zhFile}:${one.line} has "${level(one)}"`,
      ]
    }
  }
  const extra = en[zh.length]
  return extra ? [`${enFile}:${extra.line}: section #${extra.id} is missing from ${zhFile}`] : []
}
