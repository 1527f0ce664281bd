import { expect, test } from 'vitest'
import { slotsIn } from '../../fullmesh/bitfield.ts'
import { boot } from '../../fullmesh/boot.ts'
import { fmGetNs, fullmeshGetPriv } from '../../fullmesh/structures.ts'
import { connect, establish } from '../../host/sessions.ts'
import { drain } from '../../host/time.ts'
import { untriedSlots } from './start.ts'

/** The local slots from which the worker opens subflows on a host with three addresses, and the two bitmaps before. */
function opened(): { local: number; tried: number; slots: number[] } {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.2.1', '10.0.3.1'] })
  const c1 = connect(machine, 'c1', '10.0.2.1:4000', '10.9.1.1:80')
  const local = fmGetNs(c1.namespace).local.v4.bits
  const tried = fullmeshGetPriv(c1).remotes.v4.slots[0]?.bitfield ?? 0
  establish(c1)
  drain(machine)
  const slots = c1.subflows
    .filter((subflow) => subflow !== c1.master)
    .map(({ localId }) => localId - 1)
  return { local, tried, slots: slots.sort() }
}

test('same-slots', () => {
  const { local, tried, slots } = opened()
  const untried = slotsIn(untriedSlots(local, tried))
  const word = untried.some((slot) => tried & (1 << slot))
    ? 'tried-again'
    : untried.every((slot) => local & (1 << slot))
      ? 'same-slots'
      : 'empty-slot'
  expect(untried, word).toEqual(slots)

  // Slot 2 was tried, and its address was deleted later.
  const left = slotsIn(untriedSlots(0b0010, 0b0100))
  expect(
    left,
    left.includes(2) ? 'deleted-address' : 'same-slots',
  ).toEqual([1])
  for (let bits = 0; bits < 256; bits++) {
    const left = slotsIn(untriedSlots(bits, 0b0101_0110))
    expect(left, 'same-slots').toEqual(
      slotsIn(bits).filter((slot) => ![1, 2, 4, 6].includes(slot)),
    )
  }
})
