import { type Counterpart, counterparts, type NoCounterpart } from '../../examples/reference/counterparts.ts'
import { type CSymbol, type SymbolKind, symbols } from '../../examples/reference/symbols.ts'
import { fullmeshFile, sourceUrl } from '../../reference/kernel-source.ts'
import { completeLanguages, folderOf, type Language, type Text, textIn } from '../../reference/languages.ts'
import { pageOf } from '../../reference/pages-of-symbols.ts'
import {
  breakable,
  breakableCode,
  type Content,
  element,
  heading,
  link,
  type Markup,
  table,
} from '../notes/markup.ts'
import { nearest } from '../notes/pages.ts'
import { follow } from '../notes/remark-links.ts'
import { placeOfKey } from '../notes/source-place.ts'

const all: readonly CSymbol[] = symbols
const mapFile = 'reference/pages-of-symbols.ts'

/** The sections of the page, in order. */
const parts: { id: string; title: Text; kinds: SymbolKind[] }[] = [
  {
    id: 'structures',
    title: { zh: '常量与结构体', en: 'Constants and structures' },
    kinds: ['enum', 'enumerator', 'macro', 'struct', 'field'],
  },
  { id: 'parameters', title: { zh: '模块参数', en: 'Module parameters' }, kinds: ['parameter'] },
  { id: 'functions', title: { zh: '函数', en: 'Functions' }, kinds: ['function'] },
  {
    id: 'tables',
    title: { zh: '函数表与通知块', en: 'Tables of functions and notifier blocks' },
    kinds: ['op table', 'notifier block'],
  },
  { id: 'metadata', title: { zh: '模块信息', en: 'Module information' }, kinds: ['metadata'] },
]

const kinds: Record<SymbolKind, Text> = {
  enum: { zh: '枚举', en: 'enum' },
  enumerator: { zh: '枚举值', en: 'enumerator' },
  macro: { zh: '宏', en: 'macro' },
  struct: { zh: '结构体', en: 'struct' },
  field: { zh: '字段', en: 'field' },
  parameter: { zh: '模块参数', en: 'module parameter' },
  'op table': { zh: '函数表', en: 'table of functions' },
  'notifier block': { zh: '通知块', en: 'notifier block' },
  function: { zh: '函数', en: 'function' },
  metadata: { zh: '模块信息', en: 'metadata' },
}

const words = {
  zh: { head: ['C', 'TypeScript', '页面'], lines: '行', here: '没有对应：', count: ' 个' },
  en: { head: ['C', 'TypeScript', 'page'], lines: 'lines', here: 'no counterpart: ', count: '' },
}

/** Returns the label of a page in the table of contents. */
type LabelOf = (page: string) => string

/** Makes the tables of all symbols of the C file, one per section. */
export function symbolTables(language: Language, labelOf: LabelOf): Markup[] {
  return parts.flatMap(({ id, title, kinds }) => {
    const rows = all
      .filter(({ kind }) => kinds.includes(kind))
      .map((symbol) => row(symbol, language, labelOf))
    return [
      heading(2, id, textIn(title, language)),
      table('symbols', [textIn(words, language).head, ...rows]),
    ]
  })
}

function row(symbol: CSymbol, language: Language, labelOf: LabelOf): Content[] {
  const { name, kind, lines } = symbol
  const [page = '', section] = (pageOf[name as keyof typeof pageOf] ?? '').split('#')
  const address = `../${page}.mdx${section ? `#${section}` : ''}`
  return [
    [
      breakableCode(kind === 'field' ? name.slice(name.indexOf('.')) : name),
      element('small', {}, textIn(kinds[kind], language), ' ', lineLink(lines[0], lines[1])),
    ],
    counterpart(counterparts[name as keyof typeof counterparts], language),
    link(address, breakable(labelOf(page))),
  ]
}

function counterpart(entry: Counterpart | NoCounterpart, language: Language): Content {
  if ('because' in entry)
    return element('small', {}, textIn(words, language).here, textIn(entry.because, language))
  const { name, value, file } = entry
  return [breakableCode(value ? `${name} = '${value}'` : name), element('small', {}, breakable(file))]
}

/** Makes a link to lines of the C file: `118–137`. */
export function lineLink(first: number, last = first): Markup {
  const text = first === last ? `${first}` : `${first}–${last}`
  return element(
    'a',
    { className: 'c-line', href: sourceUrl(fullmeshFile, first, first === last ? undefined : last) },
    text,
  )
}

/** Returns the address of the page that explains a symbol, as seen from a page in another folder. */
export function addressOf(name: CSymbol['name']): string {
  return `../${(pageOf[name as keyof typeof pageOf] ?? '').replace(/#|$/, '.mdx$&')}`
}

/**
 * Checks that every symbol has a page, and that the page and the section exist in every language that has all pages.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkPageOf(map: Readonly<Record<string, string>> = pageOf): string[] {
  const names = all.map(({ name }) => name)
  return [
    ...names.flatMap((name) => {
      const entry = map[name]
      if (!entry) return [`${mapFile}:1: the symbol "${name}" has no page`]
      return completeLanguages.flatMap((language) => {
        const from = `${folderOf(language)}/index.mdx`
        const problem = follow(`./${entry.replace(/#|$/, '.mdx$&')}`, from)
        return problem ? [`${placeOfKey(mapFile, name)}: the page of "${name}": ${problem}`] : []
      })
    }),
    ...Object.keys(map)
      .filter((name) => !names.includes(name))
      .map(
        (name) => `${placeOfKey(mapFile, name)}: the C file has no symbol "${name}"${nearest(name, names)}`,
      ),
  ]
}
