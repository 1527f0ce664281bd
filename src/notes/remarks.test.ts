import { expect, test } from 'vitest'
import { textIn } from '../../reference/languages.ts'
import { isRemark, remarksIn } from './remarks.ts'

const lines = ['# zh 一', '# en One', '# zh 二', '# en Two', 'insmod', '# en Three', '# A comment']

test('lines in different languages that follow each other are one remark', () => {
  expect(remarksIn(lines).map((remark) => textIn(remark, 'en').text)).toEqual(['One', 'Two', 'Three'])
  expect(remarksIn(lines).map((remark) => textIn(remark, 'zh').index)).toEqual([0, 2, 5])
})

test('a comment without the key of a language is no remark', () => {
  expect(lines.map(isRemark)).toEqual([true, true, true, true, false, true, false])
})
