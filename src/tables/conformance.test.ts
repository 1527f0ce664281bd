import { expect, test } from 'vitest'
import type { Markup } from '../notes/markup.ts'
import { conformance, replayFiles } from './conformance.ts'

const recording = `# a comment
link add eth0
----

addr add 10.0.1.1 dev eth0
----

insmod
----
[0] register pernet
[0] proc_create mptcp_fullmesh
[0] register inetaddr
[0] register netdevice
[0] queue address_worker(init) +500
[0] register inet6addr
[0] register path_manager
[0] insmod = 0

advance 500
----
[500] run address_worker(init)
[500] done address_worker(init)

`

test('recordings are replayed, and counted by kind, command and what happens in them', () => {
  const report = replayFiles([
    { name: 'quirk-a.txt', text: recording },
    { name: 'random/v4-00001.txt', text: recording },
    { name: 'random/v4-00002.txt', text: recording },
  ])
  expect(report.problems).toEqual([])
  expect(report.cases).toEqual([{ name: 'quirk-a', scenarios: 1, commands: 4, lines: 10 }])
  expect(report.families).toEqual([{ name: 'v4', scenarios: 2, commands: 8, lines: 20 }])
  expect(report.commands).toContainEqual({ name: 'insmod', scenarios: 3, uses: 3 })
  expect(report.matches.at(-1)).toBe(3)
})

test('a difference is reported by file and line, with what was recorded and what came', () => {
  const { problems } = replayFiles([{ name: 'a.txt', text: recording.replace('insmod = 0', 'insmod = -12') }])
  expect(problems).toEqual([
    'examples/scenario/scenarios/a.txt:17: recorded "[0] insmod = -12", the model prints "[0] insmod = 0"',
  ])
})

test('a file that is no scenario is reported by file and line', () => {
  const { problems } = replayFiles([{ name: 'a.txt', text: 'insmod\n[0] insmod = 0\n' }])
  expect(problems).toEqual([
    'examples/scenario/scenarios/a.txt:2: expected "----" after the command "insmod", found "[0] insmod = 0"',
  ])
})

test('the report says how many scenarios were replayed', () => {
  const text = (node: Markup): string => node.value ?? (node.children ?? []).map(text).join('')
  const [first] = conformance(replayFiles([{ name: 'a.txt', text: recording }]), 'en')
  expect(first && text(first)).toBe(
    'The build of this page replayed all 1 scenarios: 4 commands, 10 lines of output, and no difference.',
  )
})
