import { expect, test } from 'vitest'
import { close, connect } from '../host/sessions.ts'
import { canHaveNewSubflow, hold, inInfiniteMapping, put, type Session } from './session.ts'
import { machineWith } from './test-machine.ts'

function session(): Session {
  return connect(machineWith(), 'c1', '10.0.1.1:4000', '10.9.1.1:80')
}

test('any of the three flags means a fall back; having sent one does not rule out new subflows', () => {
  const c1 = session()
  const flags = (rcv: boolean, snd: boolean, send: boolean) => {
    c1.infiniteMapping = { rcv, snd, send }
    return [inInfiniteMapping(c1), canHaveNewSubflow(c1)]
  }

  expect(flags(false, false, false)).toEqual([false, true])
  expect(flags(true, false, false)).toEqual([true, false])
  expect(flags(false, true, false)).toEqual([true, true])
  expect(flags(false, false, true)).toEqual([true, false])
})

test('a dead session can have no new subflow', () => {
  const c1 = session()

  close(c1)

  expect(canHaveNewSubflow(c1)).toBe(false)
})

test('queued work holds the socket and the control block, and gives both back', () => {
  const c1 = session()

  hold(c1)
  expect(c1.refs).toEqual({ socket: 2, control: 2 })
  put(c1)
  expect(c1.refs).toEqual({ socket: 1, control: 1 })
})
