import type { Context } from '../../reference/call-stacks.ts'
import { isTestOrScenario, type Step, type WalkFrame } from '../recorder/recording.ts'
import { type Kernel, kernelStack } from './kernel-stack.ts'
import { familyOfSessions } from './twins.ts'

/** A lane of the time line: the test or scenario and the model's host, or a context of the kernel. */
export type Lane = 'test' | Context

/** All lanes, from the top. */
export const lanes: readonly Lane[] = ['test', 'process', 'softirq', 'workqueue']

/** Steps one after the other that are in one lane. */
export interface Run {
  lane: Lane
  /** Indices of its first and its last step. */
  first: number
  last: number
}

const noChoice: ReadonlyMap<string, string> = new Map()

/** Returns the runs of a walk, in order. */
export function runsOf(steps: readonly Step[], kernel: Kernel): Run[] {
  const known = new Map<string, Lane>()
  const runs: Run[] = []
  for (const [index, step] of steps.entries()) {
    const lane = laneOf(step, kernel, known)
    const run = runs.at(-1)
    if (run?.lane === lane) run.last = index
    else runs.push({ lane, first: index, last: index })
  }
  return runs
}

/** Returns the lane of a step. A step of several contexts is in the first of them. */
function laneOf(step: Step, kernel: Kernel, known: Map<string, Lane>): Lane {
  const outer = outerFrames(step.frames, kernel)
  if (!outer) return 'test'
  const family = familyOfSessions(step)
  const key = `${family} ${outer.map(({ fn }) => fn).join(' ')}`
  const found = known.get(key)
  if (found) return found
  const [context] = kernelStack(outer, kernel, noChoice, family).contexts
  const lane = context ?? 'test'
  known.set(key, lane)
  return lane
}

/** Returns the frames up to the first function of the C file, which determine the context. */
function outerFrames(frames: readonly WalkFrame[], { names }: Kernel): WalkFrame[] | undefined {
  const first = frames.findIndex(
    ({ file, fn }) => !isTestOrScenario(file) && names[`${file} ${fn}`]?.lines !== undefined,
  )
  return first < 0 ? undefined : frames.slice(0, first + 1)
}
