import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import loader from './translations-loader.cjs'

test('a page depends on the same page in other languages, also if that is not there yet', () => {
  const root = mkdtempSync(join(tmpdir(), 'pages-'))
  const folders = ['docs', 'en', 'ja'].map((name) => join(root, name, '/'))
  for (const name of ['docs', 'en']) {
    mkdirSync(join(root, name, 'ops'), { recursive: true })
    writeFileSync(join(root, name, 'ops/a.mdx'), '')
  }
  const [there, missing]: [string[], string[]] = [[], []]
  const context = {
    resourcePath: join(root, 'en/ops/a.mdx'),
    getOptions: () => ({ folders }),
    addDependency: (file: string) => there.push(file),
    addMissingDependency: (file: string) => missing.push(file),
  }
  expect(loader.call(context, 'Text')).toBe('Text')
  expect(there).toEqual([join(root, 'docs/ops/a.mdx'), join(root, 'en/ops/a.mdx')])
  expect(missing).toEqual([join(root, 'ja/ops/a.mdx')])
})
