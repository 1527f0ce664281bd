import { type Config, type Dictionary, readConfig } from './config.ts'
import { findFiles, lineCounter, parseJson, readFile } from './files.ts'
import { findLanguage, pagesFolder, readLanguages, type SiteLanguage } from './languages.ts'
import { type Ledger, readLedger } from './ledger.ts'
import { formatMark, type Mark } from './marks.ts'
import { maskMarkup } from './mask.ts'
import { messagesInCode, messagesInJson } from './messages.ts'
import { hashOf, proseOf } from './prose.ts'
import { sectionsIn } from './sections.ts'
import { type UnitText, unitsIn } from './units.ts'

/** A text in one language: a section of a page, or a unit of another file. */
export interface Text {
  /** The page below the folder of its language, `ops/new-session.mdx`; or the file of a unit. */
  readonly page: string
  /** The id of the section; empty for what stands before the first heading. Or the id of the unit. */
  readonly section: string
  /** The key of its language. */
  readonly lang: string
  /** The file in which it stands, from the root of the site. */
  readonly file: string
  /** Its first line, counted from 1. */
  readonly line: number
  readonly text: string
  readonly hash: string
  readonly mark?: Mark
  /** Returns the file in which the same text stands, or has to stand, in another language. */
  readonly fileIn: (language: SiteLanguage) => string
  /** Returns the text as another version of its file has it. */
  readonly inVersion: (source: string) => Version | undefined
}

interface Version {
  readonly text: string
  readonly hash: string
}

/** The languages of a site and its texts. */
export interface Site {
  readonly siteDir: string
  readonly languages: readonly SiteLanguage[]
  readonly texts: readonly Text[]
}

/**
 * Reads all texts of a site.
 *
 * @param page reads only the sections of this page, `ops/new-session.mdx`, or of the pages that fit this pattern
 * @throws if a file has the wrong form; the message begins with file and line
 */
export function readSite(siteDir: string, page?: string): Site {
  const languages = readLanguages(siteDir)
  if (page) {
    const texts = languages.flatMap((language) => readPages(siteDir, languages, language, page))
    return { siteDir, languages, texts: withoutCopiedMarks(texts) }
  }
  const config = readConfig(siteDir)
  const ledgers = new Map(languages.map((language) => [language.key, readLedger(siteDir, language)]))
  const makeText = unitTexts(ledgers)
  const pages = withoutCopiedMarks(languages.flatMap((language) => readPages(siteDir, languages, language)))
  const units = [
    ...readUnits(siteDir, languages, config, makeText, (name) =>
      [...ledgers.values()].some((ledger) => ledger.has(name)),
    ),
    ...(config.dictionaries ?? []).flatMap((entry) => readDictionary(siteDir, languages, entry, makeText)),
    ...readMessages(siteDir, languages, config, makeText),
  ]
  return { siteDir, languages, texts: [...pages, ...withMarksOfOthers(units, ledgers)] }
}

/** Leaves out the marks that came with the copy of a page from an earlier language: they say nothing of this text. */
function withoutCopiedMarks(texts: readonly Text[]): Text[] {
  const seen = new Set<string>()
  return texts.map((text) => {
    const { mark, ...withoutMark } = text
    const name = mark && [text.page, text.section, formatMark(mark)].join('\n')
    if (!name) return text
    if (seen.has(name)) return withoutMark
    seen.add(name)
    return text
  })
}

/** Gives units without a mark that of a unit with the same two texts: when a file or a name changes, nothing is stale. */
function withMarksOfOthers(units: readonly Text[], ledgers: ReadonlyMap<string, Ledger>): Text[] {
  const key = ({ page, section }: Text, lang: string) => [page, section, lang].join('\n')
  const hashes = new Map(units.map((unit) => [key(unit, unit.lang), unit.hash]))
  return units.map((unit) => {
    if (unit.mark) return unit
    const mark = [...(ledgers.get(unit.lang)?.values() ?? [])].find(
      ({ from, source, own }) => own === unit.hash && hashes.get(key(unit, from)) === source,
    )
    return mark ? { ...unit, mark } : unit
  })
}

function readPages(
  siteDir: string,
  languages: readonly SiteLanguage[],
  language: SiteLanguage,
  page = '**/*.{md,mdx}',
): Text[] {
  const folder = pagesFolder(language, languages)
  // Docusaurus leaves out files and folders that begin with `_`.
  return findFiles(siteDir, [`${folder}/${page}`, `!${folder}/**/_*`]).flatMap((file) => {
    const sections = (source: string) => sectionsIn(file, source)
    const page = file.slice(folder.length + 1)
    return sections(readFile(siteDir, file) ?? '').map(({ id, mark, ...section }): Text => {
      if (mark && !findLanguage(languages, mark.from))
        throw new Error(
          `${file}:${section.line}: the mark of #${id} names "${mark.from}", which is no language of the site`,
        )
      return {
        page,
        section: id,
        lang: language.key,
        file,
        ...section,
        ...(mark ? { mark } : {}),
        fileIn: (other) => `${pagesFolder(other, languages)}/${page}`,
        inVersion: (source) => sections(source).find((section) => section.id === id),
      }
    })
  })
}

/** Reads the objects and comments that hold a text in each language. */
function readUnits(
  siteDir: string,
  languages: readonly SiteLanguage[],
  { units = [], independent = [] }: Config,
  makeText: MakeText,
  isRecorded: (name: string) => boolean,
): Text[] {
  const keys = languages.map(({ key }) => key)
  const unitsOf = (file: string, source: string) =>
    unitsIn(file, source, keys, independent, (id) => isRecorded(nameOf(file, id)))
  return findFiles(siteDir, units).flatMap((file) =>
    unitsOf(file, readFile(siteDir, file) ?? '').flatMap(({ id, texts }) =>
      [...texts].map(([lang, text]) =>
        makeText({
          ...{ page: file, section: id, lang, file, ...text },
          fileIn: () => file,
          find: (source) =>
            unitsIn(file, source, keys)
              .find((unit) => unit.id === id)
              ?.texts.get(lang)?.text,
        }),
      ),
    ),
  )
}

function readDictionary(
  siteDir: string,
  languages: readonly SiteLanguage[],
  { file, language, others }: Dictionary,
  makeText: MakeText,
): Text[] {
  const fileOf = (key: string) => (key === language ? file : others.replace('[key]', key))
  /** Returns a function that makes the texts of one language from their ids. */
  const maker = (lang: string, source: string) => {
    const lineOf = lineCounter(source)
    return (id: string, text: string, find: UnitPlace['find']) =>
      makeText({
        ...{ page: file, section: id, lang, file: fileOf(lang), text, find },
        line: lineOf(source.indexOf(JSON.stringify(id))),
        fileIn: ({ key }) => fileOf(key),
      })
  }
  const translated = languages.flatMap(({ key }): Text[] => {
    const other = fileOf(key)
    const json = key === language ? undefined : readFile(siteDir, other)
    if (json === undefined) return []
    const make = maker(key, json)
    return Object.entries(parseJson<Record<string, string>>(other, json)).map(([id, text]) =>
      make(id, text, (source) => parseJson<Record<string, string>>(other, source)[id]),
    )
  })
  const make = maker(language, readFile(siteDir, file) ?? '')
  const originals = [...new Set(translated.map(({ section }) => section))].map((id) =>
    make(id, id, (source) => (source.includes(JSON.stringify(id)) ? id : undefined)),
  )
  return [...originals, ...translated]
}

/** Reads Docusaurus's messages. In the default language they stand in the code, unless `i18n` has them. */
function readMessages(
  siteDir: string,
  languages: readonly SiteLanguage[],
  { messages = [] }: Config,
  makeText: MakeText,
): Text[] {
  const original = languages[0]?.key ?? ''
  const texts = new Map<string, Text>()
  const add = (page: string, lang: string, file: string, find: (source: string) => Map<string, UnitText>) => {
    for (const [id, message] of find(readFile(siteDir, file) ?? ''))
      texts.set(
        [page, id, lang].join('\n'),
        makeText({
          ...{ page, section: id, lang, file, ...message },
          fileIn: ({ tag }) => `i18n/${tag}/${page}`,
          find: (source) => find(source).get(id)?.text,
        }),
      )
  }
  for (const file of findFiles(siteDir, messages))
    add('code.json', original, file, (source) => messagesInCode(file, source))
  for (const { key, tag } of languages)
    for (const file of findFiles(siteDir, [`i18n/${tag}/**/*.json`, '!**/translated.json']))
      add(file.slice(`i18n/${tag}/`.length), key, file, (source) => messagesInJson(file, source))
  // Where the text of the default language is unknown, there is nothing to compare with.
  return [...texts.values()].filter(({ page, section }) => texts.has([page, section, original].join('\n')))
}

/** What is known of a unit's text in one language before its mark is. */
type UnitPlace = Pick<Text, 'page' | 'section' | 'lang' | 'file' | 'fileIn'> &
  UnitText & {
    /** Returns the text as another version of its file has it. */
    readonly find: (source: string) => string | undefined
  }
type MakeText = (place: UnitPlace) => Text

/** Returns a function that makes the text of a unit. */
function unitTexts(ledgers: ReadonlyMap<string, Ledger>): MakeText {
  return ({ find, ...place }) => {
    const mark = ledgers.get(place.lang)?.get(nameOf(place.page, place.section))
    return {
      ...place,
      hash: hashOfText(place.text),
      ...(mark ? { mark } : {}),
      inVersion: (source) => {
        const text = find(source)
        return text === undefined ? undefined : { text, hash: hashOfText(text) }
      },
    }
  }
}

function hashOfText(text: string): string {
  return hashOf(proseOf(maskMarkup(text)))
}

/**
 * Returns the name of a section or a unit, as commands and ledgers write it: `ops/new-session.mdx#when`, and
 * `ops/new-session.mdx#` for what stands before the first heading.
 */
export function nameOf(page: string, section: string): string {
  return `${page}#${section}`
}
