import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { symbols } from '../../../examples/reference/symbols.ts'
import { callStackIn, readCallStacks } from '../../../reference/call-stacks.ts'
import { readExamples } from '../../notes/examples.ts'
import { kernelNames } from '../build/names.ts'
import type { ShownFrame } from '../kernel-stack.ts'
import { placeIn, readCFile } from './c-file.ts'
import { readFrames, writeFrames } from './frames.ts'
import { testCFile } from './test-c-file.ts'

const file = 'net/mptcp/mptcp_fullmesh.c'
const text = testCFile()
const source = await readCFile(
  new TextEncoder().encode(text),
  createHash('sha256').update(text).digest('hex'),
)
const linesOf = new Map<string, readonly [number, number]>(symbols.map(({ name, lines }) => [name, lines]))

/** Returns the function that contains a line. */
function functionAt(line: number): string | undefined {
  const isAt = ({ kind, lines: [first, last] }: (typeof symbols)[number]) =>
    kind === 'function' && first <= line && line <= last
  return symbols.find(isAt)?.name
}

test('of twins, the one of the family comes first', () => {
  const twins = { names: ['mptcp_addv4_raddr', 'mptcp_addv6_raddr'], file, line: 144 }
  const frames = [
    { isTestOrScenario: true } as const,
    { names: ['tcp_ack'], file: 'net/ipv4/tcp_input.c', line: 1 },
    twins,
  ]
  expect(writeFrames(frames, 'IPv4')).toBe('mptcp_addv4_raddr,mptcp_addv6_raddr:144')
  expect(readFrames(writeFrames(frames, 'IPv6'))).toEqual([{ names: twins.names.toReversed(), line: 144 }])
  expect(readFrames('')).toEqual([])
})

test('every function of the model that has a name in the C file is found there', () => {
  const named = Object.values(kernelNames(readExamples('examples'))).filter(({ line }) => line)
  expect(named.length).toBeGreaterThan(30)
  for (const family of ['IPv4', 'IPv6'] as const) {
    const shown = named.map(({ names, line }): ShownFrame => ({ names, file, ...(line && { line }) }))
    for (const { names, line } of readFrames(writeFrames(shown, family))) {
      for (const name of names) {
        const [first, last] = linesOf.get(name) ?? []
        expect(placeIn(source, name, line), name).toEqual({ lines: [first, last], line: first })
      }
    }
  }
})

test('every frame of every stored call stack is found in the file, on a line of its function', () => {
  const { stacks, chinese } = readCallStacks('.')
  const frames = stacks.flatMap((stack) => callStackIn('en', stack, chinese).frames)
  for (const { function: name, line } of frames.filter((frame) => frame.file === file)) {
    expect(functionAt(line), `${name}:${line}`).toBe(name)
    expect(placeIn(source, name, line), name).toEqual({ lines: linesOf.get(name), line })
  }
})
