import { defineConfig } from 'vitest/config'

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
          include: ['examples/**/*.test.ts', 'src/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/fixtures/**'],
          testTimeout: 30_000, // for busy machines: no test is about time
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/global-setup.ts'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
    // `npm run coverage`: what of the C file's model the recorded scenarios reach. `boot.ts` begins the tests'
    // stories and stands for nothing in C.
    coverage: {
      include: ['examples/fullmesh/*.ts'],
      exclude: ['**/*.test.ts', 'examples/fullmesh/boot.ts'],
      reporter: ['text'],
      thresholds: { lines: 97 },
    },
  },
})
