import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { LogText } from './log-text.tsx'

const html = (text: string) => renderToString(h(LogText, { text }))
const named = (name: string, number: number) =>
  `<span class="error-number" data-name="${name}">${number}</span>`

test('an error number at the end of a line of the log gets its name', () => {
  expect(html('[0] insmod = -12\n[0] join c1/1 = -101')).toBe(
    `[0] insmod = ${named('ENOMEM', -12)}\n[0] join c1/1 = ${named('ENETUNREACH', -101)}`,
  )
})

test('a line between quotes, as a failed comparison shows it, gets the name too', () => {
  expect(html(`-   '[500] join c1/1 = -113',\n+   "[500] join c1/1 = -99",`)).toBe(
    `-   '[500] join c1/1 = ${named('EHOSTUNREACH', -113)}',\n+   &quot;[500] join c1/1 = ${named('EADDRNOTAVAIL', -99)}&quot;,`,
  )
})

test('success, an id that was not found, and a number without a name get none', () => {
  for (const line of ['join c1/1 = 0', 'op get_local_id(c1,10.0.9.9) = -1 low_prio=0', 'insmod = -9999'])
    expect(html(line)).toBe(line)
})

test('a line of the log is text', () => expect(html('<b> = -12')).toMatch(/^&lt;b> = <span/))
