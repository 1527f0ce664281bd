import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { completeLanguages, defaultLanguage, languages, tagOf } from '../../reference/languages.ts'

/**
 * Checks the strings of the site's components in another language than that of the components.
 *
 * @param source the folder of the components
 * @param file Docusaurus's `code.json` for the language
 * @param isComplete whether the language has to have every string
 * @returns one message for each problem, beginning with a file and a line
 */
export async function checkStrings(source: string, file: string, isComplete: boolean): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const translated = Object.keys(JSON.parse(text) as object).filter((id) => !id.startsWith('theme.'))
  const used = new Map<string, string>()
  for (const name of await readdir(source, { recursive: true })) {
    if (!/\.tsx?$/.test(name) || name.endsWith('.test.ts')) continue
    const code = await readFile(join(source, name), 'utf8')
    for (const match of code.matchAll(/(?:translate\(\s*\{\s*id:\s*'|<Translate\s+id=")([^'"]+)/g)) {
      const line = code.slice(0, match.index).split('\n').length
      used.set(match[1] ?? '', `${join(source, name)}:${line}`)
    }
  }
  const lineOf = (id: string) => text.slice(0, text.indexOf(JSON.stringify(id))).split('\n').length
  return [
    ...[...used]
      .filter(([id]) => isComplete && !translated.includes(id))
      .map(([id, place]) => `${place}: "${id}" is missing from ${file}`),
    ...translated
      .filter((id) => !used.has(id))
      .map((id) => `${file}:${lineOf(id)}: "${id}" is used nowhere in ${source}`),
  ]
}

/**
 * Checks the strings in all languages but the default one, in which the components have them.
 *
 * @returns the messages of {@link checkStrings}
 */
export async function checkAllStrings(): Promise<string[]> {
  const others = languages.filter((language) => language !== defaultLanguage)
  const problems = others.map((language) =>
    checkStrings('src', `i18n/${tagOf(language)}/code.json`, completeLanguages.includes(language)),
  )
  return (await Promise.all(problems)).flat()
}
