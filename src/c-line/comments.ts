import { fullmeshFile } from '../../reference/kernel-source.ts'
import type { Reference } from './reference.ts'

/**
 * Matches a line in a comment: `mptcp_fullmesh.c:1232`, or shorter `:1232`. It may be followed by the symbol that is
 * defined there, `` :1232 `full_mesh_add_raddr` ``, or that the line is in, `` :1070 in `add_pm_event` ``.
 */
const linePattern = /(?:\bmptcp_fullmesh\.c|(?<=[\s(]))\s*:(\d+(?:-\d+)?)\b(?:[\s*]+(?:in[\s*]+)?`([^`]+)`)?/g

/**
 * Finds the references in the comments of a TypeScript file.
 *
 * A line without a symbol is in one of the symbols that its comment names. If the comment names none, those of the
 * nearest comment above count.
 */
export function referencesInComments(file: string, source: string): Reference[] {
  let inherited: string[] = []
  return [...source.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)].flatMap((comment) => {
    const found = [...comment[0].matchAll(linePattern)].map(({ index, 1: at = '', 2: symbol }) => ({
      place: `${file}:${source.slice(0, comment.index + index).split('\n').length}`,
      at,
      symbol: symbol?.replace(/[\s*]+/g, ' '),
    }))
    const named = found.flatMap(({ symbol }) => symbol ?? [])
    if (named.length > 0) inherited = named
    return found.map(({ place, at, symbol }) => ({
      place,
      file: fullmeshFile,
      within: symbol ? [symbol] : inherited,
      ...(!symbol && { inherits: true as const }),
      at,
    }))
  })
}
