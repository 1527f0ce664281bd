import { expect, test } from 'vitest'
import { headings } from '../notes/headings.ts'
import { readPages } from '../notes/pages.ts'
import { applyEdits } from '../texts/problems.ts'
import { parseSection } from './markdown.ts'
import { fatalProblemsIn, languageProblemsIn } from './problems.ts'
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

/** What is said of the language of a text: the place, and the change that mends it. */
function language(text: string, of: string): [place: string, mended: string | undefined][] {
  const tree = parseSection(text)
  const problems = 'children' in tree ? languageProblemsIn(text, tree, of, words) : []
  return problems.map(({ from, to, edit }) => [text.slice(from, to), edit && applyEdits(text, [edit])])
}

test('the language is checked as the build checks it, in prose and in the front matter', () => {
  expect(
    language('It obviously ends: `obviously` [it](./obviously.mdx) <C in="obviously" />.', 'en'),
  ).toEqual([['obviously', undefined]])
  expect(language('---\ntitle: 会话2\nc: x\n---\n\n地址,会话。', 'zh')).toEqual([
    ['话2', '---\ntitle: 会话 2\nc: x\n---\n\n地址,会话。'],
    [',', '---\ntitle: 会话2\nc: x\n---\n\n地址，会话。'],
  ])
  expect(language('A session, of the kernel.', 'en')).toEqual([])
})

test('a component that is lost gives no patch, also if it stands elsewhere once and was there twice', () => {
  expect(messages(original.replace('<C at="1" />', 'there'))).toEqual([words.missing('C 1')])
  expect(messages(original, `${original} <C at="1" />`)).toEqual([words.missing('C 1')])
  expect(messages(original.replace('It runs once: <C at="1" />', '<C at="1" />: it runs once'))).toEqual([])
})

test('a text that is no MDX is told with its line', () => {
  const text = original.replace('once', 'once {')
  const tree = parseSection(text)
  expect(tree).toMatchObject({ line: 3 })
  expect(messages(text)).toEqual([words.syntax('children' in tree ? '' : tree.message)])
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
