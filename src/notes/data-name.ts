import { createHash } from 'node:crypto'

/** Returns the name of the generated data of an example or a walk: those of a unit, or of one of its tests. */
export function testDataName(of: string, test?: string): string {
  return test === undefined ? of : `${of}--${createHash('sha256').update(test).digest('hex').slice(0, 8)}`
}
