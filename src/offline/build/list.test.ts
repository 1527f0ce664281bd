import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { currentFile, type List } from '../files.ts'
import { writeLists } from './list.ts'

async function site(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lists-'))
  for (const [name, text] of Object.entries({ 'index.html': '', 'en/index.html': '', ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

async function listIn(folder: string): Promise<{ name: string; files: List }> {
  const { list } = JSON.parse(await readFile(join(folder, currentFile), 'utf8'))
  return { name: list, files: JSON.parse(await readFile(join(folder, list), 'utf8')) }
}

test('each language has a list of its own files, with the addresses of its pages', async () => {
  const folder = await site({ 'ops/index.html': 'zh', 'walk/a.json': '1', 'en/ops/index.html': 'en' })
  await writeLists(folder)
  const addresses = async (path: string) =>
    (await listIn(join(folder, path))).files.map(([address]) => address)
  expect(await addresses('')).toEqual(['', 'ops/', 'walk/a.json'])
  expect(await addresses('en')).toEqual(['', 'ops/'])
})

test('the page for unknown addresses and Markdown are kept, data for programs are not', async () => {
  const folder = await site({
    '404.html': '',
    'ops.md': '',
    'sitemap.xml': '',
    'pictures/ops.png': '',
    'llms.txt': '',
    'robots.txt': '',
  })
  await writeLists(folder)
  expect((await listIn(folder)).files.map(([address]) => address)).toEqual(['404.html', '', 'ops.md'])
})

test('a list has another name when a file changes, and the same when nothing does', async () => {
  const folder = await site({ 'ops/index.html': 'one' })
  await writeLists(folder)
  const first = await listIn(folder)
  await writeLists(folder)
  expect(await listIn(folder)).toEqual(first)
  await writeFile(join(folder, 'ops/index.html'), 'two')
  await writeLists(folder)
  expect((await listIn(folder)).name).not.toBe(first.name)
})
