import { Invalid } from './invalid.ts'
import { acquire, release, type Sleeping } from './lock.ts'
import type { Session } from './session.ts'

/** A worker takes the mpcb mutex, then the meta socket. Sleeps on each while somebody else has it. */
export function* lockSession({ mutex, ownership }: Session): Sleeping {
  yield* acquire(mutex)
  yield* acquire(ownership)
}

/** A worker gives both up. What was put off while it had the socket is done now. */
export function unlockSession(session: Session): void {
  releaseSock(session)
  release(session.machine, session.mutex)
}

/** A worker lets others have the session for a while: gives both locks up, offers the processor, takes them again. */
export function* yieldSession(session: Session): Sleeping {
  unlockSession(session)
  yield 'cond_resched'
  yield* lockSession(session)
}

/** release_sock(): the owner leaves, whoever it is. First the path manager catches up on what it put off. */
export function releaseSock(session: Session): void {
  if (!session.ownership.held) throw new Invalid(`nobody owns the socket of "${session.name}"`)
  if (session.deferred) runDeferred(session)
  release(session.machine, session.ownership)
}

/** The path manager's share of tcp_release_cb(). The ownership is given up before, but nobody is woken yet. */
function runDeferred(session: Session): void {
  session.deferred = false
  session.ownership.held = false
  session.machine.print(`op release_sock(${session.name})`)
  session.pathManager.releaseSock?.(session)
  session.refs.socket--
}
