import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { describe, explain, languageName, nextStep } from './explain.ts'
import { findVersion } from './history.ts'
import { findLanguage } from './languages.ts'
import { begin } from './new-language.ts'
import { pairsOf, record } from './record.ts'
import { InputError, languageNamed, select } from './selection.ts'
import {
  isInForeignScript,
  isShownInFallback,
  openStates,
  type SectionState,
  type State,
  statesOf,
} from './states.ts'
import { nameOf, readSite, type Site, type Text } from './texts.ts'
import { wordChanges } from './word-changes.ts'

const usage = `npm run translate COMMAND

  status [PAGE...]           lists what is not current, and counts all texts of each language
      --all                  lists also what is current
      --json                 prints all of it as JSON: { sections: [{ page, section, lang, state, … }] }
  diff PAGE[#SECTION]...     shows what has changed since the translation was made, word by word
  done PAGE[#SECTION]...     records that the texts say the same, after you have read them
      --from LANG            is the language in which they were written first, if no mark says so yet
      --all                  all texts of the site
  check                      prints a message for each text that is not current, and exits with 1 if there is one
  new TAG                    begins a translation into another language, such as ja or pt-BR
      --from LANG            is shown where a text is missing (otherwise the default language)

  --lang LANG                only this language (with status, diff, done, check)

PAGE is a file below the folder of the pages (ops/new-session.mdx), or a file with other texts; with #SECTION, one
section of it; with # alone, what stands before its first heading. A text is

  current       neither it nor its source has changed since it was recorded that they say the same
  out of date   the text that it is compared with has changed since ("stale" in JSON)
  in conflict   both have changed
  missing       the language does not have it

Before options npm needs two hyphens: npm run --silent translate -- status --json
`

/** What a command prints, and the code with which the program exits. */
interface Result {
  readonly output: string
  readonly code?: number
}

interface Terminal {
  /** The root of the site. */
  readonly siteDir: string
  /** True if removed and added words are to have colours, otherwise they have brackets. */
  readonly hasColours: boolean
}

/**
 * Runs a command.
 *
 * @param args the arguments of the program: a command, its options, and what it is for
 * @returns the output; errors begin with file and line where they have one
 */
export function runCommand(args: readonly string[], { siteDir, hasColours }: Terminal): Result {
  try {
    return run(args, siteDir, hasColours)
  } catch (error) {
    // What the program did not expect keeps its place in the code.
    const { message, stack } = error as Error
    const isExpected = error instanceof InputError || /^\S+:\d+: /.test(message)
    return { output: `${isExpected ? message : stack}\n`, code: 2 }
  }
}

function run(args: readonly string[], siteDir: string, hasColours: boolean): Result {
  const { values, positionals } = parse(args)
  const [command, ...names] = positionals
  if (values.help || command === undefined || command === 'help')
    return { output: usage, code: values.help || command ? 0 : 2 }
  const site = readSite(siteDir)
  const states = statesOf(site, command === 'done' ? values.from : undefined)
  const chosen = (given: readonly string[]) => select(states, given, site.languages, values.lang)
  const all = () => chosen([...new Set(states.map(({ page }) => page))])
  switch (command) {
    case 'status':
      return status(names.length ? chosen(names) : all(), site, values)
    case 'check':
      return check(all(), site)
    case 'diff':
      return { output: diff(chosen(required(names, 'diff')), site, hasColours) }
    case 'done':
      if (values.all && names.length)
        throw new InputError(`"done" takes --all or names, not both: done ${names.join(' ')}`)
      return done(values.all ? all() : chosen(required(names, 'done')), site, names, values)
    case 'new': {
      const [tag, ...others] = required(names, 'new')
      if (others.length) throw new InputError(`"new" takes one language, not ${names.length}`)
      return { output: begin(site, tag as string, values.from) }
    }
    default:
      throw new InputError(
        `there is no command "${command}": expected status, diff, done, check or new (see --help)`,
      )
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        lang: { type: 'string' },
        from: { type: 'string' },
      },
    })
  } catch (error) {
    throw new InputError(`${(error as Error).message.split('. ')[0]} (see --help)`)
  }
}

function required(names: readonly string[], command: string): readonly string[] {
  if (names.length) return names
  throw new InputError(
    command === 'new'
      ? `"new" needs a language: new ja`
      : `"${command}" needs a page: ${command} PAGE or ${command} PAGE#SECTION`,
  )
}

function status(
  states: readonly SectionState[],
  site: Site,
  { json, all }: { json?: boolean; all?: boolean },
): Result {
  if (json) return { output: `${JSON.stringify({ sections: states }, undefined, 1)}\n` }
  const whole = pagesMissing(states)
  const open = new Set(openStates(states, site.languages))
  const isListed = (each: SectionState) => all || open.has(each) || isShownInFallback(each, site.languages)
  const listed = states.filter((each) => isListed(each) && !whole.has(keyOf(each)))
  const nameIn = (key: string) => languageName(key, site)
  const rows = [
    ...listed.map(({ page, section, lang, source, state }) => [
      page,
      shortened(`#${section}`),
      (state === 'conflict' && !all ? [source ?? '', lang] : [lang]).map(nameIn).join(', '),
      stateNames[state],
    ]),
    ...[...whole.values()].map(({ page, lang, state }) => [page, '(all)', nameIn(lang), stateNames[state]]),
  ]
  const totals = site.languages.flatMap((language) => {
    const own = states.filter(({ lang }) => lang === language.key)
    if (own.length === 0) return []
    const count = (wanted: State) => String(own.filter(({ state }) => state === wanted).length)
    return [[nameIn(language.key), ...kinds.map(count)]]
  })
  const list = rows.length ? `${table(['page', 'section', 'language', 'state'], rows)}\n` : ''
  return { output: list + table(['language', ...kinds.map((kind) => stateNames[kind])], totals) }
}

/** The states in the order of the totals. */
const kinds: readonly State[] = ['current', 'stale', 'missing', 'conflict']

/** What the states are called where people read them. */
const stateNames: Readonly<Record<State, string>> = {
  current: 'current',
  stale: 'out of date',
  missing: 'missing',
  conflict: 'in conflict',
}

/** Returns one entry for each page of which a language has nothing. */
function pagesMissing(states: readonly SectionState[]): Map<string, SectionState> {
  const missing = new Map<string, SectionState>()
  for (const each of states) if (each.reason === 'not written') missing.set(keyOf(each), each)
  for (const each of states) if (each.reason !== 'not written') missing.delete(keyOf(each))
  return missing
}

function keyOf({ page, lang }: SectionState): string {
  return `${lang}\n${page}`
}

/** Returns a name as a table has room for it: ids may be whole sentences. */
function shortened(name: string): string {
  return name.length > 50 ? `${name.slice(0, 49)}…` : name
}

/** Lays rows out under a head, in columns that are as wide as their widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** Returns the width of a text on a terminal, where Han characters, kana and Hangul are two columns wide. */
function widthOf(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g)
      ?.length ?? 0)
  )
}

function check(states: readonly SectionState[], site: Site): Result {
  const wrong = openStates(states, site.languages)
  const missing = states.filter((each) => isShownInFallback(each, site.languages))
  const notes = site.languages.flatMap(({ key, fallback }) => {
    const count = missing.filter(({ lang }) => lang === key).length
    return count
      ? [`${languageName(key, site)}: ${count} texts are shown in ${languageName(fallback ?? '', site)}\n`]
      : []
  })
  const summary = wrong.length
    ? `\n${wrong.length === 1 ? '1 text is' : `${wrong.length} texts are`} not current\n`
    : `all ${states.length - missing.length} texts are current\n`
  return {
    output: [...wrong.map((state) => `${explain(state, site)}\n`), ...notes, summary].join(''),
    code: wrong.length ? 1 : 0,
  }
}

function done(
  states: readonly SectionState[],
  site: Site,
  names: readonly string[],
  { all, lang: only, from }: { all?: boolean; lang?: string; from?: string },
): Result {
  if (from !== undefined) refuseMarked(states, site, from)
  const isNamed = ({ page, section, file }: SectionState) =>
    names.some((name) => [page, file].some((path) => name === `${path}#${section}`))
  // A copy in the script of its language, such as a title, may say the same in both languages, or not be translated yet.
  const isLeft = (each: SectionState) =>
    ['not written', 'source removed'].includes(each.reason ?? '') ||
    (each.reason === 'not translated' &&
      (isInForeignScript(each, site) ||
        (!isNamed(each) && (!all || isShownInFallback(each, site.languages)))))
  const left = states.filter((each) => isLeft(each) && (only || !isShownInFallback(each, site.languages)))
  const open = states.filter((each) => each.state !== 'current' && !isLeft(each))
  const langs = [...new Set(open.map(({ lang }) => lang))]
  if (site.languages.length > 2 && langs.length > 1 && !all)
    throw new InputError(
      `not current are ${langs.map((lang) => languageName(lang, site)).join(' and ')}: say which you have read, --lang ${langs[0]}`,
    )
  const files = record(site, open)
  const recorded = new Map<string, string[]>()
  for (const { page, section, lang, source } of open) {
    const name = nameOf(page, section)
    recorded.set(name, [...(recorded.get(name) ?? []), lang, source ?? ''])
  }
  const together = (langs: readonly string[]) =>
    site.languages.flatMap(({ key }) => (langs.includes(key) ? languageName(key, site) : [])).join(' and ')
  const lines = [
    ...[...recorded].map(([name, langs]) => `recorded: ${name} says the same in ${together(langs)}\n`),
    ...files.map((file) => `marks written to: ${file}\n`),
    ...left.map((state) => `not recorded: ${explain(state, site)}\n`),
    ...comparison(open, site),
  ]
  return {
    output: lines.join('') || 'nothing to record: all of this is current\n',
    code: left.some(isNamed) ? 1 : 0,
  }
}

/** Returns the command that compares the facts of the pages whose texts were recorded, if the site has one. */
function comparison(recorded: readonly SectionState[], { siteDir, texts }: Site): string[] {
  const { compare } = readConfig(siteDir)
  const pages = new Set(recorded.map(({ page }) => page).filter((page) => /\.mdx?$/.test(page)))
  const files = new Set(texts.filter(({ page }) => pages.has(page)).map(({ file }) => file))
  if (!compare || pages.size === 0) return []
  // Of many pages the command is shorter without names.
  const named = pages.size > 3 ? '' : ` ${[...files].join(' ')}`
  return [`compare their links, numbers and code: ${compare}${named}\n`]
}

/** Refuses to name a source where a mark names another: the mark says what was read. */
function refuseMarked(states: readonly SectionState[], { texts, languages }: Site, from: string): void {
  const { key } = languageNamed(languages, from)
  for (const { page, section, lang } of states) {
    const text = texts.find((each) => each.page === page && each.section === section && each.lang === lang)
    if (text?.mark && text.mark.from !== key)
      throw new InputError(
        `${text.file}:${text.line}: the mark of ${nameOf(page, section)} says "from ${text.mark.from}": --from is for texts without a mark`,
      )
  }
}

function diff(states: readonly SectionState[], site: Site, hasColours: boolean): string {
  const seen = new Set<Text>()
  const parts = openStates(states, site.languages).flatMap((state) => {
    const all = pairsOf(site, state)
    const pairs = all.filter(({ translation }) => !seen.has(translation))
    if (all.length && !pairs.length) return []
    for (const { translation } of pairs) seen.add(translation)
    return [
      `${describe(state, site)}.\n`,
      ...pairs.flatMap(({ translation, source }) => {
        const { mark } = translation
        if (!mark) return [current(source, site)]
        return [
          ...(source.hash === mark.source ? [] : [changes(source, mark.source, site, hasColours)]),
          ...(translation.hash === mark.own ? [] : [changes(translation, mark.own, site, hasColours)]),
        ]
      }),
      `${nextStep(state, site)}\n`,
    ]
  })
  return parts.join('\n') || 'nothing to show: all of this is current\n'
}

/** Returns what has changed in a text since it had a hash. */
function changes(text: Text, hash: string, site: Site, hasColours: boolean): string {
  const before = findVersion(site.siteDir, text, hash)
  if (typeof before === 'string') return `${before}. ${current(text, site)}`
  const tag = findLanguage(site.languages, text.lang)?.tag ?? text.lang
  const paint = {
    same: (part: string) => part,
    added: (part: string) => (hasColours ? `\x1b[32m${part}\x1b[39m` : `{+${part}+}`),
    removed: (part: string) => (hasColours ? `\x1b[31;9m${part}\x1b[39;29m` : `[-${part}-]`),
  }
  const words = wordChanges(before.text, text.text, tag).map(({ kind, text }) => paint[kind](text))
  return `${languageName(text.lang, site)}, ${text.file}:${text.line}, since ${before.commit} of ${before.date}:\n\n${words.join('').trim()}\n`
}

function current(text: Text, site: Site): string {
  return `The text in ${languageName(text.lang, site)}, ${text.file}:${text.line}, is now:\n\n${text.text.trim()}\n`
}
