import type { Step } from '../recorder/recording.ts'

/** The most steps that are all listed. Of a longer walk, only steps with changes or log lines are listed. */
const longWalk = 150

/** Whether a step is in the list of the steps of its walk. @param count the number of all steps */
export function isListed({ changes, added }: Step, count: number): boolean {
  return count <= longWalk || changes.length + added > 0
}
