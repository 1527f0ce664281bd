import fc from 'fast-check'
import { vi } from 'vitest'

// A property is as many tests as it has cases.
vi.setConfig({ testTimeout: 120_000 })

/**
 * A property holds for everything that is tried: always the same cases in the ordinary run. `PROPERTY_RUNS` (times
 * as many) and `PROPERTY_SEED` try more, or others.
 */
export function checkProperty<T>(cases: fc.Arbitrary<T>, property: (value: T) => void, runs = 150): void {
  const { PROPERTY_RUNS = '1', PROPERTY_SEED = '1' } = process.env
  fc.assert(fc.property(cases, property), {
    numRuns: runs * Number(PROPERTY_RUNS),
    seed: Number(PROPERTY_SEED),
  })
}
