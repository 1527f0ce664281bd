import { compile } from '@mdx-js/mdx'
import { expect, test } from 'vitest'
import { remarkNames } from './remark-names.ts'

/** Compiles a page, and returns the addresses of its links, as written and as components. */
async function linksOf(page: string): Promise<{ plain: string[]; components: string[] }> {
  const program = String(await compile(page, { jsx: true, remarkPlugins: [remarkNames('/site/')] }))
  const all = (pattern: RegExp) => [...program.matchAll(pattern)].map(([, href = '']) => href)
  return { plain: all(/<a href="([^"]*)">/g), components: all(/<_components\.a href="([^"]*)"/g) }
}

test('every name of the C file in the text is a link to its entry among the symbols', async () => {
  const { plain } = await linksOf('`add_pm_event` calls `lookup_similar_event()`; so does `add_pm_event`.')
  const entry = '/site/reference/symbols/#'
  expect(plain).toEqual([`${entry}add_pm_event`, `${entry}lookup_similar_event`, `${entry}add_pm_event`])
})

test('names in headings, in links and in blocks of code are left alone', async () => {
  const page =
    '## `add_pm_event`\n\n[`add_pm_event`](./x.mdx)\n\n```c\nadd_pm_event();\n```\n\n<a href="y">`add_pm_event`</a>'
  expect(await linksOf(page)).toEqual({ plain: ['y'], components: ['./x.mdx'] })
})

test('code that names nothing of the C file is no link', async () => {
  expect(await linksOf('`connect()`, `release_sock()` and `ip addr add`')).toEqual({
    plain: [],
    components: [],
  })
})
