import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Heading {
  line: number
  level: number
  id: string | undefined
}

/**
 * Compares the two languages: file for file, heading for heading, id for id.
 *
 * @returns one line for each difference, beginning with `file:line`
 */
export async function checkPairs(chinese: string, english: string): Promise<string[]> {
  const [zh, en] = [await notesIn(chinese), await notesIn(english)]
  const problems: string[] = []
  for (const name of [...new Set([...zh, ...en])].sort()) {
    if (!en.includes(name))
      problems.push(`${join(chinese, name)}:1: has no English pair at ${join(english, name)}`)
    else if (!zh.includes(name))
      problems.push(`${join(english, name)}:1: has no Chinese pair at ${join(chinese, name)}`)
    else problems.push(...(await compare(join(chinese, name), join(english, name))))
  }
  return problems
}

async function notesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => /\.mdx?$/.test(name))
}

async function compare(zhFile: string, enFile: string): Promise<string[]> {
  const zh = headings(await readFile(zhFile, 'utf8'))
  const en = headings(await readFile(enFile, 'utf8'))
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

/** The headings below the title, as they stand in an MDX file; fenced code and front matter hold none. */
export function headings(source: string): Heading[] {
  const found: Heading[] = []
  let fence = ''
  for (const [index, text] of source.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark && !fence) fence = mark
    else if (mark?.startsWith(fence)) fence = ''
    const [, hashes] = /^(#{2,6})\s/.exec(text) ?? []
    if (fence || !hashes) continue
    found.push({ line: index + 1, level: hashes.length, id: /\{\/\*\s*#(\S+?)\s*\*\/\}\s*$/.exec(text)?.[1] })
  }
  return found
}
