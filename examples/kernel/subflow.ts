import type { Errno } from './errno.ts'
import { unknown } from './invalid.ts'
import { LIMITS, LimitReached } from './limits.ts'
import type { Sleeping } from './lock.ts'
import type { Session } from './session.ts'
import { lockSession, unlockSession } from './session-lock.ts'
import type { Socket } from './socket.ts'
import { queueWork, Work } from './workqueue.ts'

/** The arguments of a new subflow. */
export interface SubflowInit extends Socket {
  state: 'SYN_SENT' | 'ESTABLISHED' | 'CLOSE'
  /** `loc_id`: the id of its local address, 0 to 15; 0 on the initial subflow. */
  readonly localId: number
  /** `rem_id`: the id of its remote address, 0 to 255; 0 on the initial subflow. */
  readonly remoteId: number
  /** The backup flag: the subflow is used only if no other subflow works. */
  lowPrio: boolean
}

/** A TCP connection of a session: its socket, and its `struct mptcp_tcp_sock`. */
export interface Subflow extends SubflowInit {
  readonly session: Session
  /** `c1/0` for the first subflow of c1. */
  readonly name: string
  /** `send_mp_prio`: an MP_PRIO is pending. */
  sendMpPrio: boolean
  /** Whether it has potentially failed, and is not used until a segment arrives on it. */
  pf: boolean
  /** `pre_established`: whether it was joined and waits for the fourth ACK. */
  preEstablished: boolean
  /** `fully_established`: whether the peer has confirmed MPTCP on it. */
  fullyEstablished: boolean
  /** `mptcp->sk_err`: the error that ended it. */
  error: Errno | undefined
  /** SOCK_DEAD: removed from the list. */
  dead: boolean
  /** The work item that removes it from the list; undefined before it is closed. */
  closeWork: Work<Subflow> | undefined
  /** Smoothed round-trip time, in µs. */
  srtt: number
  /** The time since the last segment arrived, in ms. A test or a scenario sets it; the clock does not. */
  idle: number
}

/** mptcp_add_sock(): adds a subflow at the head of the session's list. @throws LimitReached if there are too many */
export function addSubflow(session: Session, init: SubflowInit): Subflow {
  if (session.subflows.length >= LIMITS.subflows)
    throw new LimitReached(`"${session.name}" has ${LIMITS.subflows} subflows, and opens another`)
  const subflow: Subflow = {
    ...init,
    session,
    name: `${session.name}/${session.subflowCount++}`,
    sendMpPrio: false,
    pf: false,
    preEstablished: false,
    fullyEstablished: false,
    error: undefined,
    dead: false,
    closeWork: undefined,
    srtt: 10_000,
    idle: 0,
  }
  session.subflows.unshift(subflow)
  return subflow
}

/** The subflow with this number; the initial subflow has 0. @throws Invalid if it is not in the list */
export function subflowNumbered(session: Session, number: number): Subflow {
  const name = `${session.name}/${number}`
  const subflow = session.subflows.find((other) => other.name === name)
  if (!subflow) throw unknown('subflow', name, session.subflows.map((other) => other.name).reverse())
  return subflow
}

/**
 * mptcp_reinject_data(): sends the data of this subflow again on others, and marks this subflow as potentially failed.
 * The data itself is not modelled, only the line of the log.
 */
export function reinjectData(subflow: Subflow): void {
  subflow.session.machine.print(`reinject ${subflow.name}`)
  subflow.pf = true
}

/** mptcp_sub_force_close(): closes the subflow at once, without sending. */
export function forceClose(subflow: Subflow): void {
  subflow.session.machine.print(`close ${subflow.name}`)
  if (subflow.dead) return
  subflow.state = 'CLOSE'
  scheduleClose(subflow)
}

/** Queues the work that removes a closed subflow from its session. */
export function scheduleClose(subflow: Subflow): void {
  subflow.closeWork ??= new Work(`sub_close(${subflow.name})`, closeSubflow, subflow)
  queueWork(subflow.session.machine, subflow.closeWork)
}

/** mptcp_sub_close_wq(): removes a closed subflow from its session. Sleeps on the mpcb mutex and the socket lock. */
function* closeSubflow(subflow: Subflow): Sleeping {
  const { session } = subflow
  yield* lockSession(session)
  if (!subflow.dead) {
    subflow.dead = true
    // The op runs while the subflow is in the list, and before the session loses its master.
    session.pathManager.deleteSubflow?.(subflow)
    session.subflows.splice(session.subflows.indexOf(subflow), 1)
    session.machine.print(`gone ${subflow.name}`)
    if (session.master === subflow) session.master = undefined
  }
  unlockSession(session)
}
