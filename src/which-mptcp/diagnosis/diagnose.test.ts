import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { sizeLimit } from './input.ts'
import { samples } from './samples.ts'

/** Reads a text that is not too large. */
function read(text: string): Diagnosis {
  const diagnosis = diagnose(text)
  if ('refused' in diagnosis) throw new Error('the text is too large')
  return diagnosis
}

/** The findings in short: stack or obstacle, release with its values, ids of symptoms, number of settings. */
function short(text: string): unknown[] {
  const { verdict, release, symptoms } = read(text)
  const decided = verdict.stack ?? verdict.because
  return [decided, release && [release.id, ...release.values].join(' '), symptoms.map(({ id }) => id)]
}

/** Every setting, as its id with its values. */
function settingsOf(text: string): string[] {
  return read(text).settings.map(({ id, values }) => [id, ...values].join(' '))
}

/** The places of a symptom, as numbers of lines. */
function linesOf(text: string, symptom: string): number[] | undefined {
  return read(text)
    .symptoms.find(({ id }) => id === symptom)
    ?.facts.map(({ line }) => line.number)
}

// Whole texts

test('a host on v0.95: the boot message tells the release, and the lines show what is configured (composed)', () => {
  expect(short(samples.v0)).toEqual([
    'v0',
    'release-banner v0.95.1',
    ['v0-default-manager', 'v0-backup', 'v0-announced-not-joined'],
  ])
  expect(settingsOf(samples.v0)).toEqual([
    'set-v0-checksum-on',
    'set-v0-on',
    'set-v0-path-manager default',
    'set-v0-scheduler default',
    'set-v0-version 0',
    'set-address 10.0.1.1 1 2 2',
    'set-address-backup 10.0.2.1 2 3 3',
  ])
  expect(linesOf(samples.v0, 'v0-default-manager')).toEqual([7])
  expect(linesOf(samples.v0, 'v0-announced-not-joined')).toEqual([19, 23])
})

test('a host on mainline 6.18: without uname, the sysctls tell the oldest release that it can be (recorded)', () => {
  expect(short(samples.mainline)).toEqual([
    'mainline',
    'release-from 6.15',
    ['default-limits', 'no-fullmesh'],
  ])
  expect(settingsOf(samples.mainline)).toEqual([
    'set-checksum-off',
    'set-on',
    'set-path-manager kernel',
    'set-scheduler default',
    'set-limits 2 0',
    'set-endpoint 10.0.2.1 1 subflow',
    'set-session-of-limit 1 2',
  ])
})

test('prompts, Windows line ends, colours, quotes and the order of the outputs do not matter', () => {
  const expected = short(samples.v0)
  const prompts = ['root@client:~# ', '[root@client ~]# ', '$ ', '# ', 'user@host:/proc/net$ sudo ', '➜ ']
  for (const prompt of prompts) expect(short(samples.v0.replaceAll('$ ', prompt))).toEqual(expected)
  expect(short(samples.v0.replaceAll('\n', '\r\n'))).toEqual(expected)
  expect(short(samples.v0.replaceAll('mptcp_', '\u001b[01;31m\u001b[Kmptcp_\u001b[m\u001b[K'))).toEqual(
    expected,
  )
  expect(short(samples.v0.replace(/^/gm, '> '))).toEqual(expected)
  const blocks = samples.v0.split(/^(?=\$ )/m)
  expect(short(blocks.toReversed().join(''))).toEqual(expected)
})

// Which stack

test.each([
  // Recorded on this mainline kernel.
  ['Linux vm 6.18.44 #1 SMP PREEMPT_DYNAMIC @0 x86_64 GNU/Linux', 'mainline', 'release-kernel 6.18.44'],
  [
    '[    0.123988] MPTCP token hash table entries: 32768 (order: 8, 786432 bytes, linear)',
    'mainline',
    'release-mainline-unknown',
  ],
  ['10.0.2.2 port 8888 id 1 signal ', 'mainline', 'release-mainline-unknown'],
  ['fd00:2::1 id 2 subflow fullmesh ', 'mainline', 'release-from 5.15'],
  [
    '$ ss -M\nState Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess\nESTAB 0      0           10.0.1.1:50648     10.0.1.2:7777       ',
    'mainline',
    'release-mainline-unknown',
  ],
  // Composed.
  ['6.1.0-18-amd64', 'mainline', 'release-vendor 6.1.0-18-amd64'],
  ['Linux h 5.15.0-91-generic #101-Ubuntu SMP x86_64', 'mainline', 'release-vendor 5.15.0-91-generic'],
  ['Linux h 4.19.126.mptcp #1 SMP x86_64', 'v0', 'release-by-kernel v0.95 4.19'],
  ['4.14.24-mptcp_v0.94', 'v0', 'release-name v0.94'],
  ['4.19.126\nnet.mptcp.mptcp_enabled = 1', 'v0', 'release-by-kernel v0.95 4.19'],
  ['/proc/sys/net/mptcp/mptcp_enabled:1', 'v0', 'release-v0-unknown'],
  ['mptcp_fullmesh 24576 1', 'v0', 'release-v0-unknown'],
  ['net.mptcp.enabled = 1', 'mainline', 'release-mainline-unknown'],
  ['net.mptcp.pm_type = 0', 'mainline', 'release-from 5.19'],
])('"%s" is of %s, %s', (text, stack, release) => {
  expect(short(text).slice(0, 2)).toEqual([stack, release])
})

test('a whole list of sysctls also tells the newest release that it can be', () => {
  const of515 = [
    'add_addr_timeout',
    'allow_join_initial_addr_port',
    'checksum_enabled',
    'enabled',
    'stale_loss_cnt',
  ]
  const list = (...names: string[]) => [...of515, ...names].map((name) => `net.mptcp.${name} = 1`).join('\n')
  expect(short(list())[1]).toBe('release-range 5.15 5.18')
  expect(short(list('pm_type'))[1]).toBe('release-range 5.19 6.5')
  expect(short(list('pm_type', 'scheduler'))[1]).toBe('release-range 6.6 6.14')
  expect(short(list('pm_type', 'scheduler', 'path_manager'))[1]).toBe('release-from 6.15')
})

test.each([
  ['', 'empty'],
  ['\n \r\n\t', 'empty'],
  ['hello\nworld', 'unknown'],
  ['$ sysctl -w net.mptcp.mptcp_enabled=1', 'unknown'],
  ['8.8.8.8', 'unknown'],
  ['Linux host 4.19.126 #1 SMP x86_64 GNU/Linux', 'old-kernel'],
  ['cat: /proc/net/mptcp_fullmesh: No such file or directory', 'missing-only'],
  ['net.mptcp.mptcp_enabled = 1\nnet.mptcp.enabled = 1', 'both'],
])('"%s" cannot be told: %s', (text, because) => {
  expect(short(text).slice(0, 2)).toEqual([because, undefined])
})

// Symptoms

const snmp = (values: Record<string, number>) =>
  Object.entries(values)
    .map(([name, value]) => `${name.padEnd(32)}\t${value}`)
    .join('\n')

const nstat = (values: Record<string, number>) =>
  Object.entries(values)
    .map(([name, value]) => `MPTcpExt${name.padEnd(24)}${value}                  0.0`)
    .join('\n')

const table = (...rows: string[]) =>
  ['Index, Address-ID, Backup, IP-address, if-idx', 'IPv4, next v4-index: 1', ...rows].join('\n')

const eightRows = [0, 1, 2, 3, 4, 5, 6, 7].map(
  (slot) => `${slot}, ${slot + 1}, 0, 10.0.${slot}.1, ${slot + 2}`,
)

test.each<[string, string, string[]]>([
  ['MPTCP is off', 'net.mptcp.mptcp_enabled = 0', ['v0-off']],
  ['on request', 'net.mptcp.mptcp_enabled = 2', ['v0-on-request']],
  ['another path manager', 'net.mptcp.mptcp_path_manager = ndiffports', ['v0-other-manager']],
  ['fullmesh', 'net.mptcp.mptcp_path_manager = fullmesh', []],
  [
    'no table on v0.95',
    'net.mptcp.mptcp_enabled = 1\ncat: /proc/net/mptcp_fullmesh: No such file or directory',
    ['v0-no-table'],
  ],
  [
    'no table on mainline',
    'net.mptcp.enabled = 1\ncat: /proc/net/mptcp_fullmesh: No such file or directory',
    [],
  ],
  [
    'no sysctl on v0.95',
    'mptcp_fullmesh 24576 1\nsysctl: cannot stat /proc/sys/net/mptcp/mptcp_enabled: No such file or directory',
    ['v0-other-namespace'],
  ],
  [
    'no sysctl on mainline',
    '6.1.76\nsysctl: cannot stat /proc/sys/net/mptcp/enabled: No such file or directory',
    ['not-built'],
  ],
  ['no address', table(), ['v0-no-address']],
  ['one address', table('1, 2, 0, 10.0.1.1, 2'), ['v0-one-address']],
  ['eight addresses', table(...eightRows), ['v0-table-full']],
  ['roundrobin', 'net.mptcp.mptcp_scheduler = roundrobin', ['v0-backup-ignored']],
  [
    'two per pair, again after a timeout',
    '/sys/module/mptcp_fullmesh/parameters/create_on_err:1\n/sys/module/mptcp_fullmesh/parameters/num_subflows:2',
    ['v0-many-per-pair', 'v0-growing'],
  ],
  [
    'one subflow',
    '  sl  loc_tok  rem_tok  v6 local_address   remote_address   st ns tx_queue rx_queue inode\n   0: 55771878 F18A9307  0 0101000A:B974                         057100CB:0050                         01 01 00000000:00000000 152085',
    ['v0-one-subflow'],
  ],
  ['not requested', snmp({ MPCapableSYNRX: 0, MPCapableSYNTX: 0 }), ['v0-not-requested']],
  ['plain answer', snmp({ MPCapableFallbackSYNACK: 1 }), ['v0-plain-answer']],
  ['fallback', snmp({ MPFallbackDataInit: 1, MPFallbackAckInit: 0 }), ['v0-fallback']],
  ['announced, not joined', snmp({ AddAddrRx: 1, MPJoinSynTx: 0 }), ['v0-announced-not-joined']],
  ['announced to a server', snmp({ AddAddrRx: 1, MPJoinSynTx: 0, MPCapableSYNRX: 1 }), []],
  ['announced, joins unknown', snmp({ AddAddrRx: 1 }), []],
  ['unanswered', snmp({ MPJoinSynTx: 2, MPJoinSynAckRx: 0 }), ['v0-joins-unanswered']],
  ['partly answered', snmp({ MPJoinSynTx: 2, MPJoinSynAckRx: 1 }), ['v0-joins-partly-answered']],
  ['a server', snmp({ MPJoinSynTx: 0, MPJoinSynRx: 2 }), ['v0-server']],
  [
    'log messages',
    [
      '[1.0] __mptcp_init4_subsockets: MPTCP subsocket connect() failed, error -101',
      '[1.1] __mptcp_init6_subsockets: MPTCP subsocket connect() failed, error -22',
      'Nov 23 10:00:00 host kernel: __mptcp_init4_subsockets: token 0x55771878 bind() to 10.0.2.1 index 3 failed, error -99',
      '[Mon Nov 23 10:00:00 2026] mptcp_address_worker no more space',
      'kern  :err   : [   10.000000] mptcp_addv4_raddr: At max num of remote addresses: 8 --- not adding address: 10.9.9.1',
      '<3>[   10.000000] add_pm_event add old_code 2',
      'mptcp_addv4_raddr: updating old addr:10.0.1.2 to addr 10.0.3.2 with id:4',
    ].join('\n'),
    [
      'v0-unreachable',
      'v0-connect-failed',
      'v0-bind-failed',
      'v0-ninth-address',
      'v0-ninth-remote',
      'v0-merged',
      'v0-overwritten',
    ],
  ],
  ['off on mainline', 'net.mptcp.enabled = 0', ['off']],
  ['user space', 'net.mptcp.pm_type = 1', ['userspace']],
  ['default limits', 'add_addr_accepted 0 subflows 2 ', ['default-limits']],
  ['no subflows allowed', 'add_addr_accepted 8 subflows 0 ', ['no-subflows-allowed']],
  ['no announcements accepted', 'add_addr_accepted 0 subflows 8 ', ['no-announcements-accepted']],
  ['no endpoint', '# ip mptcp endpoint\n# ip mptcp limits\nadd_addr_accepted 8 subflows 8', ['no-endpoint']],
  ['signal only', '10.0.2.2 id 1 signal dev s2 ', ['no-subflow-endpoint']],
  ['backup', '10.0.1.1 id 1 subflow backup fullmesh dev c1 ', ['backup']],
  [
    'backup by the peer',
    'tcp-ulp-mptcp flags:JjBec token:acca1a9d(id:2)/303c615f(id:1) seq:b206d9de8ca58c05 sfseq:0',
    ['backup'],
  ],
  [
    'eight endpoints',
    [1, 2, 3, 4, 5, 6, 7, 8].map((id) => `10.0.${id}.1 id ${id} subflow fullmesh`).join('\n'),
    ['eight-endpoints'],
  ],
  [
    'fallback on mainline (recorded)',
    '\t subflows_max:2 fallback token:a36b0a79 write_seq:9dcba897253a9ca6 snd_una:9dcba897253a9ca6 rcv_nxt:2d',
    ['fallback'],
  ],
  [
    'one subflow on mainline',
    '\t subflows_max:8 add_addr_accepted_max:8 remote_key token:a36b0a79 write_seq:9dcba897253a9ca6 snd_una:9dcba897253a9ca6',
    ['one-subflow'],
  ],
  [
    'at the limit (recorded)',
    '\t subflows:2 subflows_max:2 remote_key token:3b4b9862 write_seq:99d888763a1eff17 snd_una:99d888763a1eff17',
    ['at-limit'],
  ],
  ['announced, not joined', nstat({ AddAddr: 2, MPJoinSynTx: 0 }), ['announced-not-joined']],
  [
    'counters without those that are 0',
    nstat({ MPCapableSYNTX: 1, MPCapableSYNACKRX: 1, AddAddr: 2 }),
    ['announced-not-joined'],
  ],
  ['not echoed', nstat({ AddAddrTx: 1, EchoAdd: 0 }), ['not-echoed']],
  [
    'bind error (recorded)',
    nstat({ MPJoinSynTx: 1, MPJoinSynAckRx: 1, MPJoinSynTxBindErr: 1 }),
    ['bind-error'],
  ],
  ['connect error', nstat({ MPJoinSynTxConnectErr: 1 }), ['connect-error']],
  ['create error', nstat({ MPJoinSynTxCreatSkErr: 2 }), ['create-error']],
  ['unanswered', nstat({ MPJoinSynTx: 1, MPJoinSynAckRx: 0 }), ['joins-unanswered']],
  ['partly answered', nstat({ MPJoinSynTx: 3, MPJoinSynAckRx: 1 }), ['joins-partly-answered']],
  ['not requested', nstat({ MPCapableSYNTX: 0, MPCapableSYNRX: 0 }), ['not-requested']],
  [
    'a file of counters',
    'MPTcpExt: MPCapableSYNRX MPCapableSYNTX MPJoinSynTx MPJoinSynAckRx\nMPTcpExt: 0 1 1 0',
    ['joins-unanswered'],
  ],
])('symptoms: %s', (_, text, ids) => {
  expect(read(text).symptoms.map(({ id }) => id)).toEqual(ids)
})

test('of counters that were read twice, the last values count', () => {
  const before = snmp({ MPJoinSynTx: 1, MPJoinSynAckRx: 0 })
  expect(short(`${before}\n${snmp({ MPJoinSynTx: 2, MPJoinSynAckRx: 2 })}`)[2]).toEqual([])
})

// Texts from anywhere

test('more than 1 MB is refused, in bytes and not in characters', () => {
  expect(diagnose('x'.repeat(sizeLimit))).not.toHaveProperty('refused')
  expect(diagnose('x'.repeat(sizeLimit + 1))).toEqual({ refused: 'too-large' })
  expect(diagnose('页'.repeat(sizeLimit / 2))).toEqual({ refused: 'too-large' })
})

/** Pieces that patterns begin with, or that could make them try again and again. */
const hostile = [
  '\u001b[',
  '\u001b]',
  'token:1 write_seq:',
  'tcp-ulp-mptcp flags:',
  'fallback ',
  '::',
  'a@',
  'mptcp',
  '4.19-',
  ' id 1 subflow',
  '1, 2, 0, ',
  'Linux ',
  'net.mptcp.mptcp_enabled = ',
  'MPTcpExt: ',
  '> ',
  '[ 0.1] ',
  '0: AAAA AAAA 0 ',
  '\t ',
  '\n',
  'net.mptcp.a = 1\n',
  'AddAddrRx 1\n',
  '10.0.0.1 id 1 subflow\n',
  '1, 2, 1, 10.0.0.1, 2\n',
  'MPTcpExtAddAddr 1\n',
  '$ ip mptcp endpoint\n',
]

test.each(hostile.map((piece) => [JSON.stringify(piece), piece]))(
  '1 MB of %s comes to an end, and the answer is short',
  (_, piece) => {
    const { settings, symptoms } = read(piece.repeat(Math.floor(sizeLimit / piece.length)))
    expect(settings.length).toBeLessThanOrEqual(40)
    for (const { facts } of symptoms) expect(facts.length).toBeLessThanOrEqual(6)
  },
)

test('whatever the text, every line that is shown is a line of it, without control characters', () => {
  const piece = fc.constantFrom(
    ...hostile,
    ...samples.v0.split(/(?<=\n)/),
    ...samples.mainline.split(/(?<=\n)/),
  )
  const texts = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      const { verdict, release, settings, symptoms } = read(text)
      const facts = [verdict, ...(release ? [release] : []), ...settings, ...symptoms].flatMap((each) =>
        'evidence' in each ? each.evidence : each.facts,
      )
      const count = text.split(/\r\n|\n|\r/).length
      for (const { line } of facts) {
        expect(line.number).toBeGreaterThan(0)
        expect(line.number).toBeLessThanOrEqual(count)
        expect(line.shown.length).toBeLessThanOrEqual(161)
        expect(line.shown).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      }
      expect(verdict.stack === undefined || verdict.evidence.length > 0).toBe(true)
      expect(read(text)).toEqual(read(text))
    }),
    { numRuns: 300, seed: 20261123 },
  )
})
