import { createHash } from 'node:crypto'

/** The name under which the build generates the data of an example or a walk, of a unit or of one of its tests. */
export function testDataName(of: string, test?: string): string {
  return test === undefined ? of : `${of}--${createHash('sha256').update(test).digest('hex').slice(0, 8)}`
}
