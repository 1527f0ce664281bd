import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetBuild, inputsOf, isBuilt, recordBuild } from './last-build.ts'

let root: string
const write = (file: string, text: string) => {
  mkdirSync(join(root, file, '..'), { recursive: true })
  writeFileSync(join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'last-build-'))
  write('docs/index.mdx', 'Text')
  write('package-lock.json', '{}')
  write('node_modules/.package-lock.json', '{}')
  write('build/index.html', '<p>Text')
})

describe('a build is made from', () => {
  test.each<[string, () => void]>([
    ['the text of a file', () => write('docs/index.mdx', 'Texts')],
    ['the name of a file', () => renameSync(join(root, 'docs/index.mdx'), join(root, 'docs/other.mdx'))],
    ['a file that git does not know', () => write('static/new.log', '')],
    ['a file at the root', () => write('sidebars.ts', '')],
    ['the packages that are installed', () => write('node_modules/.package-lock.json', '{ }')],
  ])('%s', (_what, change) => {
    const before = inputsOf(root, {})
    change()
    expect(inputsOf(root, {})).not.toBe(before)
  })

  test('the environment, except what differs from call to call', () => {
    const inputs = inputsOf(root, { BASE_URL: '/', npm_command: 'run-script', SHLVL: '1' })
    expect(inputsOf(root, { BASE_URL: '/', npm_command: 'start', SHLVL: '2' })).toBe(inputs)
    expect(inputsOf(root, { BASE_URL: '/notes/' })).not.toBe(inputs)
    expect(inputsOf(root, { BASE_URL: '/', ANY_OTHER: '' })).not.toBe(inputs)
  })

  test('nothing that builds write', () => {
    const inputs = inputsOf(root, {})
    write('build/index.html', '')
    write('.docusaurus/en/routes.js', '')
    write('node_modules/.cache/site/runs/0', '')
    expect(inputsOf(root, {})).toBe(inputs)
  })

  test('what a link leads to, so that with one nothing is known', () => {
    symlinkSync(tmpdir(), join(root, 'docs/elsewhere'))
    expect(inputsOf(root, {})).toBeUndefined()
  })
})

describe('the built folder is taken as it is', () => {
  test('if it was built from the same inputs, and nothing in it has changed', () => {
    expect(isBuilt(root, 'build', 'a')).toBe(false)
    recordBuild(root, 'build', 'a')
    expect(isBuilt(root, 'build', 'a')).toBe(true)
    expect(isBuilt(root, 'build', 'b')).toBe(false)
    forgetBuild(root)
    expect(isBuilt(root, 'build', 'a')).toBe(false)
  })

  test.each<[string, () => void]>([
    ['is written anew', () => write('build/index.html', '<p>text')],
    ['is added', () => write('build/book.pdf', '')],
    ['is gone', () => rmSync(join(root, 'build'), { recursive: true })],
  ])('but not if a file in it %s', (_what, change) => {
    recordBuild(root, 'build', 'a')
    change()
    expect(isBuilt(root, 'build', 'a')).toBe(false)
  })
})
