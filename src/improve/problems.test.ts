import { expect, test } from 'vitest'
import { headings } from '../notes/headings.ts'
import { readPages } from '../notes/pages.ts'
import type { SyntaxProblem } from '../notes/syntax.ts'
import { applyEdits } from '../texts/problems.ts'
import { parseSection } from './markdown.ts'
import { fatalProblemsIn, type Problem, problemsIn } from './problems.ts'
import { sectionIn } from './section.ts'
import { wordsIn } from './words.ts'

const words = wordsIn('en')
const original = '## When {/* #when */}\n\nIt runs once: <C at="1" />.\n\n<Example of="a" />'

/** The messages of what must not be, after the text was changed. */
function messages(text: string, before = original): string[] {
  const tree = parseSection(text)
  return fatalProblemsIn(text, before, 'children' in tree ? undefined : tree, words).map(
    ({ message }) => message,
  )
}

/** What is said of the language of a text. */
function language(text: string, of: string): Problem[] {
  const tree = parseSection(text)
  return 'children' in tree ? problemsIn(text, tree, of, words) : []
}

test('words that the site does not use are found in prose, and not in code, links and components', () => {
  const text = 'The session obviously ends.\n\n`obviously` [it](./obviously.mdx) <C in="obviously" />'
  const found = language(text, 'en')
  expect(found.map(({ from, to, isFatal }) => [text.slice(from, to), isFatal])).toEqual([
    ['obviously', false],
  ])
  expect(found[0]?.message).toContain('write: leave it out')
  expect(language('A session, of the kernel.', 'en')).toEqual([])
})

test('a text that is set in another way is found, with what to write, also in the front matter', () => {
  const text = '---\ntitle: 会话2\n---\n\n地址,会话。'
  const found = language(text, 'zh')
  expect(found.map(({ from, to, message }) => [text.slice(from, to), message])).toEqual([
    ['2', words.typography('汉字与拉丁词、数字或代码之间没有空格', '会话2', '会话 2')],
    [',', words.typography('半角标点', '地址,会话。', '地址，会话。')],
  ])
  const edits = found.flatMap(({ edit }) => edit ?? [])
  expect(applyEdits(text, edits)).toBe('---\ntitle: 会话 2\n---\n\n地址，会话。')
})

test('a component that is lost gives no patch, also if it stands elsewhere once and was there twice', () => {
  expect(messages(original.replace('<C at="1" />', 'there'))).toEqual([words.missing('C 1')])
  expect(messages(original, `${original} <C at="1" />`)).toEqual([words.missing('C 1')])
  expect(messages(original.replace('It runs once: <C at="1" />', '<C at="1" />: it runs once'))).toEqual([])
})

test('what is missing is missed where it stood, also behind other text that is gone', () => {
  const before = 'One.\n\nTwo <C at="1" /> and <C at="2" />.\n\nThree.\n'
  const text = before.replace('<C at="1" /> and <C at="2" />', 'and ')
  const problems = fatalProblemsIn(text, before, undefined, words)
  expect(problems.map(({ from }) => text.slice(0, from).split('\n').length)).toEqual([3, 3])
})

test('a text that is no MDX is told with its line', () => {
  const text = original.replace('once', 'once {')
  const tree = parseSection(text)
  expect(tree).toMatchObject({ line: 3 })
  expect(messages(text)).toEqual(['children' in tree ? '' : words.syntax(tree)])
})

test('a tag that is not closed is told with its own line', () => {
  const text = original.replace(' />', '>')
  const [problem] = fatalProblemsIn(text, text, parseSection(text) as SyntaxProblem, words)
  expect(text.slice(problem?.from, problem?.to)).toBe('It runs once: <C at="1">.')
  expect(problem?.message).toBe('<C> is not closed: write <C … />')
})

test.each([
  ['a <b>c', '<b> is not closed: add </b> in the same paragraph, or write \\<b> if it is text'],
  ['a <b>c</i>', '<b> is not closed: add </b> in the same paragraph, or write \\<b> if it is text'],
  ['a </b>', 'this closing tag has no opening tag before it; if it is text, write < as \\<'],
  ['a <3', 'what follows < is not a complete tag; if it is text, write < as \\<'],
  ['a {b', '{ has no } after it; if it is text, write { as \\{'],
])('what is wrong with "%s" is said, with what to write', (text, said) => {
  expect(messages(text, text)).toEqual([said])
})

test('what the other languages would have to follow is refused: headings and code', () => {
  expect(messages(original.replace('##', '###'))).toEqual([words.outline])
  expect(messages(`Before.\n\n${original}`)).toEqual([words.outline])
  expect(messages(`${original}\n\n### More {/* #more */}`)).toEqual([
    words.notHere('{/* #more */}'),
    words.outline,
  ])
  expect(messages(`${original}\n\n{alert(1)}`)).toEqual([words.notHere('{alert(1)}')])
  expect(messages(`${original}\n\nimport x from 'y'`)).toEqual([words.notHere("import x from 'y'")])
})

test('front matter that is no YAML is refused', () => {
  const matter = (title: string) => `---\ntitle: ${title}\n---\n\nText.`
  for (const title of ['a: b', '', '"a', '[a', 'a #b'])
    expect(messages(matter(title), matter('a')), title).toEqual([words.matter])
  for (const title of ['"a: b"', '/proc/net', '地址：会话', 'it’s', '8 slots'])
    expect(messages(matter(title), matter('a')), title).toEqual([])
})

test('no section of the site has a problem', () => {
  for (const { file, source } of readPages('.')) {
    for (const id of ['', ...headings(source).map(({ id = '' }) => id)]) {
      const text = sectionIn(source, id)?.text ?? ''
      const found = [...fatalProblemsIn(text, text, undefined, words).map(({ message }) => message)]
      expect(found, `${file}#${id}`).toEqual([])
    }
  }
})
