import { afterAll, expect, test, vi } from 'vitest'
import { type Current, cachePrefix, currentFile } from '../files.ts'

const base = 'https://a.example/en/'

// What a service worker has.

type Listener = (event: object) => void

const listeners = new Map<string, Listener>()
const kept = new Map<string, Map<string, Response>>()
let fetched: (url: string) => Promise<Response> = async () => Response.error()

vi.stubGlobal('registration', { scope: base })
vi.stubGlobal('addEventListener', (type: string, listener: Listener) => listeners.set(type, listener))
vi.stubGlobal('fetch', (url: string) => fetched(url))
vi.stubGlobal('caches', {
  keys: async () => [...kept.keys()],
  has: async (name: string) => kept.has(name),
  delete: async (name: string) => kept.delete(name),
  match: async (url: string, { cacheName }: { cacheName: string }) => kept.get(cacheName)?.get(url)?.clone(),
  /** Makes the cache if it is not there. */
  open: async (name: string) => {
    const cache = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, cache)
    return { put: async (url: string, response: Response) => void cache.set(url, response) }
  },
})
afterAll(() => vi.unstubAllGlobals())
await import('./worker.ts')

/** Keeps a copy of one page. Returns its name. */
function keepCopy(list: string): string {
  const name = cachePrefix(base) + list
  const page = new Response('<html lang=en>', { headers: { 'content-type': 'text/html' } })
  kept.set(
    name,
    new Map([
      [base, page],
      [base + currentFile, Response.json({ list })],
    ]),
  )
  return name
}

/** Opens the page. Returns its HTML, and what the worker does after it has answered. */
async function openPage(): Promise<{ html: string; after: Promise<unknown> }> {
  let answer: Promise<Response> | undefined
  let after: Promise<unknown> = Promise.resolve()
  listeners.get('fetch')?.({
    request: { method: 'GET', url: base, cache: 'default', mode: 'navigate' },
    clientId: '',
    respondWith: (response: Promise<Response>) => {
      answer = response
    },
    waitUntil: (until: Promise<unknown>) => {
      after = until
    },
  })
  return { html: (await (await answer)?.text()) ?? '', after }
}

const latest = (list: string) => async () => Response.json({ list } satisfies Current)

test('the page that is opened after a newer build was found says so, and no longer when the copy is updated', async () => {
  kept.clear()
  keepCopy('one')
  fetched = latest('two')
  const first = await openPage()
  await first.after
  expect(first.html).toContain('data-kept="current"')
  expect((await openPage()).html).toContain('data-kept="old"')
  kept.delete(`${cachePrefix(base)}one`)
  keepCopy('two')
  expect((await openPage()).html).toContain('data-kept="current"')
})

test('a copy that is removed while a newer build is looked for does not come back', async () => {
  kept.clear()
  const copy = keepCopy('one')
  const { has } = caches
  // Whatever the worker asks about the copy, it is removed directly after the answer.
  vi.spyOn(caches, 'has').mockImplementation(async (name) => {
    const isThere = await has(name)
    kept.delete(copy)
    return isThere
  })
  fetched = latest('two')
  await (await openPage()).after
  const back = kept.get(copy)
  expect(back === undefined || back.has(base)).toBe(true)
})
