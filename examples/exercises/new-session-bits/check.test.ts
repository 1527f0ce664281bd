import { expect, test } from 'vitest'
import { boot } from '../../fullmesh/boot.ts'
import { fmGetNs, fullmeshGetPriv } from '../../fullmesh/structures.ts'
import { connect } from '../../host/sessions.ts'
import { afterNewSession } from './start.ts'

const binary = (bits: number) => `0b${bits.toString(2)}`

test('as-the-model', () => {
  for (let count = 1; count <= 8; count++) {
    const addresses = Array.from(
      { length: count },
      (_, index) => `10.0.${index + 1}.1`,
    )
    for (const address of addresses) {
      const machine = boot({ eth0: addresses })
      const c1 = connect(
        machine,
        'c1',
        `${address}:4000`,
        '10.9.1.1:80',
      )
      const { v4 } = fmGetNs(c1.namespace).local
      const initial = v4.slots.findIndex(
        (held) => held.address === address,
      )
      const { remotes, announced } = fullmeshGetPriv(c1)
      const state = afterNewSession(v4.bits, initial)

      expect(binary(state.bitfield), 'one-pair').toBe(
        binary(remotes.v4.slots[0]?.bitfield ?? 0),
      )
      if ((state.announced & (1 << initial)) === 0)
        expect(
          binary(state.announced),
          'initial-counts-as-announced',
        ).toBe(binary(announced.v4))
      expect(binary(state.announced), 'others-are-announced').toBe(
        binary(announced.v4),
      )
      expect(state.acks, 'acks').toBe(
        machine.sent.filter(({ subflow }) => subflow === 'c1/0').length,
      )
    }
  }
})
