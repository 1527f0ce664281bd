import {
  isInside,
  type KernelFiles,
  kernelFiles,
  own,
  type Range,
  rangeOf,
  symbolAt,
  symbolNames,
} from '../../reference/kernel-files.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { nearest } from '../notes/pages.ts'

/** A reference to lines of a file of the kernel tree, in a page, data or a comment. */
export interface Reference {
  /** The file and line that contain it: `docs/ops/new-session.mdx:12`. */
  readonly place: string
  readonly file: string
  /** The symbols that it names or inherits; the lines are in one of them. Each is `a`, or `a, b`. */
  readonly within: readonly string[]
  /** True if it inherits them; they are checked at the place that names them. */
  readonly inherits?: true
  /** `1279`, or `1242-1354`; absent for all lines of the symbol. */
  readonly at?: string | undefined
}

/** Returns the lines of a reference; undefined if it is wrong, which {@link checkReference} reports. */
export function linesOf(
  { file, within, at }: Reference,
  files: KernelFiles = kernelFiles,
): Range | undefined {
  return at === undefined ? rangeOf(own(files, file), within[0] ?? '') : parse(at)
}

function parse(at: string): Range | undefined {
  const [, first, last = first] = /^([1-9]\d*)(?:-([1-9]\d*))?$/.exec(at) ?? []
  const lines = [Number(first), Number(last)] as const
  return lines[0] <= lines[1] ? lines : undefined
}

/** Checks that the lines are in the symbol. Returns one message for each problem. */
export function checkReference(reference: Reference, files: KernelFiles = kernelFiles): string[] {
  const { place, file, within, inherits, at } = reference
  const known = own(files, file)
  if (!known) {
    return [`${place}: the file "${file}" is not known${nearest(file, Object.keys(files))}${addIt}`]
  }
  const unknown = within.flatMap(symbolNames).filter((name) => !own(known.symbols, name))
  if (unknown.length > 0) {
    if (inherits) return []
    return unknown.map((name) => {
      const near = nearest(name, Object.keys(known.symbols))
      return `${place}: the symbol "${name}" is not known in ${file}${near}${file === fullmeshFile ? '' : addIt}`
    })
  }
  const lines = linesOf(reference, files)
  if (at !== undefined && !lines) {
    return [`${place}: "${at}" is neither a line, like 1279, nor lines, like 1242-1354`]
  }
  if (!lines || at === undefined) {
    return within.length > 0 ? [] : [`${place}: neither a symbol nor lines are named`]
  }
  const subject = at.includes('-') ? `lines ${at} are` : `line ${at} is`
  const holder = symbolAt(known, lines)
  const end = holder
    ? `, but in ${holder}`
    : lines[1] > known.lines
      ? `: the file ends at ${known.lines}`
      : ''
  if (within.length === 0) return [`${place}: ${subject} in no symbol that is named or inherited${end}`]
  const ranges = within.map((names) => rangeOf(known, names) as Range)
  if (ranges.some((range) => isInside(lines, range))) return []
  const named = within.map((names, index) => `${names} (lines ${ranges[index]?.join(' to ')})`)
  return [`${place}: ${subject} not in ${named.join(' or ')}${end}`]
}

const addIt = '; if it is right, `npm run check:lines -- TREE --write` adds it'
