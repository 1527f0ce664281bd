import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { headings } from '../notes/headings.ts'
import { patchName, patchOf } from './patch.ts'
import { sectionIn } from './section.ts'

const repository = mkdtempSync(join(tmpdir(), 'patch-'))
execFileSync('git', ['init', '--quiet', repository])
afterAll(() => rmSync(repository, { recursive: true }))

const file = 'docs/ops/new-session.mdx'
const source = readFileSync(file, 'utf8')
const ids = ['', ...headings(source).map(({ id = '' }) => id)]

/** Writes `before` into the repository, applies the patch with git, and returns the file. */
function apply(before: string, patch: string): string {
  const path = join(repository, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, before)
  const { status, stderr } = spawnSync('git', ['apply', '-'], {
    cwd: repository,
    input: patch,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${stderr}\n${patch}`)
  return readFileSync(path, 'utf8')
}

test('a patch names the file from the root of the repository, and has three lines around each change', () => {
  const section = sectionIn(source, 'when')
  const after = section?.replace(section.text.replace('| 睡眠 | 否 |', '| 睡眠 | 不睡眠 |')) ?? ''
  const lines = patchOf(file, source, after).split('\n')
  expect(lines.slice(0, 3)).toEqual([`diff --git a/${file} b/${file}`, `--- a/${file}`, `+++ b/${file}`])
  expect(lines.slice(3).map((line) => line[0])).toEqual([
    '@',
    ' ',
    ' ',
    ' ',
    '-',
    '+',
    ' ',
    ' ',
    ' ',
    undefined,
  ])
  expect(apply(source, lines.join('\n'))).toBe(after)
  expect(patchOf(file, source, source)).toBe('')
})

test('git applies the patch of any edit of any section, and the file is the edited one', () => {
  const words = fc.constantFrom(
    '会话',
    '，',
    'a',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '\\',
    '`',
    '+',
    '-- ',
    '@@',
    '\t',
    '𠀀',
    'é',
  )
  const edit = fc.record({
    id: fc.constantFrom(...ids),
    from: fc.nat(),
    length: fc.nat({ max: 200 }),
    text: fc.array(words, { maxLength: 12 }).map((all) => all.join('')),
  })
  const ends = fc.record({ line: fc.constantFrom('\n', '\r\n'), last: fc.constantFrom('', '\n', '\n\n') })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), ends, (edits, { line, last }) => {
      const before = `${source.trimEnd()}${last}`.replaceAll('\n', line)
      const after = edits.reduce((edited, { id, from, length, text }) => {
        const section = sectionIn(edited, id)
        if (!section) return edited
        const at = from % (section.text.length + 1)
        // Half a surrogate pair is no text: an editor does not cut there.
        const [start, end] = [section.text.slice(0, at), section.text.slice(at + length)]
        return section.replace((start + text + end).replace(/\p{Surrogate}/gu, ''))
      }, before)
      const patch = patchOf(file, before, after)
      if (patch) expect(apply(before, patch)).toBe(after)
      else expect(after).toBe(before)
    }),
  )
})

test('the name of the patch says which page and which section it is of', () => {
  expect(patchName('ops/new-session.mdx', 'when')).toBe('ops-new-session.when.patch')
  expect(patchName('index.mdx', '')).toBe('index.patch')
})
