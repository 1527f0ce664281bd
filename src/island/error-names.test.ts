import { expect, test } from 'vitest'
import { errorName, withErrorNames } from './error-names.ts'

const named = (name: string, number: number) =>
  `<span class="error-number" data-name="${name}">${number}</span>`

test('an error number at the end of a line of the log gets its name', () => {
  const line = '[500] join c1/1: 10.0.2.1 id=3 if=3 -&#62; 10.9.1.1:80 id=0 = -101'
  expect(withErrorNames(line)).toBe(line.replace('-101', named('ENETUNREACH', -101)))
  expect(withErrorNames('[0] insmod = -12\n[0] rmmod')).toBe(
    `[0] insmod = ${named('ENOMEM', -12)}\n[0] rmmod`,
  )
})

test('the text of a line stays what it was', () => {
  const line = '[500] join c1/1: 10.0.2.1 id=3 if=3 = -99'
  expect(withErrorNames(line).replace(/<[^>]+>/g, '')).toBe(line)
})

test('a line between quotes, as a failed comparison shows it, gets the name too', () => {
  const lines = `-   '[500] join c1/1 = -113',\n+   &#34;[500] join c1/1 = -99&#34;,`
  expect(withErrorNames(lines)).toBe(
    `-   '[500] join c1/1 = ${named('EHOSTUNREACH', -113)}',\n+   &#34;[500] join c1/1 = ${named('EADDRNOTAVAIL', -99)}&#34;,`,
  )
})

test('success, an id that was not found, and a number without a name get none', () => {
  for (const line of ['join c1/1 = 0', 'op get_local_id(c1,10.0.9.9) = -1 low_prio=0', 'insmod = -9999'])
    expect(withErrorNames(line)).toBe(line)
})

test('a number has the name that Linux gives it', () => {
  expect([1, 12, 99, 101, 105, 113].map(errorName)).toEqual([
    'EPERM',
    'ENOMEM',
    'EADDRNOTAVAIL',
    'ENETUNREACH',
    'ENOBUFS',
    'EHOSTUNREACH',
  ])
})
