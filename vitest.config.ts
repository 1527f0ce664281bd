import { defineConfig } from 'vitest/config'

/** So long that only what hangs takes it, however busy the processor is. In ms. */
const patience = 300_000

/**
 * Two kinds of tests: `unit` runs in Node and needs nothing; `browser` drives Chromium over the
 * production build and needs `npm run build` first.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{examples,reference,src,tools}/**/*.test.ts'],
          exclude: ['**/fixtures/**'],
          testTimeout: patience,
          // The modules keep nothing between tests: loading them once for all files takes half the time.
          isolate: false,
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/global-setup.ts'],
          maxWorkers: 2,
          isolate: false,
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
    ],
    // `npm run coverage`: what of the C file's model the recorded scenarios reach. `boot.ts` and `openings.ts` begin
    // the tests' stories and stand for nothing in C.
    coverage: {
      include: ['examples/fullmesh/*.ts'],
      exclude: ['**/*.test.ts', 'examples/fullmesh/boot.ts', 'examples/fullmesh/openings.ts'],
      reporter: ['text'],
      thresholds: { lines: 97 },
    },
  },
})
