import { type Heading, headings } from './headings.ts'
import { folders, readPages } from './pages.ts'

/**
 * Compares the two languages: files, headings and their ids.
 *
 * @returns one message for each difference, beginning with a file and a line
 */
export function checkPairs(siteDir: string): string[] {
  const [zh, en] = [readPages(siteDir, 'zh'), readPages(siteDir, 'en')]
  const names = new Set([...zh, ...en].map(({ name }) => name))
  return [...names].sort().flatMap((name) => {
    const mine = zh.find((page) => page.name === name)
    const other = en.find((page) => page.name === name)
    if (!other) return [`${folders.zh}/${name}:1: has no English pair at ${folders.en}/${name}`]
    if (!mine) return [`${other.file}:1: has no Chinese pair at ${folders.zh}/${name}`]
    return compare(mine.file, headings(mine.source), other.file, headings(other.source))
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
