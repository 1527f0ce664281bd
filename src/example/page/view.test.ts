import { expect, test } from 'vitest'
import { outputLimit, type TestResult } from '../../sandbox/protocol.ts'
import { failureOf, resultOf } from './view.ts'

const result: TestResult = {
  title: 'it works',
  line: 3,
  state: 'fail',
  failures: [
    { message: 'no', expected: '1', received: '2', diff: '- 1\n+ 2', place: { file: 'a.ts', line: 4 } },
  ],
  console: ['a'],
  cut: true,
}

test('a valid result is not changed', () => expect(resultOf(result)).toEqual(result))

test('a result that code has changed becomes texts of bounded length and number', () => {
  const element = { type: 'img', props: { src: 'x' }, constructor: undefined } as unknown as string
  const tampered = {
    title: element,
    line: element,
    state: 'constructor',
    failures: Array(1000).fill({ message: 'x'.repeat(1e6), place: { file: element, line: element } }),
    console: element,
    cut: element,
  }
  const shown = resultOf(tampered as unknown as TestResult)
  expect(shown).toMatchObject({ title: '', line: Number.NaN, state: 'fail', console: [], cut: true })
  expect(shown.failures).toHaveLength(outputLimit.tests)
  expect(shown.failures[0]).toEqual({
    message: 'x'.repeat(outputLimit.characters),
    place: { file: '', line: Number.NaN },
  })
  expect(failureOf({ message: '', expected: element, diff: element })).toEqual({
    message: '',
    expected: '',
    diff: '',
  })
})
