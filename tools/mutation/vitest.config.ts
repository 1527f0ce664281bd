import { defineConfig } from 'vitest/config'

/** The tests that a mutant of the path manager is shown to: its own, and the recorded scenarios. */
export default defineConfig({
  test: {
    include: ['examples/fullmesh/*.test.ts', 'examples/scenario/scenarios.test.ts'],
  },
})
