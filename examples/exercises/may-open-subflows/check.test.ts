import { expect, test } from 'vitest'
import { boot } from '../../fullmesh/boot.ts'
import { fullMeshCreateSubflows } from '../../fullmesh/create-subflows.ts'
import { fullmeshGetPriv } from '../../fullmesh/structures.ts'
import { receiveInfiniteMapping } from '../../host/peer.ts'
import {
  accept,
  close,
  connect,
  establish,
} from '../../host/sessions.ts'
import { fail } from '../../host/subflows.ts'
import { drain } from '../../host/time.ts'
import { subflowNumbered } from '../../kernel/subflow.ts'
import { mayOpen, type State } from './start.ts'

/** Brings a session of the model into this state, and returns whether the work is queued then. */
function isQueued({
  serverSide,
  dead,
  fallenBack,
  initial,
}: State): boolean {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const session = serverSide
    ? accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
    : connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  if (fallenBack) receiveInfiniteMapping(subflowNumbered(session, 0))
  if (dead) close(session)
  if (!initial) {
    fail(subflowNumbered(session, 0), 'ECONNRESET')
    drain(machine)
  } else if (initial.fullyEstablished) establish(session)
  fullMeshCreateSubflows(session)
  return fullmeshGetPriv(session).subflowWork?.pending ?? false
}

const flags = [false, true]
const initials = [
  { fullyEstablished: true },
  { fullyEstablished: false },
  undefined,
]

test('as-the-path-manager', () => {
  const base = {
    serverSide: false,
    dead: false,
    fallenBack: false,
    initial: initials[0],
  }
  const compare = (state: State, word: string) =>
    expect(mayOpen(state), word).toBe(isQueued(state))
  compare(base, 'client')
  compare({ ...base, serverSide: true }, 'server')
  compare({ ...base, dead: true }, 'closed')
  compare({ ...base, fallenBack: true }, 'after-fallback')
  compare({ ...base, initial: initials[1] }, 'not-established-yet')
  compare({ ...base, initial: undefined }, 'initial-removed')
  for (const serverSide of flags)
    for (const dead of flags)
      for (const fallenBack of flags)
        for (const initial of initials)
          compare(
            { serverSide, dead, fallenBack, initial },
            'all-conditions',
          )
})
