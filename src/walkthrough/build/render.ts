import { withErrorNames } from '../../island/error-names.ts'
import { escapeHtml } from '../../island/escape.ts'
import { testWalkId, walkId } from '../../island/walk-address.ts'
import type { BuiltElement } from '../../notes/built-element.ts'
import { testDataName } from '../../notes/examples.ts'
import type { Test } from '../../notes/test-titles.ts'
import { isTestOrScenario, type Step, unpack, type WalkRecording } from '../../recorder/recording.ts'
import { describe } from '../describe.ts'
import { type KernelName, oneName } from '../kernel-stack.ts'
import { skeleton } from '../skeleton.ts'
import type { Words } from '../words.ts'
import { isScenario } from './scenario.ts'

/** The most steps that are all listed. Of a longer walk, only steps with changes or log lines are listed. */
const longWalk = 150

/** The most characters of a statement that are quoted. */
const longLine = 90

/** The URL of an element's module, and the files in its folder that the element loads. */
export interface WalkUrls {
  island: string
  walk: string
  kernel: string
}

/** Returns the name of the generated data of a walk, for `<Walkthrough of test>`. */
export function walkDataName(of: string, key?: string): string {
  return isScenario(of) ? of.replace(/\.txt$/, '').replaceAll('/', '-') : testDataName(of, key)
}

/**
 * Renders a walk that has not begun: a button, and the list of its steps.
 *
 * @param of a unit, or a scenario file
 * @param test the test of the unit
 * @param texts the text of each file in which the walk has steps
 */
export function renderWalk(
  of: string,
  test: Test | undefined,
  recording: WalkRecording,
  texts: ReadonlyMap<string, string>,
  names: Record<string, KernelName>,
  urls: WalkUrls,
  words: Words,
): BuiltElement {
  const id = test ? testWalkId(test.key) : walkId(of)
  const steps = unpack(recording)
  const isLong = steps.length > longWalk
  const items = steps.flatMap((step, index) =>
    isLong && step.changes.length + step.added === 0 ? [] : [item(step, id, index + 1, texts, names, words)],
  )
  const cut = recording.cut ? `<p class="walk__cut">${words.cut}</p>` : ''
  const name = test
    ? `<span>${escapeHtml(test.titles[words.language])}</span>`
    : `<code>${escapeHtml(of.split('/').at(-1) ?? '')}</code>`
  const list = `<details class="walk__list"><summary>${escapeHtml(isLong ? words.effects(items.length, steps.length) : words.steps(steps.length))}</summary><ol>${items.join('')}</ol>${cut}</details>`
  return {
    tag: 'full-mesh-walk',
    attributes: {
      class: 'walk',
      id,
      'data-of': of,
      'data-test': test?.title ?? of,
      ...(test?.former ? { 'data-former': test.former } : {}),
      ...Object.fromEntries(Object.entries(urls).map(([what, name]) => [`data-${what}`, name])),
    },
    html: skeleton(name, words, list),
  }
}

function item(
  step: Step,
  id: string,
  number: number,
  texts: ReadonlyMap<string, string>,
  names: Record<string, KernelName>,
  words: Words,
): string {
  const { frames, lastLine, log, added } = step
  const { file = '', fn = '', line = 1 } = frames.at(-1) ?? {}
  const named = frames.findLast((frame) => names[`${frame.file} ${frame.fn}`])
  const inC = named ? oneName(names[`${named.file} ${named.fn}`]?.names ?? []) : ''
  const name = !inC ? fn : named === frames.at(-1) ? inC : `${inC} › ${fn}`
  const who = isTestOrScenario(file) ? words.testOrScenario(file) : `<code>${escapeHtml(name)}</code>`
  const place = `${file.split('/').at(-1)}:${line}`
  const code = quote(texts.get(file) ?? '', line, lastLine)
  const changes = describe(step, words).map(({ what, from, to }) =>
    escapeHtml(from === undefined ? `${what} = ${to}` : `${what}: ${from} → ${to}`),
  )
  const lines = log
    .slice(log.length - added)
    .map((text) => `<code>${withErrorNames(escapeHtml(text))}</code>`)
  const effects = [...changes, ...lines].map((effect) => `<li>${effect}</li>`).join('')
  return `<li id="${id}.${number}" value="${number}"><p><span class="walk__who">${who}</span> <span class="walk__place">${escapeHtml(place)}</span> <code class="walk__line">${escapeHtml(code)}</code></p>${effects && `<ul>${effects}</ul>`}</li>`
}

/** Returns a statement on one line. */
function quote(source: string, first: number, last: number): string {
  const lines = source.split('\n').slice(first - 1, last)
  const text = lines
    .map((line) => line.replace(/(^|\s)\/\/ .*$/, '').trim())
    .join(' ')
    .trim()
  return text.length > longLine ? `${text.slice(0, longLine)}…` : text
}
