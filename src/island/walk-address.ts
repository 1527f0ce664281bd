/**
 * Returns the id of the walk through a test or a scenario file: 32 bits of FNV-1a, in hex. `#ID.12` is the address of
 * its twelfth step. The page also makes ids, for tests that the reader renamed.
 *
 * @param name the title of the test, or the file
 */
export function walkId(name: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193)
  return `walk-${(hash >>> 0).toString(16).padStart(8, '0')}`
}

/** Reads a walk and one of its steps, counted from 1, from the hash of an address. */
export function stepIn(hash: string): { id: string; number: number } | undefined {
  const [, id, number] = /^#(walk-[0-9a-f]{8})\.([1-9]\d{0,5})$/.exec(hash) ?? []
  return id ? { id, number: Number(number) } : undefined
}
