/** The files by which a copy of the site is kept, as the build writes them and the page and the worker read them. */

/** Names the list of the build, below the address of the language. It is small: the worker asks for it on every page. */
export const currentFile = 'offline.json'

/** The script of the service worker, below the address of the language, whose pages it serves. */
export const workerFile = 'offline-worker.js'

/** The page that is shown for an address that is not in a copy, below the address of the language. */
export const missingFile = '404.html'

/** Tells the browser how to install the site, below the address of the language. */
export const manifestFile = 'manifest.json'

/** The content of {@link currentFile}. */
export interface Current {
  /** The name of the list, which has a hash of its content: other files, other name. */
  readonly list: string
}

/** All files of a copy. */
export type List = readonly ListedFile[]

type ListedFile = readonly [
  /** Below the address of the language: `ops/new-session/`. */
  address: string,
  /** The first digits of its SHA-256: see {@link hashLength}. */
  hash: string,
  /** As hosts send it, compressed. */
  bytes: number,
]

/** How many hexadecimal digits of a hash the list has. */
export const hashLength = 16

/**
 * Returns how the names of the caches begin that hold copies of a language. The name of the list follows.
 *
 * A copy is complete if it has {@link currentFile}, which is stored last. There is never a part of two builds in one.
 *
 * @param base the address of the language, with the host
 */
export function cachePrefix(base: string): string {
  return `${anyCopy}${base} `
}

/** How the names of the caches of all languages begin. */
export const anyCopy = 'offline '

/**
 * Returns the name of the cache that says which copy is older than the site. It is none of the copies: opening a cache
 * makes it, and would make a copy anew that the reader has removed meanwhile.
 *
 * @param base the address of the language, with the host
 */
export function newerCache(base: string): string {
  return `newer ${base}`
}

/** The file in {@link newerCache}, below the address of the language: the name of the copy. */
export const newerFile = 'offline-newer'
