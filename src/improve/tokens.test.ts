import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { headings } from '../notes/headings.ts'
import { parsePage, readPages } from '../notes/pages.ts'
import { sectionIn } from './section.ts'
import { beginningOf, missingTokens, tokensIn } from './tokens.ts'

const labels = (text: string) => tokensIn(text).map(({ label }) => label)

test('components, ids of headings, comments, expressions and imports are tokens', () => {
  expect(labels('## When {/* #when */}\n\nSee <C of="net/a.c" at="1-2" /> and <Example of="x" />.')).toEqual([
    '#when',
    'C 1-2',
    'Example x',
  ])
  expect(
    labels('import A from "a"\nimport B from "b"\n\n2<sup>53</sup> {1 + {a: 1}.a} {/* a } note */}'),
  ).toEqual(['import A from "a"\nimport B from "b"', 'sup', '/sup', '{1 + {a: 1}.a}', '{/* a } note */}'])
})

test('of the front matter only the values that are prose can be edited', () => {
  const text = '---\ntitle: A title\nsidebar_position: 1\ndescription: Words.\nc: full_mesh\n---\n\nText'
  expect(labels(text)).toEqual([
    '---',
    'title: ',
    'sidebar_position: 1',
    'description: ',
    'c: full_mesh',
    '---',
  ])
})

test('code is no token, and what is escaped is not either', () => {
  const code = 'Write `<C />` or ``a ` {b}``.\n\n- ```sh\n  echo {1}\n  ```\n\n\\<C /> \\{x} a < b'
  expect(labels(code)).toEqual([])
  expect(labels('An open ` quote\n\n<C /> and `x`')).toEqual(['C'])
})

test('a token is missing as often as the edited text has it less', () => {
  const missing = (edited: string) =>
    missingTokens(tokensIn('<C at="1" /> <C at="1" /> <C at="2" />'), tokensIn(edited)).map(
      ({ text }) => text,
    )
  expect(missing('<C at="2" /> moved <C at="1" /> <C at="1" /> <C at="3" />')).toEqual([])
  expect(missing('<C at="1" />')).toEqual(['<C at="1" />', '<C at="2" />'])
})

test('the tokens of every section of the site are those that the parser of MDX finds', () => {
  for (const { file, source } of readPages('.')) {
    const parsed: string[] = []
    visit(parsePage(source), (node) => {
      const text = source.slice(node.position?.start.offset, node.position?.end.offset)
      const isMark = /^\{\/\* from /.test(text) // of a translation, which is no part of the text of a section
      if (/^mdx.*Expression$|^mdxjsEsm$/.test(node.type) && !isMark) parsed.push(text)
      if (/^mdxJsx/.test(node.type)) parsed.push(...tagsOf(text))
    })
    const found = ['', ...headings(source).map(({ id = '' }) => id)].flatMap((id) => {
      const text = sectionIn(source, id)?.text ?? ''
      return tokensIn(text).filter(({ kind }) => kind !== 'matter')
    })
    expect(found.map(({ text }) => text).sort(), file).toEqual(parsed.sort())
  }
})

/** The opening and the closing tag of an element. */
function tagsOf(source: string): string[] {
  const [opening = ''] = /^<[^>]*>/.exec(source) ?? []
  const [closing] = /<\/[^>]*>$/.exec(source) ?? []
  return closing ? [opening, closing] : [opening]
}

test('the text of a section begins behind the front matter', () => {
  const text = '---\ntitle: A\n---\n\nText.'
  expect(text.slice(beginningOf(text))).toBe('Text.')
  expect(beginningOf('## Heading')).toBe(0)
  expect(beginningOf('---\ntitle: A\n---\n')).toBe('---\ntitle: A\n---\n'.length)
})
