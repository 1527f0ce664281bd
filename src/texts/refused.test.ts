import { expect, test } from 'vitest'
import { glossary } from '../../reference/glossary.ts'
import { languages } from '../../reference/languages.ts'
import { refusedIn } from './refused.ts'

test('another name of a term is refused, with the name to write and the entry of the glossary', () => {
  expect(refusedIn('字段是一个位域。', 'zh')).toEqual([
    {
      index: 5,
      found: '位域',
      write: '位图（字段名 `bitfield`）',
      reason: 'is not the name of this term ("bitfield" in reference/glossary.ts)',
    },
  ])
  expect(refusedIn('Two wishes.', 'en').map(({ found, write }) => [found, write])).toEqual([
    ['wishes', 'request, counter'],
  ])
})

test('a word that is no term is refused, with what to write', () => {
  expect(refusedIn('前者失败', 'zh').map(({ found, write, reason }) => [found, write, reason])).toEqual([
    ['前者', '重复名词', 'is not used here (reference/voice.ts)'],
  ])
})

test('the same characters in a longer word with another meaning are allowed', () => {
  expect(refusedIn('有主机在线，摘要如下', 'zh')).toEqual([])
  expect(refusedIn('有主机在线，套接字有主', 'zh').map(({ index }) => index)).toEqual([9])
  expect(refusedIn('The wishful', 'en')).toEqual([])
})

test('no name of a term is refused', () => {
  for (const language of languages)
    for (const { name } of glossary.flatMap(({ terms }) => terms))
      expect(refusedIn(name[language] ?? '', language), name[language]).toEqual([])
})
