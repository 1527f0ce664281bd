/**
 * The C file that the reader has given, one for all walks of the page, and kept in the browser's cache for the next
 * visit. Nothing is asked of another server but by {@link load}.
 */

import { fullmeshRaw } from '../../../reference/kernel-source.ts'
import { type CFile, mostBytes, type Problem, readCFile, Unfit } from './c-file.ts'

interface Shelf {
  file?: CFile
  /** It is in the browser's cache. */
  isKept?: boolean
  isLoading?: boolean
  problem?: Problem
}

/** Other sites may share our origin, and its caches. */
const cacheName = 'fullmesh-c-source'

/** A server that takes longer than this has nothing for us, in ms. */
const patience = 20_000

let shelf: Shelf = {}
const listeners = new Set<() => void>()

/** What there is now. */
export function onShelf(): Shelf {
  return shelf
}

/** Calls when what is on the shelf has changed. */
export function listen(listener: () => void): void {
  listeners.add(listener)
}

export function unlisten(listener: () => void): void {
  listeners.delete(listener)
}

function put(changed: Shelf): void {
  shelf = changed
  for (const listener of listeners) listener()
}

/** Takes what an earlier visit has kept, if there is anything. */
export async function recall(): Promise<void> {
  try {
    const kept = await (await caches.open(cacheName)).match(fullmeshRaw)
    const file = kept && (await readCFile(new Uint8Array(await kept.arrayBuffer())))
    if (file && !shelf.file) put({ file, isKept: true })
  } catch {} // there is no cache where the page came by plain HTTP, or the reader forbids it
}

/** Loads the reference from its public address. */
export function load(): Promise<void> {
  return take(request)
}

/** Takes a file from the reader's disk. */
export function choose(chosen: File): Promise<void> {
  return take(async () => {
    if (chosen.size > mostBytes) throw new Unfit('tooLarge')
    return new Uint8Array(await chosen.arrayBuffer())
  })
}

/** Forgets the file, here and in the cache. */
export async function remove(): Promise<void> {
  put({})
  try {
    await caches.delete(cacheName)
  } catch {}
}

async function take(read: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
  if (shelf.isLoading) return
  put({ isLoading: true })
  try {
    const bytes = await read()
    const file = await readCFile(bytes)
    put({ file, isKept: await keep(bytes) })
  } catch (error) {
    put({ problem: error instanceof Unfit ? error.problem : 'unreadable' })
  }
}

async function keep(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await (await caches.open(cacheName)).put(fullmeshRaw, new Response(bytes))
    return true
  } catch {
    return false
  }
}

async function request(): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(fullmeshRaw, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Unfit(response.status)
    return await collect(response)
  } catch (error) {
    if (error instanceof Unfit) throw error
    throw new Unfit((error as Error).name === 'TimeoutError' ? 'late' : 'offline')
  }
}

/** Reads no more than is taken. */
async function collect({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length > mostBytes) {
      reader?.cancel().catch(() => {})
      throw new Unfit('tooLarge')
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
