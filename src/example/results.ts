/** Results as HTML: the same at build time, where they are the expected ones, and after a run. */

import { withErrorNames } from '../island/error-names.ts'
import { walkId } from '../island/walk-address.ts'
import { type Failure, outputLimit, type TestResult } from '../sandbox/protocol.ts'
import type { Words } from './words.ts'

/** A test that has not answered yet. */
export interface Waiting {
  title: string
  state: 'waiting'
}

/** All there is to show of a run, finished or not. */
export interface View {
  tests: (TestResult | Waiting)[]
  /** What went wrong outside of the tests. */
  failures: Failure[]
  console: string[]
  cut: boolean
  /** The run itself did not work out, in words, and maybe the line of code that is to blame. */
  notice?: { message: string; detail?: string }
}

/** What some results are shown for. */
export interface Setting {
  words: Words
  /** The files whose code stands above, so that a place in them can be shown. */
  files: string[]
  /** The example is one test, whose title its code says already. */
  single: boolean
}

const marks = { pass: '✓', fail: '✗', skip: '–', todo: '–', waiting: '·' }

/** One line that says how it went. */
export function summary({ tests, failures, notice }: View, words: Words, what: string): string {
  if (notice) return notice.message
  const passed = tests.filter(({ state }) => state === 'pass').length
  const failed = tests.filter(({ state }) => state === 'fail').length + failures.length
  if (tests.length + failed === 0) return words.noTests
  return words.summary(what, words.count(passed, failed, tests.length - passed - failed + failures.length))
}

/** The results one by one. */
export function rows(view: View, setting: Setting): string {
  const { tests, failures, console, cut, notice } = view
  return [
    notice?.detail ? `<pre class="example__detail" tabindex="0">${escapeHtml(notice.detail)}</pre>` : '',
    ...failures.map((failure) => `<div class="example__row">${failureHtml(failure, setting)}</div>`),
    consoleHtml(console, cut, setting.words),
    tests.length > 0
      ? `<ol class="example__tests">${tests.map((test) => row(test, setting)).join('')}</ol>`
      : '',
  ].join('')
}

function row(test: TestResult | Waiting, setting: Setting): string {
  const { words, single } = setting
  const more =
    test.state === 'waiting'
      ? ''
      : test.failures.map((failure) => failureHtml(failure, setting)).join('') +
        consoleHtml(test.console, test.cut, words)
  if (single && !more) return ''
  const title = single
    ? ''
    : `<span class="example__title">${escapeHtml(test.title)}</span>${walkButton(test.title, words)}`
  return `<li class="example__row" data-state="${escapeHtml(test.state)}"><p class="example__verdict"><span class="example__mark"><span aria-hidden="true">${marks[test.state]}</span> ${words.states[test.state]}</span> ${title}</p>${more}</li>`
}

/** Begins the walk through a test. */
export function walkButton(title: string, words: Words): string {
  return `<button type="button" class="example__walk" data-action="walk" data-walk="${walkId(title)}" data-needs-js aria-label="${escapeHtml(words.walkOf(title))}">${words.walk}</button>`
}

function failureHtml(
  { message, expected, received, diff, place }: Failure,
  { words, files }: Setting,
): string {
  const isLine = (text: string | undefined) => text !== undefined && !text.includes('\n')
  const comparison =
    isLine(expected) && isLine(received)
      ? `<dl class="example__sides"><div><dt>${words.expected}</dt><dd>${logHtml(expected)}</dd></div><div><dt>${words.received}</dt><dd>${logHtml(received)}</dd></div></dl>`
      : diff
        ? diffHtml(diff, words)
        : ''
  const where = place ? placeHtml(place.file, place.line, files) : ''
  return `<div class="example__failure"><p>${logHtml(message)} ${where}</p>${comparison}</div>`
}

function placeHtml(file: string, line: number, files: string[]): string {
  const name = escapeHtml(`${file.split('/').at(-1)}:${line}`)
  return files.includes(file)
    ? `<button type="button" class="example__place" data-action="show" data-file="${escapeHtml(file)}" data-line="${Number(line)}">${name}</button>`
    : `<span class="example__place">${name}</span>`
}

/** vitest's difference: lines that begin with `-` are expected, with `+` received; the first two say so. */
function diffHtml(diff: string, words: Words): string {
  const lines = diff
    .split('\n')
    .filter((line) => !/^[-+] (Expected|Received)(\s|$)/.test(line))
    .join('\n')
    .replace(/^\n+/, '')
    .split('\n')
    .map((line) => {
      const tag = line.startsWith('-') ? 'del' : line.startsWith('+') ? 'ins' : 'span'
      return `<${tag}>${logHtml(line)}</${tag}>`
    })
  return `<div class="example__diff"><p><del>- ${words.expected}</del> <ins>+ ${words.received}</ins></p><pre tabindex="0">${lines.join('\n')}</pre></div>`
}

function consoleHtml(lines: string[], cut: boolean, words: Words): string {
  if (lines.length === 0 && !cut) return ''
  const more = cut ? `<p class="example__cut">${words.outputCut}</p>` : ''
  return `<div class="example__console"><p>${words.consoleOutput}</p><pre tabindex="0">${logHtml(lines.join('\n'))}</pre>${more}</div>`
}

/** Text in which there may be lines of the log. */
function logHtml(text: unknown): string {
  return withErrorNames(escapeHtml(text))
}

/** What a run reports may have been tampered with by the code that ran: all of it is text, and bounded. */
function escapeHtml(text: unknown): string {
  return String(text)
    .slice(0, outputLimit.characters)
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
