import { test } from 'vitest'
import { findAddress } from '../../fullmesh/local-addresses.ts'
import { fmGetNs, localAt } from '../../fullmesh/structures.ts'
import { run } from './setup.ts'
import { answer } from './start.ts'

/** What happened, as one of the options. */
function outcome(): string {
  const { machine, c1, wlan0 } = run()
  const second = c1.subflows.find(({ name }) => name === 'c1/1')
  if (!second) return 'closed'
  const { local } = fmGetNs(wlan0.namespace)
  const slot = findAddress(local, '10.0.2.1', wlan0.ifindex)
  if (slot === undefined || !localAt(local, 'v4', slot).lowPrio)
    return 'unchanged'
  return second.lowPrio ||
    machine.log.some((line) => line.includes('MP_PRIO'))
    ? 'mp-prio'
    : 'table-only'
}

test('backup-while-down', () => {
  if (answer === outcome()) return
  if (answer === 'mp-prio') throw new Error('event-is-add')
  throw new Error(
    answer === 'unchanged' ? 'other-flag' : 'events-merged',
  )
})
