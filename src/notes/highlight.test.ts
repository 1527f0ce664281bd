import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'

test('a keyword and a string get a class each, ordinary text gets no element', async () => {
  expect(await highlight("const a = 'x'", 'ts')).toBe(
    `<span class="t-keyword">const</span> <span class="t-constant">a</span> <span class="t-keyword">=</span> <span class="t-string-expression">'x'</span>`,
  )
})

test('text is escaped, whatever its language', async () => {
  expect(await highlight('a < "b" & c', 'text')).toBe('a &#60; &#34;b&#34; &#38; c')
})

test('an unknown language is refused by name', async () => {
  await expect(highlight('x', 'cobol')).rejects.toThrow('no highlighting for "cobol" (languages: text, ts,')
})
