/** What the filter compares of an entry. */
export interface Filtered {
  /** In C and in TypeScript. */
  readonly names: readonly string[]
  /** Where the C file has it. */
  readonly lines: readonly [first: number, last: number]
}

/**
 * Returns true for an entry that has what is typed: a part of a name, in which a space is `_`, or the number of a line.
 */
export function matches({ names, lines: [first, last] }: Filtered, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  if (/^\d+$/.test(wanted) && first <= Number(wanted) && Number(wanted) <= last) return true
  const part = wanted.replace(/\s+/g, '_')
  return names.some((name) => formsOf(name).some((form) => form.includes(part) || form.includes(wanted)))
}

/** Returns `addraddr` and `add_raddr` for `addRaddr`. */
function formsOf(name: string): string[] {
  return [name, name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')].map((form) => form.toLowerCase())
}
