import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkFrontMatter } from './front-matter.ts'

const right = ['title: A', 'sidebar_label: A', 'sidebar_position: 1', 'description: A page.']

/** Returns the problems of a site with this front matter in its pages of the default language. */
function check(pages: Record<string, readonly string[]>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'matter-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, lines] of Object.entries(pages)) {
    const file = join(root, 'docs', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, ['---', ...lines, '---', '', 'Text.', ''].join('\n'))
  }
  return checkFrontMatter(root)
}

/** Returns the right front matter with other lines for some keys, or without them. */
function without(key: string, ...others: string[]): string[] {
  return right.flatMap((line) => (line.startsWith(`${key}:`) ? others : [line]))
}

test('the front matter of every page of the site is right', () => {
  expect(checkFrontMatter('.')).toEqual([])
})

test('a key that is written wrong is named with its line and the nearest keys, and is not missing besides', () => {
  expect(check({ 'ops/a.mdx': without('description', 'descripton: A page.') })).toEqual([
    expect.stringMatching(/^docs\/ops\/a\.mdx:5: front matter has no "descripton" \(nearest: "description",/),
  ])
})

test('a key that is missing or empty is named', () => {
  expect(check({ 'ops/a.mdx': without('sidebar_label') })).toEqual([
    'docs/ops/a.mdx:1: the front matter lacks sidebar_label: write sidebar_label: …',
  ])
  expect(check({ 'ops/a.mdx': without('description', 'description:') })).toEqual([
    'docs/ops/a.mdx:5: the front matter lacks description: write description: …',
  ])
})

test('a page in no folder needs no position, and one that is in no list no label', () => {
  expect(check({ 'a.mdx': without('sidebar_position') })).toEqual([])
  expect(check({ 'a.mdx': ['title: A', 'description: A page.', 'unlisted: true'] })).toEqual([])
})

test('the words with which readers search stand in one line', () => {
  expect(check({ 'ops/a.mdx': [...right, 'keywords: [one word, 两个]'] })).toEqual([])
  expect(check({ 'ops/a.mdx': [...right, 'keywords: one word'] })).toEqual([
    'docs/ops/a.mdx:6: keywords is no list in one line: write keywords: [one, two]',
  ])
})

test('two pages of a folder with the same position are named with their lines', () => {
  expect(check({ 'ops/a.mdx': right, 'ops/b.mdx': right, 'quirks/a.mdx': right })).toEqual([
    'docs/ops/b.mdx:4: docs/ops/a.mdx:4 has sidebar_position 1, too: each page of a folder has its own',
  ])
})
