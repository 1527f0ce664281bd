import { expect, test } from 'vitest'
import { excerptOf, markedFor } from './excerpt.ts'

/** Writes an excerpt as a text with the hits in brackets. */
const shown = (section: Parameters<typeof excerptOf>[0], query: string) =>
  excerptOf(section, query)
    ?.pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

const marked = (text: string, query: string) =>
  markedFor(text, query)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

test('the line with the most words is shown, and they are marked', () => {
  const section = { text: ['The worker runs.', 'The worker opens a subflow.'], code: ['worker'] }
  expect(shown(section, 'subflow worker')).toBe('The [worker] opens a [subflow].')
})

test('a line with the whole query comes before one with its words apart', () => {
  expect(shown({ text: ['route without the', 'pairs without the route'] }, 'without the route')).toBe(
    'pairs [without] [the] [route]',
  )
})

test('of lines with the same words, one that says more is shown before the bare name', () => {
  const section = { text: ['bitfield', 'u8 bitfield', 'The bits of a pair are in bitfield.'] }
  expect(shown(section, 'bitfield')).toBe('The bits of a pair are in [bitfield].')
  expect(
    shown({ text: ['id · bitfield · port · addr', 'bitfield · the slots that were tried'] }, 'bitfield'),
  ).toBe('[bitfield] · the slots that were tried')
  expect(shown({ text: ['bitfield', 'Other.'] }, 'bitfield')).toBe('[bitfield]')
})

test('a line that another result shows is shown again only if the section has no other', () => {
  const section = { text: ['The worker opens a subflow.', 'The worker ends now.', 'Other.'] }
  const { line, kind } = excerptOf(section, 'worker', ['The worker opens a subflow.']) ?? {}
  expect([kind, line]).toEqual(['text', 'The worker ends now.'])
  expect(excerptOf(section, 'worker', section.text)?.line).toBe('The worker opens a subflow.')
})

test('Chinese is marked inside a word', () => {
  expect(marked('这是一段简单的文字', '段简')).toBe('这是一[段简]单的文字')
})

test('letters of full width mark ordinary ones, at their places', () => {
  expect(marked('选项 ADD_ADDR 与 ＭＰＴＣＰ', 'ａｄｄ_addr mptcp')).toBe('选项 [ADD_ADDR] 与 [ＭＰＴＣＰ]')
})

test('a part of a name is marked where the part begins', () => {
  expect(marked('createSubflowWorker, create_subflow_worker, overflow', 'flow')).toBe(
    'createSubflowWorker, create_subflow_worker, overflow',
  )
  expect(marked('createSubflowWorker, create_subflow_worker', 'subflow')).toBe(
    'create[Subflow]Worker, create_[subflow]_worker',
  )
  expect(marked('a table', 'a')).toBe('[a] table')
})

test('a long line is cut around the first hit', () => {
  const line = `${'word '.repeat(80)}needle${' word'.repeat(80)}`
  const text = shown({ text: [line] }, 'needle') ?? ''
  expect(text).toMatch(/^… word .*\[needle\].* …$/)
  expect(text.length).toBeLessThan(180)
})

test('without a hit the section begins, and an empty one has no excerpt', () => {
  expect(shown({ text: ['First.', 'Second.'] }, 'other')).toBe('First.')
  expect(excerptOf({ text: [] }, 'other')).toBeUndefined()
})

test('a long line begins with a clause near the hit, else with a word', () => {
  const far = '前'.repeat(200)
  expect(shown({ text: [`${far}，默认为每个网络添加路由。${far}`] }, '路由')).toMatch(
    /^… 默认为每个网络添加\[路由\]。/,
  )
  expect(shown({ text: [`${far} 默认为每个网络添加路由。${far}`] }, '路由')).toMatch(/^… 前+ 默认为/)
  const long = 'one two '.repeat(50)
  expect(shown({ text: [`${long}, the route is missing. ${long}`] }, 'route')).toMatch(
    /^… the \[route\] is missing\./,
  )
})
