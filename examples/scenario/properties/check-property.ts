import fc from 'fast-check'
import { vi } from 'vitest'

// One test checks many values.
vi.setConfig({ testTimeout: 120_000 })

/**
 * Checks a property with generated values. They are the same in every run, unless `PROPERTY_SEED` chooses others;
 * `PROPERTY_RUNS` multiplies their number, `runs`.
 */
export function checkProperty<T>(cases: fc.Arbitrary<T>, property: (value: T) => void, runs = 150): void {
  const { PROPERTY_RUNS = '1', PROPERTY_SEED = '1' } = process.env
  fc.assert(fc.property(cases, property), {
    numRuns: runs * Number(PROPERTY_RUNS),
    seed: Number(PROPERTY_SEED),
  })
}
