import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findFiles, parseJson, readFile } from './files.ts'
import {
  findLanguage,
  languagesFile,
  ledgerFile,
  nameOf,
  pagesFolder,
  type SiteLanguage,
} from './languages.ts'
import { InputError, languageNamed } from './selection.ts'
import type { Site } from './texts.ts'

/**
 * Begins a translation into a language: its entry in the list of languages, and its folder. Its `code.json` is empty, as
 * messages that are missing there fall back; the labels of plugins do not, and are copied.
 *
 * @param from the key or the tag of that language; the default language if it is undefined
 * @returns what was done, and how to undo it
 * @throws InputError if the tag is no language, or the site has it already
 */
export function begin(site: Site, tag: string, from?: string): string {
  const { siteDir, languages } = site
  const fallback = languageNamed(languages, from ?? languages[0]?.key ?? '')
  checkTag(tag)
  const folder = `i18n/${tag}`
  if (findLanguage(languages, tag)) throw new InputError(`${languagesFile} has "${tag}" already`)
  if (existsSync(join(siteDir, folder)))
    throw new InputError(`the folder ${folder} exists already: remove it first`)

  const primary = new Intl.Locale(tag).language
  const key = findLanguage(languages, primary) ? tag : primary
  const label = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const language: SiteLanguage = { key, tag, label, fallback: fallback.key }

  const files = [...messageFiles(site, language, fallback)]
  for (const [file, messages] of files) write(siteDir, file, `${JSON.stringify(messages, undefined, 2)}\n`)
  write(siteDir, ledgerFile(language), '{}\n')
  const pages = pagesFolder(language, languages)
  mkdirSync(join(siteDir, pages), { recursive: true })
  write(siteDir, languagesFile, formatLanguages([...languages, language]))

  const example = site.texts.find(({ lang, file }) => lang === fallback.key && /\.mdx?$/.test(file))
  const copy = example ? `cp ${example.file} ${example.fileIn(language)}` : ''
  return `Started a translation into ${nameOf(language)}. What is not translated is shown in ${nameOf(fallback)}.

Written:
  ${languagesFile}: an entry with the key "${key}"
${files.map(([file, messages]) => `  ${file}: ${contentOf(messages, fallback)}\n`).join('')}  ${ledgerFile(language)}: the marks of texts outside of the pages; none yet
  ${pages}: an empty folder for the pages

Next: copy a page, translate it section by section, and record it.
  ${copy}
  npm run translate -- done ${example?.page ?? 'PAGE'} --lang ${key}
  npm run translate status

Undo: git checkout ${languagesFile} && rm -r ${folder}
`
}

function checkTag(tag: string): void {
  let canonical: string | undefined
  try {
    canonical = Intl.getCanonicalLocales(tag)[0]
  } catch {
    canonical = undefined
  }
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  if (!canonical || !names.of(new Intl.Locale(canonical).language))
    throw new InputError(`"${tag}" is no language tag: expected one such as "ja" or "pt-BR"`)
  if (canonical !== tag) throw new InputError(`"${tag}" is written "${canonical}"`)
}

type Messages = Record<string, { message?: string }>

/** Returns Docusaurus's files of messages for a language. */
function messageFiles({ siteDir }: Site, language: SiteLanguage, from: SiteLanguage): Map<string, Messages> {
  const labels = findFiles(siteDir, [`i18n/${from.tag}/*/**/*.json`]).map((file): [string, Messages] => [
    file.replace(`i18n/${from.tag}/`, `i18n/${language.tag}/`),
    parseJson(file, readFile(siteDir, file) ?? '{}'),
  ])
  return new Map([[`i18n/${language.tag}/code.json`, {}], ...labels])
}

/** Says what is in a file of messages. */
function contentOf(messages: Messages, fallback: SiteLanguage): string {
  const count = Object.keys(messages).length
  return count
    ? `${count === 1 ? '1 label' : `${count} labels`}, in ${nameOf(fallback)}`
    : 'the messages of the interface; none yet'
}

/** Writes the list of languages, with one in each line. */
function formatLanguages(languages: readonly SiteLanguage[]): string {
  const lines = languages.map((language) => {
    const entries = Object.entries(language).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    )
    return `  { ${entries.join(', ')} }`
  })
  return `[\n${lines.join(',\n')}\n]\n`
}

function write(siteDir: string, file: string, text: string): void {
  mkdirSync(dirname(join(siteDir, file)), { recursive: true })
  writeFileSync(join(siteDir, file), text)
}
