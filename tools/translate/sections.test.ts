import { expect, test } from 'vitest'
import { sectionsIn, withMark } from './sections.ts'

const hashes = (source: string) => sectionsIn('a.mdx', source).map(({ hash }) => hash)
const ids = (source: string) => sectionsIn('a.mdx', source).map(({ id }) => id)

/** Returns whether two texts have the same hash. */
const isSame = (a: string, b: string) => String(hashes(a)) === String(hashes(b))

test('a page is cut at its headings with ids; what stands before the first is a section with the empty id', () => {
  const page = '---\ntitle: A\n---\n\nText\n\n## One {/* #one */}\n\nText\n\n### Two {#two}\n\nText\n'
  expect(ids(page)).toEqual(['', 'one', 'two'])
  expect(sectionsIn('a.mdx', page).map(({ line, text }) => [line, text.trim()])).toEqual([
    [1, '---\ntitle: A\n---\n\nText'],
    [7, '## One {/* #one */}\n\nText'],
    [11, '### Two {#two}\n\nText'],
  ])
})

test('the text below a heading without an id belongs to the section before', () => {
  expect(ids('## One {#one}\n\n### Part\n\nText\n\n## Two {#two}\n')).toEqual(['', 'one', 'two'])
  expect(isSame('## One {#one}\n\n### Part\n', '## One {#one}\n\n### Piece\n')).toBe(false)
})

test.each([
  ['fenced code', '```sh\n# Comment {#no}\n```'],
  ['fenced code with tildes, in which backticks are code', '~~~\n```\n# Comment {#no}\n~~~'],
  ['fenced code in a list', '- item\n\n  ```sh\n  # Comment {#no}\n  ```'],
  ['a fence with more backticks than the one in it', '````\n```\n# Comment {#no}\n```\n````'],
  ['a comment of several lines', '{/*\n# Comment {#no}\n*/}'],
  ['an expression', 'A {`\n# Comment {#no}\n`} b'],
])('a line that looks like a heading is none in %s', (_, code) => {
  expect(ids(`## One {#one}\n\n${code}\n\n## Two {#two}\n`)).toEqual(['', 'one', 'two'])
})

test('a heading may have inline code, links and components in it', () => {
  expect(ids('## The `<C>` of [a](./b.mdx) <C at="1" /> {/* #one */}\n')).toEqual(['', 'one'])
})

test('two headings with one id are refused, with file and line', () => {
  expect(() => sectionsIn('a.mdx', '## A {#x}\n\n## B {#x}\n')).toThrow(
    'a.mdx:3: the id "x" is taken: line 1',
  )
})

test.each([
  ['lines are broken elsewhere', 'One two\nthree.\n', 'One\ntwo three.\n'],
  ['Chinese lines are broken elsewhere', '地址已删除，\n会话不再恢复。\n', '地址已\n删除，会话不再恢复。\n'],
  ['empty lines are added', 'One.\n\nTwo.\n', 'One.\n\n\n\nTwo.\n'],
  ['lines end as on Windows', 'One\ntwo.\n', 'One\r\ntwo.\r\n'],
  ['quotes become curly', `The "peer's" id.\n`, 'The “peer’s” id.\n'],
  ['a list has other bullets', '- one\n- two\n', '* one\n* two\n'],
  ['a table is aligned', '| a | b |\n| --- | --- |\n| c | d |\n', '| a  | b  |\n|----|:--:|\n| c  | d  |\n'],
  ['emphasis has other marks', 'A *b* **c**.\n', 'A _b_ __c__.\n'],
  ['a link has another target', 'See [this](./a.mdx).\n', 'See [this](./b(c).mdx#d).\n'],
  ['a component has other attributes', 'At <C at="1" />.\n', 'At <C of={`a > b`} at="2-3" />.\n'],
  ['fenced code changes', 'Run:\n\n```sh\nls\n```\n', 'Run:\n\n```bash title="x"\nls -l\n```\n'],
  ['a comment is added', 'Text.\n', '{/* why */}\n\nText.\n'],
  ['an import is added', 'Text.\n', "import A from './a.js'\n\nText.\n"],
  [
    'the front matter has another order of pages',
    '---\ntitle: A\nsidebar_position: 1\n---\n',
    '---\ntitle: A\nsidebar_position: 2\n---\n',
  ],
])('the hash stays when %s', (_, before, after) => {
  expect(before).not.toBe(after)
  expect(isSame(before, after)).toBe(true)
})

test.each([
  ['a word', 'One two.\n', 'One three.\n'],
  ['a Chinese word', '地址已删除。\n', '地址已添加。\n'],
  ['punctuation', '地址已删除，会话不再恢复。\n', '地址已删除；会话不再恢复。\n'],
  ['the text of a link', 'See [this](./a.mdx).\n', 'See [that](./a.mdx).\n'],
  ['the title of a link', 'See [this](./a.mdx "One").\n', 'See [this](./a.mdx "Two").\n'],
  ['inline code', 'The field `one`.\n', 'The field `two`.\n'],
  ['inline code with braces and tags', 'Write `<A b={c} />`.\n', 'Write `<A b={d} />`.\n'],
  ['an escaped character', 'a \\{ b\n', 'a \\} b\n'],
  ['a cell of a table', '| a |\n| --- |\n| c |\n', '| a |\n| --- |\n| d |\n'],
  ['the text in a component', '<Note>\n\nOne.\n\n</Note>\n', '<Note>\n\nTwo.\n\n</Note>\n'],
  ['the title of an admonition', ':::note[One]\n\nText\n\n:::\n', ':::note[Two]\n\nText\n\n:::\n'],
  ['the heading', '# One\n', '# Two\n'],
  ['the title of the page', '---\ntitle: A\n---\n', '---\ntitle: B\n---\n'],
  [
    'the description, over two lines',
    '---\ndescription: >-\n  A\n  b\n---\n',
    '---\ndescription: >-\n  A\n  c\n---\n',
  ],
])('the hash changes with %s', (_, before, after) => {
  expect(isSame(before, after)).toBe(false)
})

const mark = { from: 'zh', source: '0123abcd', own: '4567cdef' }
const marked = '{/* from zh 0123abcd own 4567cdef */}'

test('a mark stands in a line of its own below the heading, and is no part of the text', () => {
  const page = '---\ntitle: A\n---\n\nText\n\n## One {/* #one */}\n\nText\n'
  const first = withMark(page, '', mark)
  const both = withMark(first, 'one', mark)
  expect(both).toBe(`---\ntitle: A\n---\n${marked}\n\nText\n\n## One {/* #one */}\n${marked}\n\nText\n`)
  expect(sectionsIn('a.mdx', both).map(({ mark }) => mark)).toEqual([mark, mark])
  expect(hashes(both)).toEqual(hashes(page))
  expect(sectionsIn('a.mdx', both).map(({ text }) => text)).toEqual(
    sectionsIn('a.mdx', page).map(({ text }) => text),
  )
})

test('a mark replaces the one before, and can be removed', () => {
  const page = `## One {#one}\n\nText\n`
  const other = { ...mark, own: '00000000' }
  expect(withMark(withMark(page, 'one', other), 'one', mark)).toBe(withMark(page, 'one', mark))
  expect(withMark(withMark(page, 'one', mark), 'one', undefined)).toBe(page)
})

test('text right below a heading stays a paragraph of its own', () => {
  expect(withMark('## One {#one}\nText\n', 'one', mark)).toBe(`## One {#one}\n${marked}\n\nText\n`)
})

test('a mark in a code block, as in a page about marks, is none', () => {
  expect(sectionsIn('a.mdx', `## One {#one}\n\n\`\`\`mdx\n${marked}\n\`\`\`\n`)[1]?.mark).toBeUndefined()
})
