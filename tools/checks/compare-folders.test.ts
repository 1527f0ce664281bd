import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareFolders } from './compare-folders.ts'

async function folder(files: Record<string, string>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'compared-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text)
  return path
}

test('folders with the same files are equal', async () => {
  const files = { 'a.js': 'a', 'b.js': '' }
  expect(await compareFolders(await folder(files), await folder(files))).toEqual([])
})

test('a file that one folder lacks is named, and so is the place at which two files differ', async () => {
  const first = await folder({ 'index.html': '<p>in /tmp/one</p>', 'main.1.js': '', 'cut.js': 'a;b' })
  const second = await folder({ 'index.html': '<p>in /tmp/two</p>', 'main.2.js': '', 'cut.js': 'a;' })
  expect(await compareFolders(first, second)).toEqual([
    'cut.js: differs from byte 2 on: "a;b", and "a;"',
    'index.html: differs from byte 11 on: "<p>in /tmp/one</p>", and "<p>in /tmp/two</p>"',
    'main.1.js: only in the first folder',
    'main.2.js: only in the second folder',
  ])
})
