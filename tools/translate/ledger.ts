import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lineCounter, parseJson, readFile } from './files.ts'
import { ledgerFile, type SiteLanguage } from './languages.ts'
import { formatMark, type Mark, parseMark } from './marks.ts'

/** The marks of one language for texts that stand in no page, by their names: `path/of/file.json#id`. */
export type Ledger = Map<string, Mark>

/**
 * Reads the ledger of a language; an empty one if it has none.
 *
 * @throws if a line is no mark; the message begins with file and line
 */
export function readLedger(siteDir: string, language: SiteLanguage): Ledger {
  const file = ledgerFile(language)
  const text = readFile(siteDir, file) ?? '{}'
  return new Map(
    Object.entries(parseJson<Record<string, string>>(file, text)).map(([name, words]) => {
      const mark = parseMark(words)
      if (mark) return [name, mark]
      const line = lineCounter(text)(text.indexOf(JSON.stringify(name)))
      throw new Error(`${file}:${line}: expected "from zh 0123abcd own 0123abcd", not "${words}"`)
    }),
  )
}

/**
 * Writes a ledger: one text in each line, sorted, so that changes of several people merge.
 *
 * @returns its file
 */
export function writeLedger(siteDir: string, language: SiteLanguage, ledger: Ledger): string {
  const file = ledgerFile(language)
  const lines = [...ledger]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, mark]) => `  ${JSON.stringify(name)}: "${formatMark(mark)}"`)
  mkdirSync(dirname(join(siteDir, file)), { recursive: true })
  writeFileSync(join(siteDir, file), lines.length ? `{\n${lines.join(',\n')}\n}\n` : '{}\n')
  return file
}
