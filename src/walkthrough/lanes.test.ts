import { expect, test } from 'vitest'
import { callStackIn, readCallStacks } from '../../reference/call-stacks.ts'
import { kernelNames } from './build/names.ts'
import { stacksByFunction } from './build/stacks-by-function.ts'
import { examples, walk } from './build/test-walk.ts'
import { runsOf } from './lanes.ts'

const { stacks, translations } = readCallStacks('.')
const kernel = {
  ...{ names: kernelNames(examples), byFunction: stacksByFunction, statements: {} },
  stacks: stacks.map((stack) => callStackIn('en', stack, translations)),
}
const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
const runs = runsOf(steps, kernel)

test('every step is in one lane, in order', () => {
  expect(runs[0]?.first).toBe(0)
  expect(runs.at(-1)?.last).toBe(steps.length - 1)
  for (const [index, { first, lane }] of runs.entries()) {
    if (index === 0) continue
    expect(first).toBe((runs[index - 1]?.last ?? 0) + 1)
    expect(lane).not.toBe(runs[index - 1]?.lane)
  }
})

test('a step in a worker is in the lane of the work queue, a step in an op in that of its call stack', () => {
  const laneOf = (fn: string) => {
    const at = steps.findIndex(({ frames }) => frames.at(-1)?.fn === fn)
    return runs.find(({ first, last }) => first <= at && at <= last)?.lane
  }
  expect(laneOf('createSubflowWorker')).toBe('workqueue')
  expect(laneOf('fullMeshNewSession')).toBe('softirq')
  expect(laneOf('')).toBe('test')
})
