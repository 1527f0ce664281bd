import { expect, test } from 'vitest'
import { condense, type Raw } from './condense.ts'

const subflow = {
  t: 0,
  initiator: 'client' as const,
  src: '10.0.1.1',
  dst: '10.0.11.1',
  dport: 80,
  outcome: 'established',
  syn_times: [0],
  localId: 0,
  remoteId: 0,
}

/** A connection of two subflows; the second is closed half a second before the application ends it all. */
const raw: Raw = {
  kernel: '6.18.1',
  iproute2: 'ip utility, iproute2-6.1.0, libbpf 1.1.2',
  endpoints_at_connect: { client: ['10.0.2.1 id 1 subflow fullmesh'], server: [] },
  actions: [
    { at: -0.2, side: 'client', cmd: 'ip mptcp limits set subflow 8', rc: 0 },
    { at: -0.1, side: 'client', cmd: 'ip mptcp endpoint add 10.0.2.1 subflow fullmesh', rc: 0 },
    { at: 0.5, side: 'client', cmd: 'ip mptcp endpoint delete id 1', rc: 0 },
  ],
  subflows: [
    { ...subflow, order: 0, join: false, fin: [[1.0042, 'client']] },
    {
      ...subflow,
      order: 1,
      t: 0.0002,
      src: '10.0.2.1',
      join: true,
      localId: 1,
      syn_times: [0.0002, 1.01],
      fin: [[0.5004, 'client']],
    },
  ],
  options: {
    client: [
      { t: 0.0001, subflow: 0, sub: 'ADD_ADDR', addrId: 2, addr: '10.0.12.1', echo: 1 },
      { t: 0.5003, subflow: 0, sub: 'REMOVE_ADDR', note: '[1]' },
    ],
    server: [{ t: 0.0001, subflow: 0, sub: 'ADD_ADDR', addrId: 2, addr: '10.0.12.1', echo: 0 }],
  },
  monitor: {
    client: [
      [
        0.9,
        '[     SF_CLOSED] token=1 remid=2 locid=2 saddr4=10.0.2.1 daddr4=10.0.12.1 sport=1 dport=2 backup=0 error=113',
      ],
    ],
    server: [],
  },
  peers: { client: [[1.0041, 'closed 1']], server: [] },
  snapshots: [{ at: 1, label: 'before close', client: { tcp: ['one'] }, server: { tcp: ['one'] } }],
  mib: { client: { MPJoinSynTxBindErr: 2, MPJoinSynTx: 1 }, server: {} },
}

test('of a recording is kept who opened, closed and announced what, and when, in milliseconds', () => {
  expect(condense('x', raw).events).toEqual([
    {
      at: 0,
      what: 'open',
      side: 'client',
      subflow: 0,
      from: '10.0.1.1',
      to: '10.0.11.1',
      join: false,
      localId: 0,
      remoteId: 0,
      outcome: 'established',
    },
    { at: 0.1, what: 'announce', side: 'server', id: 2, address: '10.0.12.1' },
    { at: 0.1, what: 'announce', side: 'client', id: 2, address: '10.0.12.1', echo: true },
    {
      at: 0.2,
      what: 'open',
      side: 'client',
      subflow: 1,
      from: '10.0.2.1',
      to: '10.0.11.1',
      join: true,
      localId: 1,
      remoteId: 0,
      outcome: 'established',
      again: [1010],
    },
    { at: 500, what: 'run', side: 'client', command: 'ip mptcp endpoint delete id 1' },
    { at: 500.3, what: 'remove', side: 'client', ids: [1], subflow: 0 },
    { at: 500.4, what: 'close', side: 'client', subflows: [1], by: 'FIN' },
    { at: 900, what: 'gone', side: 'client', from: '10.0.2.1', to: '10.0.12.1', error: 113 },
    { at: 1004.1, what: 'end', side: 'client' },
  ])
})

test('what was set up before the connection is kept apart, endpoints as `ip mptcp endpoint show` prints them', () => {
  const { endpoints, setup, iproute2 } = condense('x', raw)
  expect(setup).toEqual([{ side: 'client', command: 'ip mptcp limits set subflow 8' }])
  expect(endpoints.client).toEqual(['10.0.2.1 id 1 subflow fullmesh'])
  expect(iproute2).toBe('6.1.0')
})

test('of the counters those are kept that count a failure, and of the snapshots the number of subflows at the end', () => {
  const { failures, alive } = condense('x', raw)
  expect(failures).toEqual({ client: { MPJoinSynTxBindErr: 2 } })
  expect(alive).toEqual({ client: 1, server: 1 })
})
