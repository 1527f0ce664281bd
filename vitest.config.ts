import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * How long a test or a hook may take, in ms. It only ends a run in which one hangs: the longest test takes a minute where
 * five other programs share two processors. What a test waits for is an event, not a time.
 */
const hangTimeout = 300_000

/** The files that take longest. They begin first, so that the last one does not run alone at the end. */
const longest = [
  'accessibility',
  'stage',
  'every-page',
  'walkthrough',
  'example',
  'c-source',
  'offline',
  'security',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      (longest.indexOf(basename(moduleId, '.test.ts')) + longest.length + 1) % (longest.length + 1)
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

/**
 * Two kinds of tests: `unit` runs in Node and needs nothing; `browser` drives Chromium over the
 * production build and needs `npm run build` first.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{examples,reference,src,tools}/**/*.test.ts'],
          // The hidden tests of exercises run in `exercises.test.ts`, with each of the answers.
          exclude: ['**/fixtures/**', 'examples/exercises/**'],
          testTimeout: hangTimeout,
          // Modules keep no state between tests, so all files can share one copy: that takes half the time.
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
          testTimeout: hangTimeout,
          hookTimeout: hangTimeout,
          expect: { poll: { timeout: hangTimeout } },
        },
      },
    ],
    // `npm run coverage`: which lines of the model the recorded scenarios reach. `boot.ts` and `setups.ts` belong to
    // the tests.
    coverage: {
      include: ['examples/fullmesh/*.ts'],
      exclude: ['**/*.test.ts', 'examples/fullmesh/boot.ts', 'examples/fullmesh/setups.ts'],
      reporter: ['text'],
      thresholds: { lines: 97 },
    },
  },
})
