import { expect, test } from 'vitest'
import { ownSock } from '../host/sessions.ts'
import { sessionWithTwo } from '../host/test-session.ts'
import { drain } from '../host/time.ts'
import type { Session } from './session.ts'
import { releaseSock } from './session-lock.ts'
import { forceClose, reinjectData } from './subflow.ts'

function names({ subflows }: Session): string[] {
  return subflows.map(({ name }) => name)
}

test('the list has the newest subflow first', () => {
  expect(names(sessionWithTwo().session)).toEqual(['s1/1', 's1/0'])
})

test('a subflow is closed at once and removed from the list by a work item; the op runs before that', () => {
  const { machine, session, joined } = sessionWithTwo()

  forceClose(joined)
  expect(joined.state).toBe('CLOSE')
  expect(names(session)).toEqual(['s1/1', 's1/0'])
  drain(machine)

  expect(names(session)).toEqual(['s1/0'])
  expect(machine.log).toEqual([
    '[0] close s1/1',
    '[0] queue sub_close(s1/1)',
    '[0] run sub_close(s1/1)',
    '[0] bye s1/1, listed 2, master s1/0',
    '[0] gone s1/1',
    '[0] done sub_close(s1/1)',
  ])
})

test('when the initial subflow is gone the session goes on without a master', () => {
  const { machine, session, master } = sessionWithTwo()

  forceClose(master)
  drain(machine)

  expect(machine.log).toContain('[0] bye s1/0, listed 2, master s1/0')
  expect(session.master).toBeUndefined()
})

test('closing needs the socket: while a process owns it, the subflow stays in the list', () => {
  const { machine, session, joined } = sessionWithTwo()
  ownSock(session)

  forceClose(joined)
  drain(machine)
  expect(machine.log.at(-1)).toBe('[0] block sub_close(s1/1)')
  expect(names(session)).toContain('s1/1')

  releaseSock(session)
  drain(machine)
  expect(names(session)).toEqual(['s1/0'])
})

test('closing a subflow twice prints two lines and removes it once', () => {
  const { machine, session, joined } = sessionWithTwo()

  forceClose(joined)
  forceClose(joined)
  drain(machine)
  forceClose(joined)

  expect(machine.log.filter((line) => /close s|gone/.test(line))).toEqual([
    '[0] close s1/1',
    '[0] close s1/1',
    '[0] gone s1/1',
    '[0] close s1/1',
  ])
  expect(session.subflows).toHaveLength(1)
})

test('a subflow whose data is sent elsewhere counts as potentially failed', () => {
  const { machine, joined } = sessionWithTwo()

  reinjectData(joined)

  expect(joined.pf).toBe(true)
  expect(machine.log).toEqual(['[0] reinject s1/1'])
})
