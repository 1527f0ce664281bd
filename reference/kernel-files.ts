import { type CSymbol, symbols } from '../examples/reference/symbols.ts'
import { cLines } from './c-lines.ts'
import { fullmeshFile } from './kernel-source.ts'

export type Range = readonly [first: number, last: number]

/** Where the symbols of a file of the kernel tree stand. */
export interface KernelFile {
  /** How many lines it has. */
  readonly lines: number
  /** By name, as in {@link CSymbol}. */
  readonly symbols: Readonly<Record<string, Range>>
}

export type KernelFiles = Readonly<Record<string, KernelFile>>

const all: readonly CSymbol[] = symbols

/** Every file that is referred to: all symbols of `mptcp_fullmesh.c`, and of the others those that are referred to. */
export const kernelFiles: KernelFiles = {
  ...cLines,
  [fullmeshFile]: {
    lines: Math.max(...all.map(({ lines }) => lines[1])),
    symbols: Object.fromEntries(all.map(({ name, lines }) => [name, lines])),
  },
}

/** The names in `in="a"`, or in `in="a, b"`, which is all lines from the first of `a` to the last of `b`. */
export function symbolNames(within: string): string[] {
  return within.split(', ')
}

/** The lines of `a`, or from the first of `a` to the last of `b`; undefined if a name is unknown. */
export function rangeOf(file: KernelFile | undefined, within: string): Range | undefined {
  const ranges = symbolNames(within).map((name) => own(file?.symbols, name))
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first && last && ranges.every(Boolean) ? [first[0], last[1]] : undefined
}

/** The innermost of the known symbols that hold all these lines. */
export function symbolAt({ symbols }: KernelFile, [first, last]: Range): string | undefined {
  const size = (name: string) => (symbols[name] as Range)[1] - (symbols[name] as Range)[0]
  return Object.keys(symbols)
    .filter((name) => isInside([first, last], symbols[name] as Range))
    .sort((a, b) => size(a) - size(b))[0]
}

export function isInside([first, last]: Range, [from, to]: Range): boolean {
  return from <= first && last <= to
}

/** What an object has under a key, and not what all objects have: a page may say `constructor`. */
export function own<Value>(
  object: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined
}
