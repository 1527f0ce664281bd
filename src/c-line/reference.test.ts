import { expect, test } from 'vitest'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { checkReference, linesOf, type Reference } from './reference.ts'

const files = {
  'net/ipv4/tcp_input.c': {
    lines: 6700,
    symbols: { tcp_rcv_established: [5600, 5763], tcp_rcv_state_process: [6150, 6460] },
  },
  'net/mptcp/mptcp_ctrl.c': { lines: 3200, symbols: { mptcp_cb_cache: [63, 63], mptcp_init: [3060, 3140] } },
} as const

const reference = (within: string[], at?: string): Reference => ({
  place: 'docs/a.mdx:12',
  file: 'net/ipv4/tcp_input.c',
  within,
  at,
})
const check = (...args: Parameters<typeof reference>) => checkReference(reference(...args), files)

test.each([
  [['tcp_rcv_established'], '5750'],
  [['tcp_rcv_established'], '5600-5763'],
  [['tcp_rcv_established', 'tcp_rcv_state_process'], '6221'],
  [['tcp_rcv_established, tcp_rcv_state_process'], '5700-6221'],
  [['tcp_rcv_established'], undefined],
])('lines in one of %j are fine: %s', (within, at) => {
  expect(check(within, at)).toEqual([])
})

test('a reference without lines means all of its symbol, or from the first to the last of two', () => {
  expect(linesOf(reference(['tcp_rcv_established']), files)).toEqual([5600, 5763])
  expect(linesOf(reference(['tcp_rcv_established, tcp_rcv_state_process']), files)).toEqual([5600, 6460])
})

test('an unknown file is answered with the nearest ones', () => {
  const wrong = { ...reference(['tcp_rcv_established'], '5750'), file: 'net/ipv4/tcp_inptu.c' }
  expect(checkReference(wrong, files)).toEqual([
    'docs/a.mdx:12: the file "net/ipv4/tcp_inptu.c" is not known (nearest: "net/ipv4/tcp_input.c", "net/mptcp/mptcp_ctrl.c"); if it is right, `npm run check:lines -- TREE --write` adds it',
  ])
})

test('an unknown symbol is answered with the nearest ones, and in another file with how to add it', () => {
  expect(check(['tcp_rcv_establishd'], '5750')).toEqual([
    'docs/a.mdx:12: the symbol "tcp_rcv_establishd" is not known in net/ipv4/tcp_input.c (nearest: "tcp_rcv_established", "tcp_rcv_state_process"); if it is right, `npm run check:lines -- TREE --write` adds it',
  ])
  const own = { ...reference(['full_mesh_ad_raddr'], '1232'), file: fullmeshFile }
  expect(checkReference(own)).toEqual([
    `docs/a.mdx:12: the symbol "full_mesh_ad_raddr" is not known in ${fullmeshFile} (nearest: "full_mesh_add_raddr", "full_mesh_rem_raddr", "full_mesh_register")`,
  ])
  expect(check(['constructor'], '5750')[0]).toContain('the symbol "constructor" is not known')
})

test('an unknown symbol is reported where it is named, not where it is inherited', () => {
  const inheriting = { ...reference(['tcp_rcv_establishd'], '5750'), inherits: true } as const
  expect(checkReference(inheriting, files)).toEqual([])
})

test('a line outside of its symbol is reported, with the lines of the symbol and with the one that has it', () => {
  expect(check(['tcp_rcv_established'], '6221')).toEqual([
    'docs/a.mdx:12: line 6221 is not in tcp_rcv_established (lines 5600 to 5763), but in tcp_rcv_state_process',
  ])
  expect(check(['tcp_rcv_established', 'tcp_rcv_state_process'], '5763-5764')).toEqual([
    'docs/a.mdx:12: lines 5763-5764 are not in tcp_rcv_established (lines 5600 to 5763) or tcp_rcv_state_process (lines 6150 to 6460)',
  ])
})

test('a line behind the end of the file is reported', () => {
  expect(check(['tcp_rcv_established'], '99999')).toEqual([
    'docs/a.mdx:12: line 99999 is not in tcp_rcv_established (lines 5600 to 5763): the file ends at 6700',
  ])
})

test('a line without a symbol is reported, with the one that has it', () => {
  expect(check([], '6221')).toEqual([
    'docs/a.mdx:12: line 6221 is in no symbol that is named or inherited, but in tcp_rcv_state_process',
  ])
  expect(check([])).toEqual(['docs/a.mdx:12: neither a symbol nor lines are named'])
})

test.each(['', '0', '12a', '5750-', '5760-5750', '5750–5752', '5750, 5752'])(
  '"%s" is refused as lines',
  (at) => {
    expect(check(['tcp_rcv_established'], at)).toEqual([
      `docs/a.mdx:12: "${at}" is neither a line, like 1279, nor lines, like 1242-1354`,
    ])
  },
)
