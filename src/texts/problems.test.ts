import { describe, expect, test } from 'vitest'
import type { Language } from '../../reference/languages.ts'
import { parsePage } from '../notes/pages.ts'
import { passagesIn } from './passages.ts'
import { applyEdits, type Problem, problemsIn } from './problems.ts'

function problemsOf(source: string, language: Language = 'zh'): Problem[] {
  return passagesIn(parsePage(source), source).flatMap((passage) => problemsIn(passage, language))
}

/** Returns a page after its problems have been fixed. */
function fixed(source: string, language?: Language): string {
  const edits = problemsOf(source, language).flatMap(({ edit }) => edit ?? [])
  return applyEdits(source, edits)
}

describe('Chinese', () => {
  test.each([
    ['会话500 ms后关闭', '会话 500 ms 后关闭'],
    ['调用`close()`之后', '调用 `close()` 之后'],
    ['见<C at="1070" />的循环', '见 <C at="1070" /> 的循环'],
    ['见[主线](./a.mdx)MPTCP', '见[主线](./a.mdx) MPTCP'],
    ['**子流**ID 不变', '**子流** ID 不变'],
    ['占10%的时间', '占 10% 的时间'],
  ])('has a space beside Latin words, numbers and code: %s', (wrong, right) => {
    expect(fixed(wrong)).toBe(right)
  })

  test.each([
    ['会话 关闭', '会话关闭'],
    ['关闭会话， 然后', '关闭会话，然后'],
    ['发送 （一次）', '发送（一次）'],
    ['按 “运行” 即可', '按“运行”即可'],
    ['子流　关闭', '子流 关闭'],
  ])('has no other space: %s', (wrong, right) => {
    expect(fixed(wrong)).toBe(right)
  })

  test.each([
    ['会话关闭,子流不变.', '会话关闭，子流不变。'],
    ['调用 `close()`, 会话关闭:', '调用 `close()`，会话关闭：'],
    ['元套接字(meta socket)被占用', '元套接字（meta socket）被占用'],
    ['IPv4(或 IPv6)', 'IPv4（或 IPv6）'],
    ['按"运行"', '按“运行”'],
    ['按「运行」', '按“运行”'],
    ['关闭会话。。', '关闭会话。'],
    ['第一、第二...', '第一、第二……'],
    ['“若…”', '“若……”'],
    ['读--写', '读——写'],
    ['槽位 0~7', '槽位 0–7'],
    ['ＩＤ为 ０', 'ID 为 0'],
  ])('has the punctuation of Chinese: %s', (wrong, right) => {
    expect(fixed(fixed(wrong))).toBe(right)
  })

  test.each([
    ['等待 500ms', '等待 500 ms'],
    ['等待 500 毫秒', '等待 500 ms'],
    ['等待 1 秒', '等待 1 s'],
  ])('has units as signs, after a space: %s', (wrong, right) => {
    expect(fixed(wrong)).toBe(right)
  })

  test.each([
    '调用 connect() 之后，`c1/0`、`……` 不变。',
    '**预期：** 子流关闭',
    '见[这是 bug 吗？](./a.mdx)，另见 [RFC 6824](https://www.rfc-editor.org)。',
    '“ = ”之后的数是 -113',
    '一段可以\n写成几行，\n不必 TCP\n同行',
    '地址 fd00:1::1，端口 1–65535',
    '2010s 不是时间，v0.95 也不是',
    'PC（`a`、`b`）',
  ])('leaves alone what is right: %s', (right) => {
    expect(problemsOf(right)).toEqual([])
  })

  test('a mark without its other half, and two marks in a row, are for the writer to fix', () => {
    const problems = problemsOf('按“运行，\n\n会话（关闭\n\n关闭，。')
    expect(problems.map(({ rule, found, write }) => [rule?.en, found, write])).toEqual([
      ['a quote without its other half', '按“运行，', undefined],
      ['a bracket without its other half', '会话（关闭', undefined],
      ['two punctuation marks in a row', '关闭，。', undefined],
    ])
    expect(problems.filter(({ edit }) => edit)).toEqual([])
  })
})

test('English has curly quotes and apostrophes, no full-width punctuation, and no space before a mark', () => {
  expect(fixed('It ends `here` ; or there .', 'en')).toBe('It ends `here`; or there.')
  expect(problemsOf('Use .config, : 1, or “ = ” as it is', 'en')).toEqual([])
  expect(fixed(`The peer's "first" address...`, 'en')).toBe('The peer’s “first” address…')
  expect(problemsOf('Two addresses，one id', 'en').map(({ rule }) => rule?.en)).toEqual([
    'full-width punctuation',
  ])
})

test('a problem shows what is wrong and what would be right, with some text around it', () => {
  expect(problemsOf('新地址在`add_addr`加一之后通告').map(({ found, write }) => [found, write])).toEqual([
    ['新地址在`…`加一之后通告', '新地址在 `…`加一之后通告'],
    ['新地址在`…`加一之后通告', '新地址在`…` 加一之后通告'],
  ])
})

test('code, attributes, comments and the targets of links are not text', () => {
  const page =
    '`会话500,关闭`\n\n<Example of="会话500" />\n\n{/* 会话500 */}\n\n```\n会话500\n```\n\n[会话](./会话500.mdx)'
  expect(problemsOf(page)).toEqual([])
})

test('a text is fixed where it has escapes, quoted lines and indents', () => {
  expect(fixed('> \\*会话500 次\\*，\n> 子流2')).toBe('> \\*会话 500 次\\*，\n> 子流 2')
  expect(fixed('a & b\\\\会话&amp;，会话500')).toBe('a & b\\\\会话&amp;，会话 500')
  expect(fixed('- 会话\n  &lt;500次')).toBe('- 会话\n  &lt;500 次')
})

test('a cell of a table is a text of its own', () => {
  expect(fixed('| 会话 | 子流2 |\n| --- | --- |\n| ID0 | 关闭,打开 |')).toBe(
    '| 会话 | 子流 2 |\n| --- | --- |\n| ID0 | 关闭，打开 |',
  )
})
