import { expect, test } from 'vitest'
import { symbols } from '../../examples/reference/symbols.ts'
import { callStackIn, readCallStacks } from '../../reference/call-stacks.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { kernelNames } from './build/names.ts'
import { stacksByFunction } from './build/stacks-by-function.ts'
import { linesByStatement } from './build/statement-lines.ts'
import { examples, walk } from './build/test-walk.ts'
import { cFrames } from './c-frames.ts'
import { type Kernel, kernelStack } from './kernel-stack.ts'

const { stacks, translations } = readCallStacks('.')
const kernel: Kernel = {
  names: kernelNames(examples),
  stacks: stacks.map((stack) => callStackIn('en', stack, translations)),
  byFunction: stacksByFunction,
  statements: linesByStatement(examples),
}
const linesOf = new Map<string, readonly [number, number]>(symbols.map(({ name, lines }) => [name, lines]))

/** The frames of the C file at each step of a walk, as `FUNCTION:LINE`. */
async function framesOf(unit: string, key: string, family: 'IPv4' | 'IPv6' = 'IPv4') {
  const steps = await walk(unit, key)
  return steps.map((step) =>
    cFrames(step, kernelStack(step.frames, kernel, new Map(), family), kernel, family, 'en'),
  )
}

test('every frame is in its function, at lines of the function', async () => {
  const walks = await Promise.all([
    framesOf('create-subflow-worker', 'two-by-two-mesh'),
    framesOf('new-session', 'ipv6-session-announces-both', 'IPv6'),
  ])
  const frames = walks.flat(2)
  expect(frames.length).toBeGreaterThan(200)
  for (const { name, scope, now } of frames) {
    expect(scope, name).toEqual(linesOf.get(name))
    for (const [first, last] of now) {
      expect(first).toBeGreaterThanOrEqual(scope[0])
      expect(last).toBeLessThanOrEqual(scope[1])
    }
  }
})

test('of twins, the one of the family is named', async () => {
  const named = (frames: Awaited<ReturnType<typeof framesOf>>) =>
    new Set(frames.flat().map(({ name }) => name))
  const v4 = named(await framesOf('new-session', 'ipv6-session-announces-both'))
  const v6 = named(await framesOf('new-session', 'ipv6-session-announces-both', 'IPv6'))
  expect(v4).toContain('mptcp_v4_set_init_addr_bit')
  expect(v6).toContain('mptcp_v6_set_init_addr_bit')
})

test('a function that C has at the place of its call is in the function that calls it', async () => {
  const steps = await walk('new-session', 'ipv6-session-announces-both')
  const frames = await framesOf('new-session', 'ipv6-session-announces-both')
  const inside = steps.flatMap(({ frames }, index) =>
    frames.at(-1)?.fn === 'requestOtherAddresses' ? [index] : [],
  )
  expect(inside.length).toBeGreaterThan(0)
  for (const index of inside) expect(frames[index]?.at(-1)?.name).toBe('full_mesh_new_session')
})

test('every frame of every stored call stack is on a line of its function', () => {
  const frames = kernel.stacks.flatMap((stack) => stack.frames)
  for (const { function: name, line } of frames.filter(({ file }) => file === fullmeshFile)) {
    const [first = 0, last = 0] = linesOf.get(name) ?? []
    expect(first <= line && line <= last, `${name}:${line}`).toBe(true)
  }
})
