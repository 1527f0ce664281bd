import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isNamed, namedFiles } from './named-files.ts'

const page = 'quirks/options.mdx'
const files = [`docs/${page}`, `i18n/en/docusaurus-plugin-content-docs/current/${page}`]

test('a page is named by its file, from where the command was called, or as npm run translate names it', () => {
  expect(namedFiles('.', [`./docs/${page}`])).toEqual([files[0]])
  expect(namedFiles('.', ['options.mdx'], join('docs', 'quirks'))).toEqual([files[0]])
  expect(namedFiles('.', [page])).toEqual(files)
  expect(namedFiles('.', [`${page}#id-zero`])).toEqual(files)
})

test('a folder names the files in it, and the root of the site all files', () => {
  expect(namedFiles('.', ['docs/quirks/'])).toEqual(['docs/quirks'])
  expect(isNamed(`docs/${page}`, ['docs/quirks'])).toBe(true)
  expect(isNamed(`docs/${page}`, ['docs/quirk'])).toBe(false)
  expect(namedFiles('.', ['.', 'docs'])).toEqual([])
  expect(isNamed('README.md', [])).toBe(true)
})

test('each name without a file is refused, with the nearest names', () => {
  expect(() => namedFiles('.', ['quirks/option.mdx', 'docs', 'docs/indes.mdx'])).toThrow(
    /^"quirks\/option\.mdx" is no file and no page \(nearest: "quirks\/options\.mdx", .*\)\n"docs\/indes\.mdx" is no file and no page \(nearest: "docs\/index\.mdx", .*\)$/,
  )
})
