import { type CSymbol, symbols } from '../examples/reference/symbols.ts'
import { cLines } from './c-lines.ts'
import { fullmeshFile } from './kernel-source.ts'

/** A first and a last line, counted from 1. */
export type Range = readonly [first: number, last: number]

/** A file of the kernel tree. */
export interface KernelFile {
  /** The number of its lines. */
  readonly lines: number
  /** The lines of its symbols, by name as in {@link CSymbol}. */
  readonly symbols: Readonly<Record<string, Range>>
}

/** Files of the kernel tree, by path. */
export type KernelFiles = Readonly<Record<string, KernelFile>>

const all: readonly CSymbol[] = symbols

/** All files that are referred to: `mptcp_fullmesh.c` with all symbols, the others with those that are referred to. */
export const kernelFiles: KernelFiles = {
  ...cLines,
  [fullmeshFile]: {
    lines: Math.max(...all.map(({ lines }) => lines[1])),
    symbols: Object.fromEntries(all.map(({ name, lines }) => [name, lines])),
  },
}

/** Returns the names in `in="a"` or `in="a, b"`. The latter means the lines from the first of `a` to the last of `b`. */
export function symbolNames(within: string): string[] {
  return within.split(', ')
}

/** Returns the lines of `a` or `a, b`; undefined if a name is unknown. */
export function rangeOf(file: KernelFile | undefined, within: string): Range | undefined {
  const ranges = symbolNames(within).map((name) => own(file?.symbols, name))
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first && last && ranges.every(Boolean) ? [first[0], last[1]] : undefined
}

/** Returns the innermost known symbol that contains all these lines. */
export function symbolAt({ symbols }: KernelFile, [first, last]: Range): string | undefined {
  const size = (name: string) => (symbols[name] as Range)[1] - (symbols[name] as Range)[0]
  return Object.keys(symbols)
    .filter((name) => isInside([first, last], symbols[name] as Range))
    .sort((a, b) => size(a) - size(b))[0]
}

/** Returns true if the first range is inside the second. */
export function isInside([first, last]: Range, [from, to]: Range): boolean {
  return from <= first && last <= to
}

/** Returns an own property of an object, not an inherited one: a page may contain `constructor`. */
export function own<Value>(
  object: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined
}
