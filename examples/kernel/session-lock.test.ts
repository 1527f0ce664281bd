import { expect, test } from 'vitest'
import { connect, ownSock } from '../host/sessions.ts'
import { drain } from '../host/time.ts'
import type { Session } from './session.ts'
import { lockSession, releaseSock, unlockSession, yieldSession } from './session-lock.ts'
import { machineWith } from './test-machine.ts'
import { queueWork, Work } from './workqueue.ts'

/** A machine, a session, and a work item whose worker takes the locks of the session twice. */
function sessionWithWorker() {
  const machine = machineWith({ releaseSock: () => machine.print('caught up') })
  const session = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  function* worker(): Generator<never> {
    yield* lockSession(session) as Generator<never>
    machine.print('one')
    yield* yieldSession(session) as Generator<never>
    machine.print('two')
    unlockSession(session)
  }
  machine.log.length = 0
  return { machine, session, work: new Work('w', worker, undefined) }
}

function isFree({ mutex, ownership }: Session): boolean {
  return !mutex.held && !ownership.held
}

test('a worker holds the mutex and the socket, and leaves both free', () => {
  const { machine, session, work } = sessionWithWorker()

  queueWork(machine, work)
  drain(machine)

  expect(machine.log.slice(1)).toEqual(['[0] run w', '[0] one', '[0] two', '[0] done w'])
  expect(isFree(session)).toBe(true)
})

test('a worker that finds the socket owned sleeps on it, and holds the mutex', () => {
  const { machine, session, work } = sessionWithWorker()
  ownSock(session)

  queueWork(machine, work)
  drain(machine)
  expect(machine.log.at(-1)).toBe('[0] block w')
  expect(session.mutex.held).toBe(true)

  releaseSock(session)
  drain(machine)
  expect(machine.log.slice(3)).toEqual(['[0] resume w', '[0] one', '[0] two', '[0] done w'])
})

test('a worker releases both locks when it calls cond_resched(), so a process can own the socket then', () => {
  const { machine, session, work } = sessionWithWorker()
  machine.onCondResched = () => ownSock(session)

  queueWork(machine, work)
  drain(machine)

  expect(machine.log.slice(2)).toEqual(['[0] one', '[0] block w'])
})

test('deferred events are handled by the process or worker that releases the socket, before another can take it', () => {
  const { machine, session } = sessionWithWorker()
  ownSock(session)
  session.deferred = true
  session.refs.socket++

  releaseSock(session)

  expect(machine.log).toEqual(['[0] op release_sock(c1)', '[0] caught up'])
  expect(session).toMatchObject({ deferred: false, refs: { socket: 1, control: 1 } })
  expect(isFree(session)).toBe(true)
})

test('nothing is done twice: without a mark, a release is silent', () => {
  const { machine, session } = sessionWithWorker()

  ownSock(session)
  releaseSock(session)

  expect(machine.log).toEqual([])
})

test('a socket is owned once and released once', () => {
  const { session } = sessionWithWorker()

  expect(() => releaseSock(session)).toThrow('the socket of "c1" is not owned')
  ownSock(session)
  expect(() => ownSock(session)).toThrow('the socket of "c1" is owned already')

  expect(session.ownership.held).toBe(true)
})
