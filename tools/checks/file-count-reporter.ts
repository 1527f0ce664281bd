import type { Reporter, TestSpecification } from 'vitest/node'

/** Prints a line after each file of tests, such as `files 12 of 113`. `tools/checks/test.ts` reads it. */
export default class FileCountReporter implements Reporter {
  #ended = 0
  #all = 0

  onTestRunStart(files: readonly TestSpecification[]): void {
    this.#all = files.length
  }

  onTestModuleEnd(): void {
    console.log(`files ${++this.#ended} of ${this.#all}`)
  }
}
