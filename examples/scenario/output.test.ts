import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isOutput, OUTPUT_FORMS, patternOf } from './output.ts'
import { parseScenario } from './parse.ts'

const folder = new URL('./scenarios/', import.meta.url)
const printed = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => parseScenario(readFileSync(new URL(file, folder), 'utf8')).steps)
  .flatMap(({ expected }) => expected)

test('every line of the recordings has a form of output', () => {
  expect(printed.filter((line) => !isOutput(line))).toEqual([])
})

test('every form of output is in the recordings', () => {
  const lines = [...new Set(printed)]
  const unseen = OUTPUT_FORMS.filter((form) => {
    const pattern = new RegExp(`^${patternOf(form)}$`, 'u')
    return !lines.some((line) => pattern.test(line))
  })

  expect(unseen).toEqual([])
})

test.each([
  'link add eth0',
  'netns add blue',
  'sub c1 1 established',
  '  sub c1 1 established',
  '# a comment',
  '  # a comment, indented',
  '----',
  ' ',
  '',
  '[500] remember this',
  '[01] rmmod',
  '[0] gone fishing',
  '[0] register something',
  '[0] op later(c1)',
  '[0] error c1/1 EFOO',
  '[0] tx c1/0: DSS MP_JOIN size=2',
  '[0] tx c1/0: ADD_ADDR(9,zz) size=28',
  '[0] resched buy milk',
  '[0] close c1',
  '[0] done waiting(c1)',
  '[] run away',
  'eth0, wlan0, lte0, 10.0.1.1, 2',
  'error: no session "c1" (sessions: none)',
])('what a person may write is no output: "%s"', (line) => {
  expect(isOutput(line)).toBe(false)
})
