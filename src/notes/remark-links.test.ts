import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { expect, onTestFinished, test, vi } from 'vitest'
import { follow, remarkLinks } from './remark-links.ts'

const folder = mkdtempSync(join(tmpdir(), 'links-'))
const from = join(folder, 'a.mdx')
writeFileSync(from, '## One {/* #one */}\n')
writeFileSync(join(folder, 'b.mdx'), '## Two {/* #two */}\n<p id="three">x</p>\n')

test('links to notes, to their sections and to other sites are followed or let through', () => {
  for (const url of ['#one', './b.mdx', 'b.mdx#two', './b.mdx#three'])
    expect(follow(url, from)).toBeUndefined()
})

test('a file or a section that is not there is named, with those that are', () => {
  expect(follow('./c.mdx', from)).toMatch(/^"\.\/c\.mdx": there is no file .*c\.mdx/)
  expect(follow('../workers/adress-worker.mdx', 'docs/ops/index.mdx')).toContain(
    'there is no file docs/workers/adress-worker.mdx (nearest: "../workers/address-worker.mdx"',
  )
  expect(follow('b.mdx#tow', from)).toMatch(/^"b\.mdx#tow": no section #tow in .*b\.mdx \(there are #two\)$/)
})

test('the error names the file and the line of the link', () => {
  const position = { start: { line: 7, column: 1 }, end: { line: 7, column: 9 } }
  const tree: Root = {
    type: 'root',
    children: [{ type: 'link', url: '#nowhere', children: [], position } as never],
  }
  expect(() => remarkLinks()(tree, { path: from } as VFile)).toThrow(
    /a\.mdx:7: "#nowhere": no section #nowhere/,
  )
})

test('a link from a translated page to one that is not leads to the page that the site shows instead', async () => {
  const list = [
    { key: 'zh', tag: 'zh-Hans', label: '中文' },
    { key: 'en', tag: 'en', label: 'English' },
    { key: 'ja', tag: 'ja', label: '日本語', fallback: 'en' },
  ]
  vi.doMock('../../i18n/languages.json', () => ({ default: list }))
  vi.doMock('../../reference/languages.ts', () => import('../../reference/languages.ts?of-links' as string))
  vi.doMock('./pages.ts', () => import('./pages.ts?of-links' as string))
  vi.stubEnv('DOCUSAURUS_CURRENT_LOCALE', 'ja')
  onTestFinished(() => {
    for (const file of ['../../i18n/languages.json', '../../reference/languages.ts', './pages.ts'])
      vi.doUnmock(file)
    vi.unstubAllEnvs()
  })
  const copy: typeof import('./remark-links.ts') = await import('./remark-links.ts?of-links' as string)
  const folder = (tag: string) => `i18n/${tag}/docusaurus-plugin-content-docs/current`
  const link = { type: 'link', url: '../index.mdx#reference', children: [] } as never
  const vfile = { path: `${process.cwd()}/${folder('ja')}/ops/new-session.mdx` } as VFile
  copy.remarkShownPages()({ type: 'root', children: [link] }, vfile)
  expect(link).toMatchObject({ url: `@site/${folder('en')}/index.mdx#reference` })
  expect(copy.follow('../index.mdx#reference', `${folder('ja')}/ops/new-session.mdx`)).toBeUndefined()
})
