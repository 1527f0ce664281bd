/**
 * The id of the walk through the test of a title, or through a scenario file. `#ID.12` is the address of its twelfth
 * step.
 *
 * The build and the page both make it (a test may have got its title from the reader): 32 bits of FNV-1a, in hex.
 */
export function walkId(name: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193)
  return `walk-${(hash >>> 0).toString(16).padStart(8, '0')}`
}

/** The walk and the step that an address names, counted from 1, if it names one. */
export function stepIn(hash: string): { id: string; number: number } | undefined {
  const [, id, number] = /^#(walk-[0-9a-f]{8})\.([1-9]\d{0,5})$/.exec(hash) ?? []
  return id ? { id, number: Number(number) } : undefined
}
