import { compile } from '@mdx-js/mdx'
import { expect, test } from 'vitest'
import { enPage, pages } from './fixtures/site.ts'
import { remarkMarks } from './remark-marks.ts'
import { withMark } from './sections.ts'

test('a page with marks is compiled to the same code as without', async () => {
  const source = pages[enPage].replace(/^---[\s\S]*?---\n/, '')
  const mark = { from: 'zh', source: '0123abcd', own: '4567cdef' }
  const marked = withMark(withMark(source, '', mark), 'when', mark)
  const compiled = async (text: string, remarkPlugins = [remarkMarks]) =>
    String(await compile(text, { remarkPlugins, format: 'mdx' }))
  expect(await compiled(marked)).toBe(await compiled(source))
  expect(await compiled(marked, [])).not.toBe(await compiled(source))
})
