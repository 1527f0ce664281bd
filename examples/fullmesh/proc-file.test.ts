import { expect, test } from 'vitest'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { fmSeqShow } from './proc-file.ts'

test('/proc/net/mptcp_fullmesh lists slot, address id, backup flag, address and interface', () => {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    lte0: { addresses: ['10.0.2.1'], backup: true },
  })

  expect(fmSeqShow(deviceNamed(machine, 'eth0').namespace)).toEqual([
    'Index, Address-ID, Backup, IP-address, if-idx',
    'IPv4, next v4-index: 3',
    '1, 2, 0, 10.0.1.1, 2',
    '2, 3, 1, 10.0.2.1, 3',
    'IPv6, next v6-index: 1',
    '0, 8, 0, fd00:0001:0000:0000:0000:0000:0000:0001, 2',
  ])
})
