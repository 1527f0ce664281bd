import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serve } from './static-server.ts'

async function site(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  await writeFile(join(folder, 'index.html'), 'home')
  await writeFile(join(folder, '404.html'), 'missing')
  return folder
}

test('a folder is its index.html, and what is not there is 404.html', async () => {
  const server = await serve(await site())
  expect(await (await fetch(server.url)).text()).toBe('home')
  const missing = await fetch(`${server.url}nothing/here`)
  expect([missing.status, await missing.text()]).toEqual([404, 'missing'])
  await server.close()
})

test('nothing outside the folder is served', async () => {
  const server = await serve(await site())
  expect((await fetch(`${server.url}..%2f..%2fetc%2fpasswd`)).status).toBe(404)
  await server.close()
})

test('a path that begins with two slashes is served like one that begins with one', async () => {
  const server = await serve(await site())
  expect(await (await fetch(`${server.url}/`)).text()).toBe('home')
  expect((await fetch(`${server.url}/nothing?a=b`)).status).toBe(404)
  await server.close()
})

test('a port that is taken is passed over for the next', async () => {
  const first = await serve(await site())
  const port = Number(new URL(first.url).port)
  const second = await serve(await site(), port)
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  await Promise.all([first.close(), second.close()])
})

test('a site built for a folder of its host is served from that folder', async () => {
  const server = await serve(await site(), 0, '/notes/')
  expect(server.url).toMatch(/\/notes\/$/)
  expect(await (await fetch(new URL('/', server.url))).text()).toBe('home')
  await server.close()
})

test('files are compressed if that is asked for, and read as they are', async () => {
  const server = await serve(await site(), 0, '/', true)
  const response = await fetch(server.url)
  expect([response.headers.get('content-encoding'), await response.text()]).toEqual(['gzip', 'home'])
  for (const encoding of ['identity', 'br, gzip;q=0']) {
    const plain = await fetch(server.url, { headers: { 'accept-encoding': encoding } })
    expect([plain.headers.get('content-encoding'), await plain.text()], encoding).toEqual([null, 'home'])
  }
  await server.close()
})
