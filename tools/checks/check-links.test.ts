import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLinks } from './check-links.ts'

async function built(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'built-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

test('links to pages, files and ids that exist are fine, and so is another host', async () => {
  const folder = await built({
    'index.html':
      '<a href="/ops/#run">a</a> <img src=cat.svg> <a href=https://example.org/x>b</a><a href="mailto:a@b">c</a>',
    'cat.svg': '<svg/>',
    'ops/index.html': '<h2 id=run>Run</h2> <a href="..">up</a> <a href=#run>here</a>',
  })
  expect(await checkLinks(folder)).toEqual([])
})

test('a link to nothing is named with its page', async () => {
  const folder = await built({ 'en/index.html': '<p title="a > b"><a class=x href="/en/opps/">ops</a>' })
  expect(await checkLinks(folder)).toEqual(['en/index.html: /en/opps/ leads to no file'])
})

test('an anchor that no element carries is named with the page it should be on', async () => {
  const folder = await built({
    'index.html': '<a href=ops/#rum>x</a>',
    'ops/index.html': '<h2 id=run>Run</h2>',
  })
  expect(await checkLinks(folder)).toEqual(['index.html: ops/#rum names no id of ops/index.html'])
})

test('a link to a step of a walk names the walk: the steps are on another page', async () => {
  const folder = await built({
    'index.html': '<a href=#walk-a.12>x</a> <a href=#walk-b.1>y</a> <p id=walk-a>',
  })
  expect(await checkLinks(folder)).toEqual(['index.html: #walk-b.1 names no id of index.html'])
})

test('what is not a tag is no link', async () => {
  const folder = await built({
    'index.html': `<script>document.write('<a href="/nowhere">')</script><!-- <a href="/gone"> --><pre>&lt;a href="/x"&gt;</pre>`,
  })
  expect(await checkLinks(folder)).toEqual([])
})

test('a site that stands in a folder of its host must not link out of it', async () => {
  const folder = await built({ 'index.html': '<a href="/notes/">home</a> <a href="/">root</a>' })
  expect(await checkLinks(folder, '/notes/')).toEqual(['index.html: / leads out of the site (/notes/)'])
})

test('the address of the site itself is followed like any of its links', async () => {
  const folder = await built({ 'index.html': '<link rel=canonical href=https://site.example/gone/>' })
  expect(await checkLinks(folder, '/', 'https://site.example')).toEqual([
    'index.html: https://site.example/gone/ leads to no file',
  ])
})
