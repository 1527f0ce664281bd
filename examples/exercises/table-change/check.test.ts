import { expect, test } from 'vitest'
import { addressWorker } from '../../fullmesh/address-worker.ts'
import { sessionWithoutSubflow } from '../../fullmesh/setups.ts'
import {
  type AddressEvent,
  fmGetNs,
  fullmeshGetPriv,
} from '../../fullmesh/structures.ts'
import { eventForSessions } from './start.ts'

type Code = AddressEvent['code']
type Found = Parameters<typeof eventForSessions>[1]

/** What the address worker of the model does with the event. */
function truth(
  code: Code,
  { known, sameFlag, full }: Found,
): Code | undefined {
  const count = full ? 8 : 3
  const addresses = Array.from(
    { length: count },
    (_, index) => `10.0.${index + 1}.1`,
  )
  const { machine, s1 } = sessionWithoutSubflow(addresses)
  const fmNs = fmGetNs(s1.namespace)
  const ifindex = machine.devices.get('eth0')?.ifindex ?? 0
  fmNs.events.push({
    address: known ? '10.0.2.1' : '10.0.9.1',
    ifindex,
    code,
    lowPrio: !sameFlag,
  })
  const before = fmNs.local
  addressWorker(s1.namespace)
  if (fmNs.local === before) return undefined
  const { addAddr, removeAddrs } = fullmeshGetPriv(s1)
  if (addAddr > 0) return 'ADD'
  return removeAddrs === 0 ? 'MOD' : 'DEL'
}

function compare(code: Code, found: Found, word: string): void {
  expect(eventForSessions(code, found), word).toBe(truth(code, found))
}

test('as-the-worker', () => {
  compare(
    'DEL',
    { known: true, sameFlag: true, full: false },
    'deleted',
  )
  compare(
    'DEL',
    { known: false, sameFlag: false, full: false },
    'del-of-unknown',
  )
  for (const full of [false, true])
    for (const code of ['ADD', 'MOD'] as const)
      compare(
        code,
        { known: true, sameFlag: true, full },
        full ? 'full-but-known' : 'same-flag',
      )
  compare(
    'MOD',
    { known: true, sameFlag: false, full: false },
    'other-flag',
  )
  compare(
    'ADD',
    { known: true, sameFlag: false, full: false },
    'known-add',
  )
  compare(
    'MOD',
    { known: true, sameFlag: false, full: true },
    'full-but-known',
  )
  compare(
    'DEL',
    { known: true, sameFlag: true, full: true },
    'full-but-known',
  )
  compare(
    'ADD',
    { known: false, sameFlag: false, full: false },
    'new-address',
  )
  compare(
    'MOD',
    { known: false, sameFlag: false, full: false },
    'mod-of-unknown',
  )
  for (const code of ['ADD', 'MOD'] as const)
    compare(
      code,
      { known: false, sameFlag: false, full: true },
      'ninth',
    )
  for (const code of ['ADD', 'DEL', 'MOD'] as const)
    for (const known of [false, true])
      for (const sameFlag of [false, true])
        for (const full of [false, true])
          compare(code, { known, sameFlag, full }, 'as-the-worker')
})
