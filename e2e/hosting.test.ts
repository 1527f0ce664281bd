import { copyFile, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathOf } from '../reference/languages.ts'
import { findNginx, serveByNginx } from '../tools/hosting/nginx.ts'
import type { StaticServer } from '../tools/serve/static-server.ts'
import { languages, openPage } from './support/page.ts'

const nginx = findNginx()
if (!nginx)
  console.warn('tools/hosting/site.conf is not tested: there is no nginx (Debian: apt-get install nginx)')

/** A folder with the built site in it, at a base path. */
async function folderWithSite(basePath: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hosted-'))
  await symlink(resolve('build'), join(folder, basePath.replaceAll('/', '')))
  return folder
}

const note = 'ops/new-session/'
const page = (path: string) => readFile(join('build', path), 'utf8')

describe.skipIf(!nginx).each(['/', '/notes/'])('nginx, with the site at %s,', (basePath) => {
  let server: StaticServer
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers, redirect: 'manual' })

  beforeAll(async () => {
    if (nginx)
      server = await serveByNginx(
        nginx,
        basePath === '/' ? 'build' : await folderWithSite(basePath),
        basePath,
      )
  })
  afterAll(() => server?.close())

  test('serves a page from its folder, compressed, and says whether it has changed', async () => {
    const answer = await get(note)
    expect(await answer.text()).toBe(await page(`${note}index.html`))
    const header = (name: string) => answer.headers.get(name)
    expect(header('content-type')).toBe('text/html; charset=utf-8')
    expect(header('content-encoding')).toBe('gzip')
    expect(header('cache-control')).toBe('no-cache')
    expect(header('vary')).toBe('Accept-Encoding')
    const again = await get(note, { 'if-none-match': header('etag') ?? '' })
    expect(again.status).toBe(304)
    const withoutSlash = await get(note.slice(0, -1))
    expect([withoutSlash.status, withoutSlash.headers.get('location')]).toEqual([301, basePath + note])
  })

  test('serves Markdown as text that a browser shows, compressed', async () => {
    const { headers } = await get(note.replace(/\/$/, '.md'))
    const names = ['content-type', 'content-encoding', 'cache-control']
    expect(names.map((name) => headers.get(name))).toEqual([
      'text/markdown; charset=utf-8',
      'gzip',
      'no-cache',
    ])
  })

  test.each(languages)('shows the missing page of %s for an address without a page', async (lang) => {
    const folder = pathOf(lang)
    const answer = await get(`${folder}no/such/page/`)
    expect([answer.status, await answer.text()]).toEqual([404, await page(`${folder}404.html`)])
  })

  test('lets files with a hash in their names be kept for a year, and no others', async () => {
    const files = (await readdir('build', { recursive: true })).filter((file) => extname(file))
    const types: Record<string, RegExp> = {
      '.js': /javascript/,
      '.css': /^text\/css/,
      '.json': /^application\/json/,
    }
    const isHashed = (file: string) => /\.[0-9a-f]{8}\.\w+$/.test(file)
    for (const [extension, type] of Object.entries(types)) {
      const file = files.find((file) => isHashed(file) && file.endsWith(extension)) ?? ''
      const { headers } = await get(file)
      expect(headers.get('cache-control'), file).toBe('public, max-age=31536000, immutable')
      expect(headers.get('content-type'), file).toMatch(type)
      expect(headers.get('content-encoding'), file).toBe('gzip')
    }
    const others = files.filter((file) => !isHashed(file) && extname(file) !== '.html')
    for (const extension of new Set(others.map(extname))) {
      const file = others.find((file) => file.endsWith(extension)) ?? ''
      expect((await get(file)).headers.get('cache-control'), file).toBe('no-cache')
    }
    expect((await get('main.00000000.js')).headers.get('cache-control')).toBe(null)
  })
})

describe.skipIf(!nginx)('nginx', () => {
  test('sends the file with .gz if there is one', async () => {
    if (!nginx) return
    const folder = await mkdtemp(join(tmpdir(), 'hosted-'))
    await copyFile('build/404.html', join(folder, 'index.html'))
    await writeFile(join(folder, 'index.html.gz'), gzipSync('compressed before'))
    const server = await serveByNginx(nginx, folder)
    expect(await (await fetch(server.url)).text()).toBe('compressed before')
    await server.close()
  })

  test('serves pages in which examples run, without an error', async () => {
    if (!nginx) return
    const server = await serveByNginx(nginx, 'build')
    const { page, errors } = await openPage('')
    await page.goto(server.url + note)
    const example = page.locator('full-mesh-example').first()
    await example.locator('[data-action=run]').click()
    await example.locator('[data-state=pass]').first().waitFor()
    expect(errors).toEqual([])
    await page.goto('about:blank')
    await server.close()
  })
})
