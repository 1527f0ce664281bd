import { fullmeshSha256 } from '../../../reference/kernel-source.ts'
import type { Lines } from '../lines.ts'
import { functionsIn, type Token, tokensOf } from './c-text.ts'

/** Limits of a file, in bytes, lines, and characters of a line. The reference has 50 KB and 1,941 lines. */
export const mostBytes = 2 * 1024 * 1024
const mostLines = 20_000
const longestLine = 2000

/** A C file that the reader loaded or chose. */
export interface CFile {
  text: string
  /** The number of its lines. */
  count: number
  tokens: Token[]
  functions: Map<string, Lines>
  /** Whether it is the reference; `unchecked` if the browser cannot compute a sha256. */
  version: 'same' | 'other' | 'unchecked'
}

/** The reason why there is no file. A number is the HTTP status of the response. */
export type Problem = 'offline' | 'late' | 'unreadable' | 'tooLarge' | 'notText' | 'noFunctions' | number

/** The error of a file that cannot be shown. */
export class UnusableFile extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem}`)
    this.problem = problem
  }
}

/**
 * Reads a file of any content.
 *
 * @param sha256 the sha256 of the reference
 * @throws {@link UnusableFile} if it is too large, or not a text, or has no function in it
 */
export async function readCFile(bytes: Uint8Array<ArrayBuffer>, sha256 = fullmeshSha256): Promise<CFile> {
  if (bytes.length > mostBytes) throw new UnusableFile('tooLarge')
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const lines = text.split('\n')
  if (lines.length > mostLines) throw new UnusableFile('tooLarge')
  if (text.includes('\0') || lines.some(({ length }) => length > longestLine))
    throw new UnusableFile('notText')
  const tokens = tokensOf(text)
  const functions = functionsIn(text, tokens)
  if (functions.size === 0) throw new UnusableFile('noFunctions')
  return { text, count: lines.length, tokens, functions, version: await versionOf(bytes, sha256) }
}

async function versionOf(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<CFile['version']> {
  const { subtle }: Partial<Crypto> = crypto // undefined on a page that came by plain HTTP
  if (!subtle) return 'unchecked'
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex === sha256 ? 'same' : 'other'
}

/** The lines of a function, and a line in it, if the version is that of the reference. */
export interface PlaceInFile {
  lines: Lines
  line?: number
}

/**
 * Finds a place of the reference in a file: the line in the same version, only the function in another version.
 *
 * @param line a line of the reference. A line outside the function is in its twin; the function's first line replaces it.
 * @returns undefined if the file has no such function
 */
export function placeIn({ functions, version }: CFile, name: string, line: number): PlaceInFile | undefined {
  const lines = functions.get(name)
  if (!lines || version !== 'same') return lines && { lines }
  const [first, last] = lines
  return { lines, line: first <= line && line <= last ? line : first }
}
