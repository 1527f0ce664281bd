import { expect, test } from 'vitest'
import { checkNames, checkPages, checkPair, checkShown, findMentions } from './pages.ts'
import { readSituations } from './situations.ts'

const shown = (of: string, line: number) => ({ page: 'docs/a.mdx', line, of })

test('situations are found where a page shows them, and not where it quotes them', () => {
  const page = '---\ntitle: A\n---\n\n`<ThenAndNow of="x" />`\n\n<ThenAndNow of="a-one" />\n'
  expect(findMentions('docs/a.mdx', page)).toEqual([shown('a-one', 7)])
})

test('a situation is named by a plain string and nothing else', () => {
  const message = 'docs/a.mdx:1: <ThenAndNow> takes of="…", a plain string, and nothing else'
  expect(() => findMentions('docs/a.mdx', '<ThenAndNow of={name} />')).toThrow(message)
  expect(() => findMentions('docs/a.mdx', '<ThenAndNow />')).toThrow(message)
})

test('an unknown situation is answered with those of its letter', () => {
  expect(checkNames([shown('a-one', 3), shown('a-two', 5), shown('b-one', 7)], ['a-one', 'b-one'])).toEqual([
    'docs/a.mdx:5: there is no situation "a-two" (there are a-one)',
  ])
})

test('a situation that no page shows is named', () => {
  expect(checkShown([shown('a-one', 3)], ['a-one', 'b-one'])).toEqual([
    'reference/lab/b-one.jsonl:1: no page shows the situation "b-one"',
  ])
})

test('a page and its pair show the same situations in the same order', () => {
  expect(checkPair('zh', [shown('a', 1)], 'en', [shown('a', 2)])).toEqual([])
  expect(checkPair('zh', [shown('a', 1), shown('b', 3)], 'en', [shown('b', 2), shown('a', 4)])).toEqual([
    'zh:1 shows "a", en:2 shows "b": a page and its pair show the same situations',
  ])
  expect(checkPair('zh', [shown('a', 1)], 'en', [])).toEqual([
    'zh:1 shows "a", en:1 shows no more: a page and its pair show the same situations',
  ])
})

test('the pages of this site name their situations rightly, and show every one', () => {
  expect(checkPages('.', [...readSituations('.').keys()])).toEqual([])
})
