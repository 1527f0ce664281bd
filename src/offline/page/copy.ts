/** The copy of the site in one language that is kept on the reader's device. */

import { here } from '../../island/fetch.ts'
import { trustedScriptUrl } from '../../island/trusted.ts'
import {
  type Current,
  cachePrefix,
  currentFile,
  hashLength,
  type List,
  manifestFile,
  newerCache,
  workerFile,
} from '../files.ts'

/** Why a copy could not be kept. */
export type Reason = 'unsupported' | 'full' | 'network' | 'changed' | 'busy'

export class Failure extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}

/** A build of the site: that on the server, or the one that is kept. */
interface Build {
  /** The name of the list, by which builds are told apart. */
  readonly name: string
  readonly files: List
}

/** What is kept, and what the server has. */
export interface Found {
  readonly kept: (Build & { readonly cache: Cache }) | undefined
  /** Undefined if it could not be loaded. */
  readonly latest: Build | undefined
}

/** The address of the language: this module is in a folder below it. */
const base = here('../')

/** How many files are downloaded at the same time. */
const atOnce = 6

/**
 * Finds out what is kept, and what the server has.
 *
 * @throws {Failure} if the browser cannot keep anything, or nothing is kept and the server does not answer
 */
export async function look(): Promise<Found> {
  if (!('serviceWorker' in navigator && 'caches' in globalThis)) throw new Failure('unsupported')
  const kept = await keptBuild()
  const latest = await latestBuild().catch((error) => {
    if (kept) return undefined
    throw failureOf(error)
  })
  return { kept, latest }
}

/** Returns the files that have to be downloaded to have the latest build: their number, and their bytes. */
export function missing({ kept, latest }: Found): { files: number; bytes: number } {
  const known = hashes(kept)
  const files = latest?.files.filter(([address, hash]) => known.get(address) !== hash) ?? []
  return { files: files.length, bytes: files.reduce((sum, [, , bytes]) => sum + bytes, 0) }
}

/**
 * Keeps the latest build instead of what is kept. Until all is there, nothing changes.
 *
 * @param onProgress is called with the bytes downloaded so far
 * @param stop ends the download; then the promise rejects, too
 * @throws {Failure} and nothing of the build is kept
 */
export function keep(
  found: Found,
  onProgress: (bytes: number) => void,
  stop: AbortController,
): Promise<void> {
  return alone(async () => {
    const { kept, latest } = found
    if (!latest) throw new Failure('network')
    navigator.storage?.persist?.().catch(() => {}) // Firefox asks the reader: the download does not wait for the answer
    try {
      await download(latest, kept, onProgress, stop)
      await serve()
    } catch (error) {
      stop.abort()
      if (latest.name !== kept?.name) await caches.delete(cacheOf(latest.name))
      throw failureOf(error)
    }
    await removeCopies((name) => name !== cacheOf(latest.name))
  })
}

/** Removes the copy and the service worker. */
export function remove(): Promise<void> {
  return alone(async () => {
    const registration = await navigator.serviceWorker.getRegistration(base)
    if (registration?.scope === base) await registration.unregister()
    await removeCopies(() => true)
    await caches.delete(newerCache(base))
  })
}

async function download(
  { name, files }: Build,
  kept: Found['kept'],
  onProgress: (bytes: number) => void,
  { signal }: AbortController,
): Promise<void> {
  const cache = await caches.open(cacheOf(name))
  const known = hashes(kept)
  let done = 0
  const waiting = files.values()
  const next = async (): Promise<void> => {
    for (const [address, hash, bytes] of waiting) {
      signal.throwIfAborted()
      const url = base + address
      const same = known.get(address) === hash ? await kept?.cache.match(url) : undefined
      await cache.put(url, same ?? (await load(url, hash, signal)))
      signal.throwIfAborted() // no progress is reported after the end
      if (same) continue
      done += bytes
      onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  await cache.put(base + name, json(files))
  const current: Current = { list: name }
  await cache.put(base + currentFile, json(current))
}

/** Loads a file, and compares it with the list: the files on the server can change meanwhile. */
async function load(url: string, hash: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { cache: 'no-store', signal })
  const body = await response.arrayBuffer()
  const digits = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', body)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  if (!response.ok || digits.join('').slice(0, hashLength) !== hash) throw new Failure('changed')
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  // A new response: browsers refuse one that was redirected as the answer to the request for a page.
  return new Response(body, { headers })
}

/** Registers the service worker, and waits until it serves this page. */
async function serve(): Promise<void> {
  const script = trustedScriptUrl(base + workerFile)
  const registration = await navigator.serviceWorker.register(script, { scope: base }).catch(() => {
    throw new Failure('unsupported')
  })
  const worker = registration.installing ?? registration.waiting
  await new Promise<void>((resolve, reject) => {
    const follow = () => {
      if (!worker || worker.state === 'activated') resolve()
      if (worker?.state === 'redundant') reject(new Failure('unsupported'))
    }
    worker?.addEventListener('statechange', follow)
    follow()
  })
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = base + manifestFile
  if (!document.querySelector('link[rel=manifest]')) document.head.append(link)
}

async function latestBuild(): Promise<Build> {
  const { list } = await loadJson<Current>(base + currentFile)
  return { name: list, files: await loadJson<List>(base + list) }
}

async function loadJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { cache: 'no-store' })
  if (!response.ok) throw new Failure('network')
  return response.json()
}

/** Returns the complete copy. What remains of a download that was broken off, by closing the page, is removed. */
async function keptBuild(): Promise<Found['kept']> {
  let kept: Found['kept']
  const broken: string[] = []
  for (const name of await copyNames()) {
    const cache = await caches.open(name)
    const list = name.slice(cachePrefix(base).length)
    const files = (await cache.match(base + currentFile)) && (await cache.match(base + list))
    if (files) kept ??= { name: list, files: await files.json(), cache }
    else broken.push(name)
  }
  // Unless another page is downloading.
  if (broken.length > 0) await alone(() => removeCopies((name) => broken.includes(name))).catch(() => {})
  return kept
}

async function removeCopies(which: (name: string) => boolean): Promise<void> {
  await Promise.all((await copyNames()).filter(which).map((name) => caches.delete(name)))
}

async function copyNames(): Promise<string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(cachePrefix(base)))
  } catch {
    throw new Failure('unsupported') // a private window
  }
}

/** Does something while no other page of this language changes the copies. */
function alone(act: () => Promise<void>): Promise<void> {
  return navigator.locks.request(cachePrefix(base), { ifAvailable: true }, (lock) => {
    if (!lock) throw new Failure('busy')
    return act()
  })
}

function failureOf(error: unknown): unknown {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (error instanceof Failure || name === 'AbortError') return error
  if (name === 'QuotaExceededError') return new Failure('full')
  return new Failure(name === 'SecurityError' ? 'unsupported' : 'network')
}

function hashes(build: Build | undefined): Map<string, string> {
  return new Map(build?.files.map(([address, hash]) => [address, hash]))
}

const cacheOf = (name: string) => cachePrefix(base) + name

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
