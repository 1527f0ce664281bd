import { hashOf } from './hash.ts'

/** Returns the id of the walk through a test, by the key of the test. `#ID.12` is the address of its twelfth step. */
export function testWalkId(key: string): string {
  return `walk-${key}`
}

/**
 * Returns the id of the walk through a scenario file, or through a test that the reader wrote and that has no key.
 *
 * @param name the file, or the title of the test
 */
export function walkId(name: string): string {
  return `walk-${hashOf(name)}`
}

/** Reads a walk and one of its steps, counted from 1, from the hash of an address. */
export function stepIn(hash: string): { id: string; number: number } | undefined {
  const [, id, number] = /^#(walk-[a-z0-9-]+)\.([1-9]\d{0,5})$/.exec(hash) ?? []
  return id ? { id, number: Number(number) } : undefined
}
