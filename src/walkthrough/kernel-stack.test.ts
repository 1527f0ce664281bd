import { expect, test } from 'vitest'
import { callStackIn, readCallStacks } from '../../reference/call-stacks.ts'
import type { Step } from '../recorder/recording.ts'
import { kernelNames } from './build/names.ts'
import { stacksByFunction } from './build/stacks-by-function.ts'
import { examples, walk } from './build/test-walk.ts'
import { describe as tellChanges } from './describe.ts'
import { isAmong, type Kernel, kernelStack, oneName } from './kernel-stack.ts'
import { wordsIn } from './words.ts'

const { stacks, translations } = readCallStacks('.')
const kernel: Kernel = {
  names: kernelNames(examples),
  stacks: stacks.map((stack) => callStackIn('en', stack, translations)),
  byFunction: stacksByFunction,
  statements: {},
}

const inside = (fn: string) => (step: Step) => step.frames.at(-1)?.fn === fn
const show = (step: Step | undefined, chosen = new Map<string, string>()) =>
  kernelStack(step?.frames ?? [], kernel, chosen, 'IPv4')
const namesOf = ({ frames }: ReturnType<typeof show>) =>
  frames.map(({ names, isTestOrScenario, model }) =>
    isTestOrScenario ? 'test' : names ? oneName(names) : model?.fn,
  )

test('the frames before the first function of the C file are those of the kernel', async () => {
  const steps = await walk('new-session', 'initial-address-not-announced')
  const shown = show(steps.find(inside('fullMeshNewSession')))
  expect(namesOf(shown)).toEqual([
    'test',
    'tcp_v4_rcv',
    'tcp_v4_do_rcv',
    'tcp_rcv_state_process',
    'mptcp_update_metasocket',
    'full_mesh_new_session',
  ])
  expect(shown.contexts).toEqual(['softirq'])
  expect(shown.frames.at(-1)).toMatchObject({ file: 'net/mptcp/mptcp_fullmesh.c', line: 1242 })
})

test('another call stack can be chosen; those of the passive opener are not among them', async () => {
  const steps = await walk('new-session', 'initial-address-not-announced')
  const step = steps.find(inside('fullMeshNewSession'))
  const [choice] = show(step).choices
  expect(choice?.stacks.every(({ summary }) => summary.startsWith('Active opener'))).toBe(true)
  const chosen = new Map([[choice?.key ?? '', 'new_session-09']])
  expect(namesOf(show(step, chosen))[1]).toBe('tcp_sendmsg')
  const passive = await walk('new-session', 'server-announces-addresses')
  expect(show(passive.find(inside('fullMeshNewSession'))).choices[0]?.chosen).toBe('new_session-12')
})

test('between two functions of the C file are the functions through which one calls the other', async () => {
  const steps = await walk('new-session', 'initial-address-not-announced')
  const names = namesOf(show(steps.find(inside('fullMeshAddrSignal'))))
  expect(names.slice(names.indexOf('full_mesh_new_session'))).toEqual([
    'full_mesh_new_session',
    'tcp_send_ack',
    '__tcp_send_ack',
    '__tcp_transmit_skb',
    'tcp_established_options',
    'mptcp_established_options',
    'full_mesh_addr_signal',
  ])
})

test('a worker runs in the workqueue', async () => {
  const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
  const shown = show(steps.find(inside('createSubflowWorker')))
  expect(namesOf(shown)).toEqual(['test', 'worker_thread', 'process_one_work', 'create_subflow_worker'])
  expect(shown.contexts).toEqual(['workqueue'])
})

test('a device that comes up has the frames of the kernel; there is no call stack of one that goes down', async () => {
  const steps = await walk('apply-to-sessions', 'wifi-return-new-id')
  const namesWithin = (fn: string) =>
    namesOf(
      show(
        steps.find(
          ({ frames }) => frames.some((frame) => frame.fn === fn) && frames.at(-1)?.fn === 'netdevEvent',
        ),
      ),
    )
  expect(namesWithin('bringUp').slice(0, 2)).toEqual(['test', 'dev_open'])
  expect(namesWithin('bringDown')).toEqual(['test', 'netdev_event'])
})

test('every key of `stacksByFunction` is a function of the model, and its call stacks exist', () => {
  const sources = [...examples.sources.values()].join('\n')
  const isThere = (fn: string) => new RegExp(`^(export )?function\\*? ${fn}\\(`, 'm').test(sources)
  expect(Object.keys(stacksByFunction).filter((fn) => !isThere(fn))).toEqual([])
  const isKnown = (id: string) => stacks.some((stack) => isAmong(stack.id, [id]))
  expect(
    Object.values(stacksByFunction)
      .flat()
      .filter((id) => !isKnown(id)),
  ).toEqual([])
})

test('the names of twins are joined', () => {
  expect(oneName(['mptcp_addv4_raddr', 'mptcp_addv6_raddr'])).toBe('mptcp_addv{4,6}_raddr')
  expect(oneName(['sock_hold', 'refcount_inc'])).toBe('sock_hold / refcount_inc')
  expect(oneName(['tcp_send_ack'])).toBe('tcp_send_ack')
})

test('changes have the names of the C file', async () => {
  const steps = await walk('retry-subflow-worker', 'route-appears-in-time')
  const told = steps.flatMap((step) =>
    tellChanges(step, wordsIn('en')).map(({ what, from, to }) => ({ what, from, to })),
  )
  expect(told).toContainEqual({
    what: 'c1: remaddr4[0].retry_bitfield',
    from: '0b00000100',
    to: '0b00000000',
  })
  expect(told.every(({ what, to }) => !/undefined|NaN|\[object/.test(what + to))).toBe(true)
})
