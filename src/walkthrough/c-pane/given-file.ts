/**
 * The C file that the reader loaded or chose: one for all walks of the page, kept in the browser's cache for the next
 * visit. Only {@link load} sends a request to another server.
 */

import { fullmeshRaw } from '../../../reference/kernel-source.ts'
import { type CFile, mostBytes, type Problem, readCFile, UnusableFile } from './c-file.ts'

interface GivenFile {
  file?: CFile
  /** The file is in the browser's cache. */
  isKept?: boolean
  isLoading?: boolean
  problem?: Problem
}

/** The name is specific, because other sites may share the origin and its caches. */
const cacheName = 'fullmesh-c-source'

/** The most time that a request may take, in ms. */
const timeout = 20_000

let given: GivenFile = {}
const listeners = new Set<() => void>()

/** Returns the file, if there is one, and its state. */
export function givenFile(): GivenFile {
  return given
}

/** Calls `listener` after each change of {@link givenFile}. */
export function listen(listener: () => void): void {
  listeners.add(listener)
}

/** Ends the calls of `listener`. */
export function unlisten(listener: () => void): void {
  listeners.delete(listener)
}

function set(changed: GivenFile): void {
  given = changed
  for (const listener of listeners) listener()
}

/** Reads the file of an earlier visit from the cache, if there is one. */
export async function recall(): Promise<void> {
  try {
    const kept = await (await caches.open(cacheName)).match(fullmeshRaw)
    const file = kept && (await readCFile(new Uint8Array(await kept.arrayBuffer())))
    if (file && !given.file) set({ file, isKept: true })
  } catch {} // there is no cache on a page that came by plain HTTP, or if the reader forbids it
}

/** Loads the reference from its public URL. */
export function load(): Promise<void> {
  return take(request)
}

/** Reads a file from the reader's disk. */
export function choose(chosen: File): Promise<void> {
  return take(async () => {
    if (chosen.size > mostBytes) throw new UnusableFile('tooLarge')
    return new Uint8Array(await chosen.arrayBuffer())
  })
}

/** Removes the file from the page and from the cache. */
export async function remove(): Promise<void> {
  set({})
  try {
    await caches.delete(cacheName)
  } catch {}
}

async function take(read: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
  if (given.isLoading) return
  set({ isLoading: true })
  try {
    const bytes = await read()
    const file = await readCFile(bytes)
    set({ file, isKept: await keep(bytes) })
  } catch (error) {
    set({ problem: error instanceof UnusableFile ? error.problem : 'unreadable' })
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
      signal: AbortSignal.timeout(timeout),
    })
    if (!response.ok) throw new UnusableFile(response.status)
    return await collect(response)
  } catch (error) {
    if (error instanceof UnusableFile) throw error
    throw new UnusableFile((error as Error).name === 'TimeoutError' ? 'late' : 'offline')
  }
}

/** Reads the response, and stops after more bytes than a file may have. */
async function collect({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length > mostBytes) {
      reader?.cancel().catch(() => {})
      throw new UnusableFile('tooLarge')
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
