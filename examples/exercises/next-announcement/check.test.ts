import { expect, test } from 'vitest'
import { fullMeshAddrSignal } from '../../fullmesh/addr-signal.ts'
import { boot } from '../../fullmesh/boot.ts'
import { differences } from '../../fullmesh/families.ts'
import { fmGetNs, fullmeshGetPriv } from '../../fullmesh/structures.ts'
import { connect } from '../../host/sessions.ts'
import type { OutgoingOptions } from '../../kernel/options.ts'
import { subflowNumbered } from '../../kernel/subflow.ts'
import { slotToAnnounce } from './start.ts'

const machine = boot({
  eth0: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `10.0.${n}.1`),
})
const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

/** The slot that the op of the model announces in a segment. */
function truth(
  valid: number,
  announced: number,
  size: number,
): number | undefined {
  const fmNs = fmGetNs(c1.namespace)
  const priv = fullmeshGetPriv(c1)
  fmNs.local = { ...fmNs.local, v4: { ...fmNs.local.v4, bits: valid } }
  priv.announced.v4 = announced
  priv.addAddr = 1
  const options: OutgoingOptions = { size }
  fullMeshAddrSignal(subflowNumbered(c1, 0), options, 'ack')
  return options.addAddr && options.addAddr.id - differences.v4.firstId
}

function compare(
  valid: number,
  announced: number,
  size: number,
  word: string,
): void {
  expect(slotToAnnounce({ valid, announced, size }), word).toBe(
    truth(valid, announced, size),
  )
}

test('as-the-op', () => {
  compare(0b110, 0b010, 20, 'announced-skipped')
  compare(0b111_0110, 0b000_0010, 20, 'lowest-first')
  compare(0b110, 0b110, 20, 'none-left')
  compare(0b110, 0b010, 36, 'no-room')
  compare(0b110, 0b010, 32, 'exactly-forty')
  compare(0b0110, 0b1110, 20, 'empty-slot')
  for (let valid = 0; valid < 256; valid += 3)
    for (let announced = 0; announced < 256; announced += 5)
      for (const size of [20, 32, 36])
        compare(valid, announced, size, 'as-the-op')
})
