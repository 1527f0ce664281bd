/**
 * The service worker. It is registered when the reader has kept a copy of the site, and serves the pages and files of
 * that copy, with a network and without. What is not in the copy comes from the network; without one, the page for unknown
 * addresses is shown, which says that the address is not kept: its `<html>` has `data-kept="none"`.
 *
 * Whether the site has a newer build is looked up whenever a page is opened. The pages opened after that say so: their
 * `<html>` has `data-kept="old"`. The copy stays as it is until the reader updates it (`copy.ts`).
 */
import {
  anyCopy,
  type Current,
  cachePrefix,
  currentFile,
  manifestFile,
  missingFile,
  newerCache,
  newerFile,
} from '../files.ts'

/** What of a service worker is used here. The types of TypeScript for workers exclude those for pages. */
interface ServiceWorker {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void
}

interface WorkerEvent {
  readonly request: Request
  waitUntil(until: Promise<unknown>): void
  respondWith(response: Promise<Response>): void
}

const worker = globalThis as unknown as ServiceWorker
const base = worker.registration.scope

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { method, url, cache } = event.request
  // A request with `no-store` is one for a newer build, by `copy.ts`.
  if (method !== 'GET' || cache === 'no-store' || new URL(url).origin !== new URL(base).origin) return
  event.respondWith(answer(event))
})

async function answer(event: WorkerEvent): Promise<Response> {
  const { request } = event
  const isPage = request.mode === 'navigate'
  const copies = await completeCopies()
  const find = async (url: string): Promise<Response | undefined> => {
    for (const copy of copies) {
      const found = await inCopy(copy, url.replace(/[?#].*$/, ''))
      if (found) return found
    }
    return undefined
  }
  // A page that is not in the copy is of another build, and so are its files. (Not asked of `clients`: in Firefox a worker
  // is not found there while it imports a script, and the answer would wait for it, and it for the answer.)
  const asking = isPage ? '' : request.referrer
  const found = asking && !(await find(asking)) ? undefined : await find(request.url)
  if (!found && isPage) {
    const { href } = withSlash(request.url)
    if (await find(href)) return Response.redirect(href)
  }
  const own = copies.find((copy) => copy.startsWith(cachePrefix(base)))
  if (!found) {
    return fetch(request).catch(async (error) => {
      if (!isPage) return (await find(request.url)) ?? Promise.reject(error) // of the page for unknown addresses
      const missing = own && (await inCopy(own, base + missingFile))
      return missing ? marked(missing, 'none') : Promise.reject(error)
    })
  }
  if (!isPage || !own || !isHtml(found)) return found
  event.waitUntil(lookForNewer(own))
  return marked(found, (await isOld(own)) ? 'old' : 'current')
}

/** Returns an address with a slash at the end of its path, as those of pages have. */
function withSlash(address: string): URL {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/\/?$/, '/')
  return url
}

const isHtml = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false

/** Returns the names of the copies that are complete, in all languages. */
async function completeCopies(): Promise<string[]> {
  const complete: string[] = []
  for (const copy of await caches.keys()) {
    const [, language] = copy.split(' ')
    if (copy.startsWith(anyCopy) && (await inCopy(copy, language + currentFile))) complete.push(copy)
  }
  return complete
}

/** Looks for a file in a copy. Unlike `caches.open`, it makes no copy if this one has been removed. */
function inCopy(copy: string, url: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName: copy })
}

/** Keeps in mind whether the site has another build than a copy. */
async function lookForNewer(copy: string): Promise<void> {
  try {
    const latest: Current = await (await fetch(base + currentFile, { cache: 'no-store' })).json()
    if (!latest.list) return
    if (copy === cachePrefix(base) + latest.list) await caches.delete(newerCache(base))
    else await (await caches.open(newerCache(base))).put(base + newerFile, new Response(copy))
  } catch {} // there is no network: what was known before still holds
}

async function isOld(copy: string): Promise<boolean> {
  const old = await caches.match(base + newerFile, { cacheName: newerCache(base) })
  return (await old?.text()) === copy
}

/** Returns a page that says what is kept, and that can be installed. */
async function marked(page: Response, kept: 'old' | 'current' | 'none'): Promise<Response> {
  const html = (await page.text())
    .replace('<html ', `<html data-kept="${kept}" `)
    .replace('</head>', `<link rel="manifest" href="${base}${manifestFile}"></head>`)
  return new Response(html, { status: kept === 'none' ? 404 : 200, headers: page.headers })
}
