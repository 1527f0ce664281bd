import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'

test('a keyword and a string get a class each, ordinary text gets no element', async () => {
  expect(await highlight("const a = 'x'", 'ts')).toBe(
    `<i class="k">const</i> <i class="n">a</i> <i class="k">=</i> <i class="s">'x'</i>`,
  )
})

test('what stands side by side in one colour is one element, with the spaces in it', async () => {
  expect(await highlight('export async function f() {}', 'ts')).toMatch(
    /^<i class="k">export async function<\/i> /,
  )
  expect(await highlight('echo one two', 'bash')).toBe('<i class="f">echo</i> <i class="s">one two</i>')
})

test('text is escaped, whatever its language', async () => {
  expect(await highlight('a < "b" & c', 'text')).toBe('a &#60; &#34;b&#34; &#38; c')
})

test('an unknown language is refused by name', async () => {
  await expect(highlight('x', 'cobol')).rejects.toThrow('no highlighting for "cobol" (languages: text, ts,')
})
