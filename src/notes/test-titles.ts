import { existsSync, readFileSync } from 'node:fs'
import { codeLanguage, completeLanguages, nameOf, type Text, textIn } from '../../reference/languages.ts'
import { nearest } from './pages.ts'
import type { Region } from './regions.ts'

/** A test of an example. */
export interface Test extends Region {
  /** Its lasting name in pages and addresses: `no-route-retried`. It stays when the title changes. */
  key: string
  titles: Text
  /** The id of its walk in links that are older than the keys. */
  former?: string
}

/** An entry of a file of titles, by key. */
type Entry = Text & { readonly former?: string }

/**
 * Gives the tests of a file their keys and titles, from the file of titles beside it:
 * `{ "no-route-retried": { "en": "…", "zh": "…" } }`. The title in {@link codeLanguage} is the one in the test file.
 *
 * @param file the file of titles, for messages
 * @returns the tests that have titles, the keys of the file, and one message for each test that has no entry, each entry
 *   that has no test, and each key or title of the wrong form
 * @throws if the file is no JSON
 */
export function withTitles(
  tests: readonly Region[],
  file: string,
  json: string,
  testFile: string,
): { tests: Test[]; keys: string[]; problems: string[] } {
  const entries = Object.entries(readEntries(file, json))
  const lineOf = (key: string) => json.slice(0, json.indexOf(`"${key}"`)).split('\n').length
  const titles = tests.map(({ title }) => title)
  const problems = entries.flatMap(([key, entry]) => {
    const place = `${file}:${lineOf(key)}`
    if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(key)) return [`${place}: expected a key such as "no-route-retried"`]
    const unnamed = completeLanguages.filter(
      (language) => typeof entry?.[language] !== 'string' || !entry[language],
    )
    if (unnamed.length > 0)
      return [
        `${place}: "${key}" has no title in ${unnamed.map(nameOf).join(' and ')}: write it, or copy the other as it is: ${unnamed.map((language) => `"${language}": "…"`).join(', ')}`,
      ]
    const title = codeTitle(entry)
    return titles.includes(title)
      ? []
      : [`${place}: ${testFile} has no test "${title}"${nearest(title, titles)}`]
  })
  const named = tests.flatMap((region): Test[] => {
    const [key, entry] = entries.find(([, entry]) => entry && codeTitle(entry) === region.title) ?? []
    if (!key || !entry) {
      const known = entries.flatMap(([, entry]) => (entry ? codeTitle(entry) : []))
      problems.push(
        `${testFile}:${region.firstLine}: "${region.title}" has no entry in ${file}: add ${entryFor(region.title)}${nearest(region.title, known)}`,
      )
      return []
    }
    const { former, ...titles } = entry
    return [{ ...region, key, titles, ...(former ? { former } : {}) }]
  })
  return { tests: named, keys: entries.map(([key]) => key), problems }
}

/** Returns an entry for a title, to be completed by the writer. */
function entryFor(title: string): string {
  const texts = completeLanguages.map((language) => [language, language === codeLanguage ? title : '…'])
  return `"KEY": ${JSON.stringify(Object.fromEntries(texts))}`
}

/** Returns the title of a test as it is in the test file. */
export function codeTitle(titles: Text): string {
  return textIn(titles, codeLanguage)
}

function readEntries(file: string, json: string): Record<string, Entry> {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Error(`${file}:1: ${(error as Error).message}`)
  }
}

/** Reads the file of titles beside a test file; `{}` if there is none. */
export function readTitles(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '{}'
}
