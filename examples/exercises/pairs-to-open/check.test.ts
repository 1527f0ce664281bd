import { expect, test } from 'vitest'
import { boot } from '../../fullmesh/boot.ts'
import { receiveAddAddr } from '../../host/peer.ts'
import { connect, establish } from '../../host/sessions.ts'
import { drain } from '../../host/time.ts'
import { pairsToOpen } from './start.ts'

/** The pairs on which the path manager opens subflows; the session begins on the first two addresses. */
function opened(locals: string[], remotes: string[]): string[] {
  const [local = '', ...others] = locals
  const [remote = '', ...announced] = remotes
  const machine = boot({ eth0: [local, ...others] })
  const c1 = connect(machine, 'c1', `${local}:4000`, `${remote}:80`)
  announced.forEach((address, index) => {
    receiveAddAddr(c1, index + 2, address)
  })
  establish(c1)
  drain(machine)
  return c1.subflows
    .filter((subflow) => subflow !== c1.master)
    .map(({ source, destination }) => `${source} → ${destination}`)
    .sort()
}

/** The pairs of the answer. */
function answered(locals: string[], remotes: string[]): string[] {
  const [local = ''] = locals
  const [remote = ''] = remotes
  return pairsToOpen(locals, remotes, [local, remote])
    .map((pair) => pair.join(' → '))
    .sort()
}

const locals = ['10.0.1.1', '10.0.2.1']
const remotes = ['10.9.1.1', '10.9.2.1']

test('same-pairs', () => {
  const pairs = answered(locals, remotes)
  const hasInitial = pairs.includes('10.0.1.1 → 10.9.1.1')
  expect(pairs, hasInitial ? 'initial-pair' : 'all-pairs').toEqual(
    opened(locals, remotes),
  )

  const mixedLocals = [...locals, 'fd00:1::1']
  const mixedRemotes = [...remotes, 'fd00:9::1']
  expect(answered(mixedLocals, mixedRemotes), 'same-family').toEqual(
    opened(mixedLocals, mixedRemotes),
  )
  expect(
    answered(locals, ['10.9.1.1', 'fd00:9::1']),
    'same-family',
  ).toEqual(opened(locals, ['10.9.1.1', 'fd00:9::1']))
})
