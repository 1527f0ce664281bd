import { createHash } from 'node:crypto'
import type { ExampleData } from '../../example/Example.tsx'
import { cut } from '../../example/excerpt.ts'
import { rows, summary, type View, walkButton } from '../../example/results.ts'
import type { Words } from '../../example/words.ts'
import { escapeHtml, highlight } from '../highlight/highlight.ts'
import type { Region } from './regions.ts'
import type { Run } from './run.ts'
import type { Examples, Unit } from './units.ts'

/** A test file of more lines than this is folded away under its implementation. */
const longFile = 40

/** What an element needs to run: names of files under `run/`. */
export interface Addresses {
  island: string
  frame: string
  program: string
  tests: string
  sources: string
  types: string
  'test-types': string
}

/** The name under which an example's data is generated, as `<Example of test>` refers to it. */
export function dataName(of: string, test?: string): string {
  return test === undefined ? of : `${of}--${createHash('sha256').update(test).digest('hex').slice(0, 8)}`
}

/** A whole unit: its implementation, its tests and their results, in one element. */
export async function renderUnit(
  unit: Unit,
  { sources }: Examples,
  run: Run,
  addresses: Addresses,
  words: Words,
): Promise<ExampleData> {
  const implementation = sources.get(unit.implementation) ?? ''
  const tests = sources.get(unit.testFile) ?? ''
  const isOpen = tests.split('\n').length <= longFile ? ' open' : ''
  const count = words.tests(fileName(unit.testFile), run.tests.length)
  const html =
    bar(fileName(unit.implementation), words.model, words) +
    (await code(unit.implementation, implementation)) +
    `<details class="example__tests-file"${isOpen}><summary>${escapeHtml(count)}</summary>${await code(unit.testFile, tests)}</details>` +
    results({ ...run, cut: false }, [unit.implementation, unit.testFile], false, words)
  return { attributes: attributes(unit, addresses), html }
}

/** One test by itself. */
export async function renderTest(
  unit: Unit,
  region: Region,
  { sources }: Examples,
  run: Run,
  addresses: Addresses,
  words: Words,
): Promise<ExampleData> {
  const { firstLine, lastLine, start, end } = region
  const { text, indent } = cut(sources.get(unit.testFile) ?? '', start, end)
  const tests = run.tests.filter(({ line }) => line >= firstLine && line <= lastLine)
  const html =
    bar(fileName(unit.testFile), words.lines(firstLine, lastLine), words, walkButton(region.title, words)) +
    (await code(unit.testFile, text)) +
    results({ tests, failures: [], console: [], cut: false }, [unit.testFile], tests.length === 1, words)
  return {
    attributes: {
      ...attributes(unit, addresses),
      'data-test': region.title,
      'data-region': [start, end, firstLine, lastLine, indent.length].join(' '),
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

async function code(file: string, text: string): Promise<string> {
  const html = await highlight(text.replace(/\n$/, ''), 'ts')
  return `<div class="example__code" data-file="${file}" tabindex="-1"><pre tabindex="0"><code>${html}</code></pre></div>`
}

function results(view: View, files: string[], single: boolean, words: Words): string {
  return `<div class="example__results"><p class="example__summary" role="status">${escapeHtml(summary(view, words, words.expectedResults))}</p><div class="example__rows">${rows(view, { words, files, single })}</div></div>`
}

function fileName(id: string): string {
  return id.split('/').at(-1) ?? id
}
