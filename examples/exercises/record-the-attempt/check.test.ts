import { expect, test } from 'vitest'
import { boot } from '../../fullmesh/boot.ts'
import { remotesOf } from '../../fullmesh/structures.ts'
import { connect, establish } from '../../host/sessions.ts'
import { drain } from '../../host/time.ts'
import { routeKey } from '../../kernel/machine.ts'
import { type Remote, record } from './start.ts'

/** The bits of the peer's address before and after one attempt, from 10.0.2.1 in slot 2, with this result. */
function attempt(result: number): { before: Remote; after: Remote } {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  if (result !== 0)
    machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), result)
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  const bits = () => {
    const [
      { bitfield, retryBitfield } = { bitfield: 0, retryBitfield: 0 },
    ] = remotesOf(c1, 'v4')
    return { bitfield, retryBitfield }
  }
  const before = bits()
  establish(c1)
  drain(machine)
  return { before, after: bits() }
}

/** The bits as a binary number, as the page writes them. */
const binary = (bits: number) =>
  `0b${bits.toString(2).padStart(3, '0')}`

test('as-the-worker', () => {
  const compare = (result: number, tried: string, retry: string) => {
    const { before, after } = attempt(result)
    const remote = { ...before }
    record(remote, 2, result)
    expect(binary(remote.retryBitfield), retry).toBe(
      binary(after.retryBitfield),
    )
    const word = remote.bitfield === 0b100 ? 'other-bits' : tried
    expect(binary(remote.bitfield), word).toBe(binary(after.bitfield))
  }
  compare(0, 'success', 'no-retry')
  compare(-101, 'tried-and-retry', 'no-route') // ENETUNREACH
  compare(-113, 'stays-set', 'only-no-route') // EHOSTUNREACH
  compare(-111, 'stays-set', 'only-no-route') // ECONNREFUSED
})
