import { fullmeshSha256 } from '../../../reference/kernel-source.ts'
import type { Lines } from '../sheet.ts'
import { functionsIn, type Token, tokensOf } from './c-text.ts'

/** The file that the notes are about has 50 KB and 1,941 lines. */
export const mostBytes = 2 * 1024 * 1024
const mostLines = 20_000
const longestLine = 2000

/** A C file that a reader has given. */
export interface CFile {
  text: string
  /** How many lines it has. */
  count: number
  tokens: Token[]
  functions: Map<string, Lines>
  /** Whether it is the file of the notes; `unchecked` where the browser does not compute sha256. */
  version: 'same' | 'other' | 'unchecked'
}

/** Why there is no file. A number is the status that the server answered with. */
export type Problem = 'offline' | 'late' | 'unreadable' | 'tooLarge' | 'notText' | 'noFunctions' | number

/** There is no file that can be shown. */
export class UnusableFile extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem}`)
    this.problem = problem
  }
}

/**
 * Reads a file that may be anything.
 *
 * @param sha256 of the version that the notes are about
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
  const { subtle }: Partial<Crypto> = crypto // not there where the page came by plain HTTP
  if (!subtle) return 'unchecked'
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex === sha256 ? 'same' : 'other'
}

/** Where a function is; and the line in it, where that can be known. */
export interface PlaceInFile {
  lines: Lines
  line?: number
}

/**
 * Finds a place of the file that the notes are about in a given one: a line in the same version, a function in another.
 *
 * @param line in the file of the notes. A line outside the function is one of its twin, and stands for its first line.
 * @returns nothing if the file has no such function
 */
export function placeIn({ functions, version }: CFile, name: string, line: number): PlaceInFile | undefined {
  const lines = functions.get(name)
  if (!lines || version !== 'same') return lines && { lines }
  const [first, last] = lines
  return { lines, line: first <= line && line <= last ? line : first }
}
