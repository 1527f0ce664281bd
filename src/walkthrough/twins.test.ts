import { expect, test } from 'vitest'
import type { Change } from '../recorder/diff.ts'
import type { Step, WalkFrame } from '../recorder/recording.ts'
import { familyOfTwins } from './twins.ts'

test('a call of twins has the family of its changes, from its first step to its last', () => {
  const caller: WalkFrame = { file: 'a.ts', fn: 'addRaddrs', start: 1, line: 2 }
  const call = (line: number): WalkFrame => ({ file: 'b.ts', fn: 'addRaddr', start: 1, line })
  const step = (frames: WalkFrame[], ...changes: Change[]) => ({ frames, changes }) as Step
  const steps = [
    step([caller, call(1)]),
    step([caller, call(2)], [['sessions', 'c1', 'private', 'remotes', 'v6', 'bits'], 1]),
    step([caller]),
    step([caller, call(1)], [['namespaces', 'init', 'events'], [['ADD', '10.0.1.1', 2]]]),
    step([{ ...caller }, call(1)]),
  ]
  const familyAt = (index: number) => {
    const model = steps[index]?.frames[1]
    const twins = {
      names: ['mptcp_addv4_raddr', 'mptcp_addv6_raddr'],
      file: 'net/mptcp/mptcp_fullmesh.c',
      line: 144,
    }
    return familyOfTwins(model ? [{ ...twins, model }] : [], steps, index)
  }
  expect(steps.map((_, index) => familyAt(index))).toEqual(['IPv6', 'IPv6', undefined, 'IPv4', undefined])
})
