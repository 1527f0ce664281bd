import { expect, test } from 'vitest'
import { phrasesOf } from './phrases.ts'

test('a line may end between words that have no space between them, and not inside of a term', () => {
  expect(phrasesOf('子流建立失败后不再重试').join('|')).toBe('子流|建立|失败后|不再重试')
  expect(phrasesOf('从 TCP 到全网状路径管理器').at(-1)).toMatch(/路径管理器$/)
})

test('a line begins with no word of one character', () => {
  expect(phrasesOf('已删除的地址也会重试').join('|')).toBe('已|删除的|地址也会重试')
})

test('words with spaces, names and punctuation are left to the browser', () => {
  expect(phrasesOf('When it runs, and where')).toEqual(['When it runs, and where'])
  expect(phrasesOf('ENETUNREACH：重试')).toEqual(['ENETUNREACH：重试'])
  expect(phrasesOf('')).toEqual([''])
})
