import { Invalid } from './invalid.ts'
import { acquire, release, type Sleeping } from './lock.ts'
import type { Session } from './session.ts'

/** Takes the mpcb mutex, then the lock of the meta socket, in a worker. Sleeps while either is held. */
export function* lockSession({ mutex, ownership }: Session): Sleeping {
  yield* acquire(mutex)
  yield* acquire(ownership)
}

/** Releases both locks, in a worker. Deferred address events are handled first. */
export function unlockSession(session: Session): void {
  releaseSock(session)
  release(session.machine, session.mutex)
}

/** Releases both locks, calls cond_resched(), and takes the locks again, in a worker. */
export function* yieldSession(session: Session): Sleeping {
  unlockSession(session)
  yield 'cond_resched'
  yield* lockSession(session)
}

/** release_sock(): releases the meta socket. If the deferred flag is set, the path manager runs first. */
export function releaseSock(session: Session): void {
  if (!session.ownership.held) throw new Invalid(`the socket of "${session.name}" is not owned`)
  if (session.deferred) runDeferred(session)
  release(session.machine, session.ownership)
}

/** The path manager's part of tcp_release_cb(). The socket is no longer owned; waiting workers are woken afterwards. */
function runDeferred(session: Session): void {
  session.deferred = false
  session.ownership.held = false
  session.machine.print(`op release_sock(${session.name})`)
  session.pathManager.releaseSock?.(session)
  session.refs.socket--
}
