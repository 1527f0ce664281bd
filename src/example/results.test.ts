import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type ResultsSetting, Rows, summary, type View } from './Results.tsx'
import { wordsIn } from './words.ts'

const view = (more: Partial<View>): View => ({ tests: [], failures: [], console: [], cut: false, ...more })
const rows = (view: View, setting: Partial<ResultsSetting> = {}) =>
  renderToString(
    h(Rows, { view, setting: { words: wordsIn('en'), named: [], files: [], single: false, ...setting } }),
  )
const result = { line: 1, failures: [], console: [], cut: false }
const passed = { ...result, title: 'it works', state: 'pass' as const }
const failed = { ...result, title: 'it <breaks>', state: 'fail' as const }

test('the summary has the number of tests that passed, in both languages', () => {
  const [zh, en] = [wordsIn('zh-Hans'), wordsIn('en')]
  expect(summary(view({ tests: [passed, passed] }), zh, zh.results)).toBe('运行结果：2 个测试全部通过')
  expect(summary(view({ tests: [passed, passed] }), en, en.results)).toBe('Results: all 2 tests passed')
  expect(summary(view({ tests: [passed, failed] }), zh, zh.results)).toBe('运行结果：1 个通过，1 个失败')
  expect(summary(view({ tests: [passed, failed] }), en, en.results)).toBe('Results: 1 passed, 1 failed')
  expect(summary(view({}), en, en.results)).toBe('No tests found.')
})

test('text from edited code is escaped', () => {
  const html = rows(view({ tests: [{ ...failed, console: ['<img>'], failures: [{ message: '<b>' }] }] }))
  expect(html).not.toMatch(/<(breaks|img|b)>/)
  const place = { file: '"><img>', line: 1 }
  const tampered = rows(view({ failures: [{ message: '', place }] }), { files: ['"><img>'] })
  expect(tampered).not.toContain('<img>')
})

test('error numbers in lines of the log have their names, wherever a result shows such a line', () => {
  const line = 'join c1/1 = -101'
  const name = 'join c1/1 = <span class="error-number" data-name="ENETUNREACH">-101</span>'
  const failure = { message: `expected '${line}'`, expected: line, received: line }
  const long = { message: '', diff: `- Expected\n+ Received\n\n- ${line}\n+ ${line}` }
  const html = rows(view({ tests: [{ ...failed, failures: [failure, long], console: [line] }] }))
  expect(html.split(name)).toHaveLength(1 + 6)
  expect(html).not.toContain('= -101')
})

test('a failure begins with a sentence in the language of the page, with the line; a message that says more comes last', () => {
  const place = { file: 'examples/a.test.ts', line: 12 }
  const failure = { message: 'size: expected 3 to be 4', expected: '4', received: '3', place }
  const html = rows(view({ failures: [failure] }), { words: wordsIn('zh-Hans') })
  expect(html.replace(/<(?!p class)[^>]*>/g, ' ').replace(/\s+/g, ' ')).toBe(
    ' 实际值与预期不符。 a.test.ts:12 预期 4 实际 3 <p class="example__message" lang="en">size: expected 3 to be 4 ',
  )
})

test.each([
  ['expected 3 to be 4 // Object.is equality', '4', '3'],
  ["expected 'a' to deeply equal 'b'", 'b', 'a'],
])('the message "%s" says no more than the two values', (message, expected, received) => {
  expect(rows(view({ failures: [{ message, expected, received }] }))).not.toContain('Object.is')
  expect(rows(view({ failures: [{ message, expected, received }] }))).not.toContain('example__message')
})

test('what a value does not include is named in the language of the page', () => {
  const failure = { message: "expected [ 'a' ] to include 'b'" }
  const html = rows(view({ failures: [failure] }), { words: wordsIn('zh-Hans') })
  expect(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toBe(
    " 实际值中没有这一项。 缺少 'b' 实际 [ 'a' ] ",
  )
})

test('a value that is not to come is said not to be expected', () => {
  const failure = { message: 'expected 3 not to be 3', expected: '3', received: '3' }
  expect(rows(view({ failures: [failure] }))).toContain('<dt>Not expected</dt>')
})

test.each([
  ['expected 3 to be odd', 'An assertion failed.'],
  ['TypeError: x is not a function', 'The code threw an error.'],
])('of "%s" it says what failed', (message, said) => {
  expect(rows(view({ failures: [{ message }] }))).toContain(`<p>${said}</p>`)
})

test('the result of the only test is said once', () => {
  const tests = [{ ...failed, failures: [{ message: 'a', said: 'b' }] }]
  expect(rows(view({ tests }), { single: true })).not.toMatch(/✗|failed|it &lt;breaks/)
  expect(rows(view({ tests: [...tests, passed] }), { single: true })).toContain('✗')
})

test('a difference of many lines is shown line by line, with a heading in the language of the page', () => {
  const failure = {
    message: 'expected',
    expected: '{\n  a: 1,\n}',
    received: '{\n  a: 2,\n}',
    diff: '- Expected\n+ Received\n\n  {\n-   a: 1,\n+   a: 2,\n  }',
  }
  const html = rows(view({ failures: [failure] }), { words: wordsIn('zh-Hans') })
  expect(html).toContain('<del>- 预期</del> <ins>+ 实际</ins>')
  expect(html).toContain(
    '<pre tabindex="0"><span>  {</span>\n<del>-   a: 1,</del>\n<ins>+   a: 2,</ins>\n<span>  }</span></pre>',
  )
})
