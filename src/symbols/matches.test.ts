import { expect, test } from 'vitest'
import { matches } from './matches.ts'

const addRaddr = { names: ['full_mesh_add_raddr', 'addRaddr'], lines: [1330, 1357] } as const

test.each(['raddr', 'ADD_RADDR', 'add raddr', 'addraddr', ' ａｄｄ＿ｒａｄｄｒ', '1330', '1340', '1357', ''])(
  '"%s" leaves add_raddr',
  (typed) => {
    expect(matches(addRaddr, typed)).toBe(true)
  },
)

test.each(['1329', '1358', '重试', 'raddr add', '134'])('"%s" does not', (typed) => {
  expect(matches(addRaddr, typed)).toBe(false)
})

test('a space in a name is found as it is written', () => {
  expect(matches({ names: ['struct mptcp_fm_ns'], lines: [86, 93] }, 'struct mptcp')).toBe(true)
})

test('a part of a name in TypeScript is found as it is written in C', () => {
  expect(matches({ names: ['initSubsockets'], lines: [1, 1] }, 'init_sub')).toBe(true)
})
