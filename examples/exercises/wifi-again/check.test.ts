import { test } from 'vitest'
import { differences } from '../../fullmesh/families.ts'
import { findAddress } from '../../fullmesh/local-addresses.ts'
import { fmGetNs, localAt } from '../../fullmesh/structures.ts'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('id-of-wlan0', () => {
  const { namespace, ifindex } = run()
  const { local } = fmGetNs(namespace)
  const slot = findAddress(local, '10.0.2.1', ifindex) ?? Number.NaN
  if (answer === localAt(local, 'v4', slot).id) return
  if (answer === slot) throw new Error('id-not-slot')
  // 10.0.2.1 was in slot 2 before.
  if (answer === 2 + differences.v4.firstId)
    throw new Error('search-goes-on')
  throw new Error('other-id')
})
