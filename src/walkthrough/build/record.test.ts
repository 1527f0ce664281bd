import { expect, test } from 'vitest'
import { nothing } from '../../recorder/nothing.ts'
import { compileForWalk } from '../../recorder/what-is-recorded.ts'
import { bundleNodeRunner } from '../../sandbox/build/bundle.ts'
import { runTests } from '../../sandbox/build/run.ts'
import { examples, findTest, walk, walks } from './test-walk.ts'

test('a walk begins with an empty state, goes through the functions of the C file, and ends in the state of the test', async () => {
  const steps = await walk('new-session', 'initial-address-not-announced')
  expect(steps[0]?.before).toEqual(nothing)
  const functions = new Set(steps.flatMap(({ frames }) => frames.map(({ fn }) => fn)))
  for (const fn of ['connect', 'fullMeshNewSession', 'addRaddr', 'fullMeshAddrSignal', 'sendAck']) {
    expect(functions).toContain(fn)
  }
  expect(functions).not.toContain('fullMeshRegister') // in boot(), which is one step
  const last = steps.at(-1)
  expect(last?.log).toEqual([
    '[500] op new_session(c1)',
    '[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] ack c1/0: DSS ADD_ADDR(4,10.0.3.1) size=28',
  ])
  expect(last?.after.sessions.c1?.private?.announced.v4).toBe(0b1110)
})

test('the state before each step is the state after the step before it', async () => {
  const steps = await walk('retry-subflow-worker', 'route-appears-in-time')
  expect(steps.length).toBeGreaterThan(30)
  for (const [index, { before }] of steps.entries()) {
    expect(before).toEqual(steps[index - 1]?.after ?? nothing)
  }
})

test('a worker that sleeps on a lock is not on the stack until it wakes', async () => {
  const steps = await walk('create-subflow-worker', 'one-pair-per-round')
  const asleep = steps.filter(({ after }) => after.queue.asleep.length > 0)
  expect(asleep.length).toBeGreaterThan(0)
  const at = steps.findIndex(({ after }) => after.queue.asleep.length > 0)
  expect(steps[at + 1]?.frames.some(({ fn }) => fn === 'createSubflowWorker')).toBe(false)
  const again = steps
    .slice(at + 1)
    .some(({ frames }) => frames.some(({ fn }) => fn === 'createSubflowWorker'))
  expect(again).toBe(true)
})

test('the same code written into the editor makes the same walk', async () => {
  const [unit, region] = findTest('create-subflow-worker', 'two-by-two-mesh')
  const edited = [unit.implementation, unit.testFile].map((file) => ({
    name: `/${file}`,
    text: compileForWalk(file, examples.sources.get(file) ?? ''),
  }))
  const { recordings } = await runTests(await bundleNodeRunner(), [walks.recorder, walks.model, ...edited], {
    file: unit.testFile,
    lines: [region.firstLine, region.lastLine],
  })
  expect([...recordings.values()]).toEqual([await walks.record(unit, region)])
})
