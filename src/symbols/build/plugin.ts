import { basename } from 'node:path'
import { counterparts } from '../../../examples/reference/counterparts.ts'
import { type CSymbol, type SymbolName, symbols } from '../../../examples/reference/symbols.ts'
import { callStackIn, readCallStacks } from '../../../reference/call-stacks.ts'
import { calls } from '../../../reference/calls.ts'
import { fullmeshFile } from '../../../reference/kernel-source.ts'
import { type Language, languageOf, type Text, tagOf, textIn } from '../../../reference/languages.ts'
import { accessesOf, type FieldAccess } from '../../../reference/layouts.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'
import { symbolId } from '../../../reference/symbol-ids.ts'
import { pageAddress } from '../../island/page-address.ts'
import { buildElement } from '../../notes/built-element.ts'
import type { Generation } from '../../notes/generated.ts'
import { labelIn, readShownPages } from '../../notes/pages.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { type Call, type KnownSymbol, symbolFilter, symbolList } from '../Symbols.tsx'
import { type Words, wordsIn } from '../words.ts'
import { filterName } from './description.ts'
import { parts } from './parts.ts'

/** A walk on a page. */
interface WalkOnPage {
  /** The page, and the id of the walk: `ops/new-session.mdx#walk-no-route-retried`. */
  place: string
  title: Text
  /** The functions of the C file through which it goes. */
  functions: ReadonlySet<string>
}

/** What other elements tell of the symbols. */
interface FromElements {
  /** Returns the walks on the pages of the site in `siteDir`. */
  walksOnPages(siteDir: string): Promise<WalkOnPage[]>
  /** Returns the place of a call stack on a page: `ops/new-session.mdx#call-stack-new_session-01`. */
  placesOfStacks(siteDir: string): ReadonlyMap<string, string>
}

const all = symbols as readonly (CSymbol & { name: SymbolName })[]

/** Makes the entries of all symbols and their filter, and serves the module of the filter under `symbols/`. */
export function symbolIndex({ walksOnPages, placesOfStacks }: FromElements): Generation {
  return {
    name: 'symbols',
    sources: /^(examples|reference|src\/(symbols|island|walkthrough|recorder)\/)/,
    usedOfPages: (siteDir) => [...placesOfStacks(siteDir)],
    folder: 'symbols',
    async make({ siteDir, baseUrl, i18n: { currentLocale } }) {
      const language = languageOf(currentLocale)
      const words = wordsIn(currentLocale)
      const known = knownSymbols(siteDir, language, baseUrl, {
        walks: await walksOnPages(siteDir),
        places: placesOfStacks(siteDir),
      })
      const assets = await bundleModule(new URL('../page/element.ts', import.meta.url), 'symbols', language)
      const island = `${baseUrl}symbols/${assets[0]?.name}`
      const lists = Object.entries(parts).map(([part, kinds]) => {
        const those = known.filter(({ symbol }) => kinds.includes(symbol.kind))
        return [part, buildElement(symbolList(those, words))] as const
      })
      const filter = buildElement(symbolFilter(island, all.length, words))
      return { data: new Map([...lists, [filterName, filter]]), assets }
    },
  }
}

/** Returns what the site knows of each symbol, in the order of the file. */
export function knownSymbols(
  siteDir: string,
  language: Language,
  baseUrl: string,
  { walks, places }: { walks: readonly WalkOnPage[]; places: ReadonlyMap<string, string> },
): KnownSymbol[] {
  const pages = readShownPages(siteDir, language)
  const { stacks, translations, edges } = readCallStacks(siteDir)
  return all.map((symbol): KnownSymbol => {
    const { name } = symbol
    const [page = '', section] = pageOf[name].split('#')
    const { source = '' } = pages.find((other) => other.name === `${page}.mdx`) ?? {}
    const href = (place: string) => pageAddress(baseUrl, place)
    const counterpart = counterparts[name]
    const { writes, reads } = accessesOf(name)
    return {
      symbol,
      page: {
        href: href(`${page}.mdx${section ? `#${section}` : ''}`),
        text: labelIn(source).replace(/\s*[（(].*/, ''), // without the brackets, which are for the table of contents
      },
      model:
        'because' in counterpart
          ? { because: textIn(counterpart.because, language) }
          : {
              name: counterpart.value ? `${counterpart.name} = '${counterpart.value}'` : counterpart.name,
              file: counterpart.file,
              href: href(`${page}.mdx#${basename(counterpart.file)}`),
            },
      callers: joined([
        ...calls.flatMap(([caller, line, callee]) => (callee === name ? [inFile(caller, line)] : [])),
        ...edges.edges.flatMap(([file, caller, line, callee, pointer]): Call[] =>
          callee === name && edges.files[file] !== fullmeshFile
            ? [{ name: caller, file: edges.files[file] ?? '', lines: [line], ...(pointer && { pointer }) }]
            : [],
        ),
      ]),
      callees: joined(
        calls.flatMap(([caller, line, callee]) => (caller === name ? [inFile(callee, line)] : [])),
      ),
      writers: writes.map(withId),
      readers: reads.map(withId),
      stacks: withFamilies(
        stacks.flatMap((stack) => {
          const place = places.get(stack.id)
          const has = stack.steps.some(({ file, function: fn }) => file === fullmeshFile && fn === name)
          if (!place || !has) return []
          const { summary, ip } = callStackIn(language, stack, translations)
          return [{ href: href(place), summary, ip }]
        }),
        wordsIn(tagOf(language)),
      ),
      walks: walks
        .filter(({ functions }) => functions.has(name))
        .map(({ place, title }) => ({ href: href(place), text: textIn(title, language) })),
    }
  })
}

/** Adds the family to the call stacks that have the summary of another. */
function withFamilies(
  stacks: readonly { href: string; summary: string; ip?: string | undefined }[],
  words: Words,
) {
  return stacks.map(({ href, summary, ip }) => {
    const isAlone = stacks.filter((other) => other.summary === summary).length === 1
    return { href, text: isAlone || !ip ? summary : words.ofFamily(summary, ip) }
  })
}

function inFile(name: SymbolName, line: number): Call {
  return { name, id: symbolId(name), file: fullmeshFile, lines: [line] }
}

const withId = (access: FieldAccess) => ({ ...access, id: symbolId(access.name) })

/** Joins the calls of one function. */
function joined(calls: readonly Call[]): Call[] {
  const byKey = new Map<string, Call>()
  for (const call of calls) {
    const key = `${call.file} ${call.name} ${call.pointer}`
    const known = byKey.get(key)
    if (known) known.lines.push(...call.lines)
    else byKey.set(key, { ...call, lines: [...call.lines] })
  }
  return [...byKey.values()]
}
