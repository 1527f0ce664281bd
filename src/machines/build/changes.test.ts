import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { defaultLanguage, folderOf } from '../../../reference/languages.ts'
import { readChanges } from './changes.ts'

/** A site whose pages are committed one after the other. */
function makeSite() {
  const dir = mkdtempSync(join(tmpdir(), 'changes-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const git = (args: string[], time = '2026-01-01T00:00:00Z') =>
    execFileSync('git', ['-C', dir, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time },
      stdio: 'pipe',
    })
  git(['init', '-q', '-b', 'main'])
  const commit = (time: string, files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(dir, folderOf(defaultLanguage)), { recursive: true })
      writeFileSync(join(dir, folderOf(defaultLanguage), name), text)
    }
    git(['add', '.'])
    git(['commit', '-qm', 'x'], time)
  }
  return { dir, git, commit }
}

const page = (first: string, second: string) =>
  `---\ntitle: A\n---\n\n${first}\n\n## B {/* #b */}\n\n${second}\n\n<Example of="x" />\n`

test('a page has changed where the text of a section has, and once on each day', () => {
  const { dir, commit } = makeSite()
  commit('2026-01-01T00:00:00Z', { 'a.mdx': page('one', 'two') })
  commit('2026-01-02T10:00:00Z', { 'a.mdx': page('one', 'three') })
  commit('2026-01-03T10:00:00Z', { 'a.mdx': page('four', 'three') })
  commit('2026-01-03T11:00:00Z', { 'a.mdx': page('four', 'five'), 'c.mdx': page('six', 'seven') })
  const changes = readChanges(dir, defaultLanguage) ?? []
  expect(changes.map(({ page, time, sections }) => [page, time.slice(0, 13), sections.sort()])).toEqual([
    ['a.mdx', '2026-01-03T11', ['', 'b']],
    ['c.mdx', '2026-01-03T11', ['', 'b']],
    ['a.mdx', '2026-01-02T10', ['b']],
  ])
})

test('a change of code, of line breaks or of a mark is no change of the text', () => {
  const { dir, commit } = makeSite()
  const text = page('one two', 'three')
  commit('2026-01-01T00:00:00Z', { 'a.mdx': text })
  commit('2026-01-02T00:00:00Z', { 'a.mdx': text.replace('"x"', '"y"').replace('one two', 'one\ntwo') })
  commit('2026-01-03T00:00:00Z', {
    'a.mdx': text.replace('\n\nthree', '\n{/* from en 0123abcd own 0123abcd */}\n\nthree'),
  })
  expect(readChanges(dir, defaultLanguage)).toEqual([])
})

test('a copy with a part of the history has no changes from before', () => {
  const { dir, git, commit } = makeSite()
  commit('2026-01-01T00:00:00Z', { 'a.mdx': page('one', 'two') })
  commit('2026-01-02T00:00:00Z', { 'a.mdx': page('one', 'three') })
  const copy = join(dir, 'copy')
  git(['clone', '-q', '--depth=1', `file://${dir}`, copy])
  expect(readChanges(copy, defaultLanguage)).toEqual([])
})

test('without history the changes are not known', () => {
  const dir = mkdtempSync(join(tmpdir(), 'changes-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  expect(readChanges(dir, defaultLanguage)).toBeUndefined()
})
