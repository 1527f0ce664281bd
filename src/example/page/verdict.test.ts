import { expect, test } from 'vitest'
import type { TestResult } from '../../sandbox/protocol.ts'
import { exerciseWordsIn } from '../exercise-words.ts'
import { isSolved, saidIn } from './verdict.ts'
import { emptyView } from './view.ts'

const says = { 'the-log': 'the `log`', 'too-early': 'The `worker` runs later.' }

/** What readers see of a hidden test that failed with this message; undefined if they see the message. */
function said(message: string, tag = 'en'): string | undefined {
  const failures = [{ message, place: { file: 'examples/exercises/x/check.test.ts', line: 3 } }]
  const test: TestResult = { title: 'the-log', line: 1, state: 'fail', failures, console: [], cut: false }
  const view = saidIn({ ...emptyView(), tests: [test] }, says, exerciseWordsIn(tag))
  const [shown] = view.tests
  expect(shown).toMatchObject({ title: 'the log' })
  expect(isSolved(view)).toBe(false)
  return shown && 'failures' in shown ? shown.failures[0]?.said : undefined
}

test('of a message that is a word, or begins with one, readers see what the word says', () => {
  expect(said('too-early')).toBe('The worker runs later.')
  expect(said('Error: too-early')).toBe('The worker runs later.')
  expect(said('too-early: expected 3 to be 4')).toBe('The worker runs later.')
})

test('the number of right lines comes before what the word says', () => {
  expect(said('too-early 3/12: expected [] to deeply equal []')).toBe(
    'Of 12 lines, the first 3 are right. The worker runs later.',
  )
  expect(said('too-early 1/12')).toBe('Of 12 lines, the first is right. The worker runs later.')
  expect(said('too-early 0/12')).toBe('Of 12 lines, the first is not right yet. The worker runs later.')
  expect(said('too-early 3/12', 'zh-Hans')).toBe('共 12 行，前 3 行正确。The worker runs later.')
})

test('any other message stays', () => {
  expect(said('x is not defined')).toBeUndefined()
  expect(said('constructor')).toBeUndefined()
})
