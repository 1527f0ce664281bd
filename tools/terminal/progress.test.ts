import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { showProgress } from './progress.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

/** Returns the output after this time in ms, and the output at the end. */
function written(
  terminal: { isTTY?: true; columns?: number },
  milliseconds: number,
  far = () => '',
): string[] {
  const texts: string[] = []
  const out = { ...terminal, write: (text: string) => texts.push(text) > 0 }
  const end = showProgress('build', far, out)
  vi.advanceTimersByTime(milliseconds)
  end()
  vi.advanceTimersByTime(60_000)
  return texts
}

test('in a file or a pipe, a line every ten seconds says for how long it has been going on, and how far it is', () => {
  let pages = 0
  expect(written({}, 25_000, () => `${++pages} of 3 pages`)).toEqual([
    '   build: 1 of 3 pages (10 s)\n',
    '   build: 2 of 3 pages (20 s)\n',
  ])
})

test('what is over within ten seconds leaves no line in a file', () => {
  expect(written({}, 9_000)).toEqual([])
})

test('on a terminal one line is written over, cut where the terminal ends, and cleared in the end', () => {
  const clear = '\r\x1b[K'
  expect(written({ isTTY: true, columns: 8 }, 400)).toEqual([`${clear}build (`, `${clear}build (`, clear])
})
