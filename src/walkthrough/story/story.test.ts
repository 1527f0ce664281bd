import { expect, test } from 'vitest'
import { kernelNames } from '../build/names.ts'
import { examples, walk } from '../build/test-walk.ts'
import { picturesOf } from './story.tsx'

const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
const names = kernelNames(examples)

test('each picture differs from the one before, and says what its step does', () => {
  const pictures = picturesOf(steps, names, 'en')
  expect(pictures.length).toBeGreaterThan(5)
  expect(pictures.length).toBeLessThan(25)
  for (const [index, { svg, caption, step }] of pictures.entries()) {
    expect(svg).not.toBe(pictures[index - 1]?.svg)
    expect(caption).toMatch(/^[`A-Z].*\.$/)
    expect(step).toBeGreaterThan(pictures[index - 1]?.step ?? 0)
  }
})

test('the last picture has the four subflows', () => {
  const last = picturesOf(steps, names, 'zh').at(-1)?.svg ?? ''
  expect(last.match(/data-kind="subflow"/g)?.length).toBeGreaterThanOrEqual(4)
  for (const name of ['c1/0', 'c1/1', 'c1/2', 'c1/3']) expect(last).toContain(name)
})
