import type { ExampleData } from '../Example.tsx'
import { cut } from '../excerpt.ts'
import { rows, summary, type View, walkButton } from '../results.ts'
import type { Words } from '../words.ts'
import { escapeHtml, highlight } from '../../notes/highlight.ts'
import type { Helper, Piece } from './helpers.ts'
import { countImportLines, type Region } from '../../notes/regions.ts'
import type { Run } from '../../sandbox/build/run.ts'
import type { Unit } from '../../notes/examples.ts'

/** A test file of more lines than this is folded away under its implementation. */
const longFile = 40

/** What an element needs to run: names of files under `run/`. */
export interface Addresses {
  island: string
  frame: string
  program: string
  tests: string
  sources: string
}

/** What all examples of a language are rendered with. */
export interface Setting {
  words: Words
  /** The text of every file. */
  sources: ReadonlyMap<string, string>
  /** The types of the names in a file: names of files under `run/`. */
  types: ReadonlyMap<string, string>
  helpersOf(piece: Piece): Helper[]
  /** The address of the page that says how to read examples. */
  guide: string
}

/** A whole unit: its implementation, its tests and their results, in one element. */
export async function renderUnit(
  unit: Unit,
  run: Run,
  addresses: Addresses,
  setting: Setting,
): Promise<ExampleData> {
  const { words, sources } = setting
  const { implementation, testFile } = unit
  const tests = sources.get(testFile) ?? ''
  const isOpen = tests.split('\n').length <= longFile
  const count = words.tests(fileName(testFile), run.tests.length)
  const helpers = setting.helpersOf({ file: testFile, start: 0, end: tests.length })
  const html =
    bar(fileName(implementation), words.model, words) +
    (await wholeFile(implementation, setting)) +
    fold(
      escapeHtml(count),
      (await wholeFile(testFile, setting)) + (await helpersHtml(helpers, testFile, setting)),
      { className: 'example__tests-file', isOpen },
    ) +
    results({ ...run, cut: false }, [implementation, testFile], false, setting)
  return { attributes: attributes(unit, addresses), html }
}

/** One test by itself. */
export async function renderTest(
  unit: Unit,
  region: Region,
  run: Run,
  addresses: Addresses,
  setting: Setting,
): Promise<ExampleData> {
  const { words, sources, helpersOf } = setting
  const { firstLine, lastLine, start, end } = region
  const { testFile: file } = unit
  const { text, indent } = cut(sources.get(file) ?? '', start, end)
  const tests = run.tests.filter(({ line }) => line >= firstLine && line <= lastLine)
  const html =
    bar(fileName(file), words.lines(firstLine, lastLine), words, walkButton(region.title, words)) +
    (await code({ file, text, firstLine, indent: indent.length }, setting)) +
    (await helpersHtml(helpersOf({ file, start, end }), file, setting)) +
    results({ tests, failures: [], console: [], cut: false }, [file], tests.length === 1, setting)
  return {
    attributes: {
      ...attributes(unit, addresses),
      'data-test': region.title,
      'data-region': [start, end, firstLine, lastLine].join(' '),
    },
    html,
  }
}

function attributes(unit: Unit, addresses: Addresses): Record<string, string> {
  return {
    class: 'example',
    'data-of': unit.name,
    ...Object.fromEntries(Object.entries(addresses).map(([what, name]) => [`data-${what}`, name])),
  }
}

function bar(name: string, label: string, words: Words, walk = ''): string {
  const button = (action: 'run' | 'edit' | 'reset', more = '') =>
    `<button type="button" data-action="${action}"${more}>${words[action]}</button>`
  return `<div class="example__bar"><p class="example__name">${escapeHtml(name)} <span>${escapeHtml(label)}</span></p><div class="example__buttons" data-needs-js>${button('run')}${walk}${button('edit')}${button('reset', ' disabled')}</div></div>`
}

/** A file, with its imports folded away. */
async function wholeFile(file: string, setting: Setting): Promise<string> {
  const lines = (setting.sources.get(file) ?? '').trimEnd().split('\n')
  const imports = countImportLines(lines.join('\n'))
  const start = lines.findIndex((line, index) => index >= imports && line.trim())
  const rest = await code({ file, text: lines.slice(start).join('\n'), firstLine: start + 1 }, setting)
  if (imports === 0) return rest
  const text = lines.slice(0, imports).join('\n')
  const head = await code({ file, text, firstLine: 1, part: 'imports' }, setting)
  return fold(escapeHtml(setting.words.imports(imports)), head) + rest
}

/** The helpers that the code above calls, folded away. */
async function helpersHtml(helpers: Helper[], testFile: string, setting: Setting): Promise<string> {
  if (helpers.length === 0) return ''
  const pieces = joinNeighbours(helpers, setting.sources)
  const blocks = pieces.map(async ({ file, start, end, firstLine }, index) => {
    const { text, indent } = cut(setting.sources.get(file) ?? '', start, end)
    const isNamed = file !== (pieces[index - 1]?.file ?? testFile)
    const name = isNamed ? `<p class="example__file">${escapeHtml(fileName(file))}</p>` : ''
    return name + (await code({ file, text, firstLine, indent: indent.length, part: 'helper' }, setting))
  })
  const named = helpers.filter(({ kind }) => kind !== 'type')
  const names = (named.length > 0 ? named : helpers).map(
    ({ name, kind }) => `<code>${escapeHtml(name)}${kind === 'function' ? '()' : ''}</code>`,
  )
  const html = (await Promise.all(blocks)).join('')
  return fold(setting.words.helpers(names), html, { className: 'example__helpers' })
}

/** Makes one piece of helpers with nothing but empty lines between them. */
function joinNeighbours(
  helpers: Helper[],
  sources: ReadonlyMap<string, string>,
): (Piece & { firstLine: number })[] {
  const pieces: (Piece & { firstLine: number })[] = []
  for (const { file, start, end, firstLine } of helpers) {
    const before = pieces.at(-1)
    const isNeighbour = before?.file === file && sources.get(file)?.slice(before.end, start).trim() === ''
    if (isNeighbour) before.end = end
    else pieces.push({ file, start, end, firstLine })
  }
  return pieces
}

/** @param summary as HTML */
function fold(summary: string, html: string, { className = '', isOpen = false } = {}): string {
  const classes = className ? `example__fold ${className}` : 'example__fold'
  return `<details class="${classes}"${isOpen ? ' open' : ''}><summary>${summary}</summary>${html}</details>`
}

/** Lines of a file, as they stand on a page. */
interface Block {
  file: string
  text: string
  firstLine: number
  /** How many spaces were taken away before each line. */
  indent?: number
  /** What stands beside the code that can be edited. */
  part?: 'imports' | 'helper'
}

async function code({ file, text, firstLine, indent, part }: Block, { types }: Setting): Promise<string> {
  const facts = { file, line: firstLine, indent: indent || undefined, part, types: types.get(file) }
  const data = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [` data-${name}="${value}"`],
  )
  const html = await highlight(text, 'ts')
  return `<div class="example__code"${data.join('')} tabindex="-1"><pre tabindex="0"><code>${html}</code></pre></div>`
}

function results(view: View, files: string[], single: boolean, { words, guide }: Setting): string {
  return `<div class="example__results"><div class="example__outcome"><p class="example__summary" role="status">${escapeHtml(summary(view, words, words.expectedResults))}</p><a class="example__guide" href="${guide}">${words.guide}</a></div><div class="example__rows">${rows(view, { words, files, single })}</div></div>`
}

function fileName(id: string): string {
  return id.split('/').at(-1) ?? id
}
