import type { Errno } from './errno.ts'
import { unknown } from './invalid.ts'
import { LIMITS, LimitReached } from './limits.ts'
import type { Sleeping } from './lock.ts'
import type { Session } from './session.ts'
import { lockSession, unlockSession } from './session-lock.ts'
import type { Socket } from './socket.ts'
import { queueWork, Work } from './workqueue.ts'

/** What decides at birth what a subflow is like. */
export interface SubflowInit extends Socket {
  state: 'SYN_SENT' | 'ESTABLISHED' | 'CLOSE'
  /** `loc_id`: the id of its local address; 0 on the initial subflow. */
  readonly localId: number
  /** `rem_id` */
  readonly remoteId: number
  /** To be used only when no other subflow works. */
  lowPrio: boolean
}

/** One TCP connection of a session: its socket, and the `struct mptcp_tcp_sock` that C keeps beside it. */
export interface Subflow extends SubflowInit {
  readonly session: Session
  /** `c1/0` for the first subflow of c1. */
  readonly name: string
  /** An MP_PRIO is to be sent. */
  sendMpPrio: boolean
  /** Potentially failed: not to be used until something arrives on it. */
  pf: boolean
  /** A join that waits for the fourth ACK. */
  preEstablished: boolean
  fullyEstablished: boolean
  /** `mptcp->sk_err`: why it ended. */
  error: Errno | undefined
  /** SOCK_DEAD: it is in no list any more. */
  dead: boolean
  /** The item that will take it out of the list, once there is one. */
  closeWork: Work<Subflow> | undefined
  /** Smoothed round-trip time, in microseconds. */
  srtt: number
  /** How long nothing was received, in ms; it does not grow by itself. */
  idle: number
}

/** mptcp_add_sock(): makes a subflow and puts it at the head of the session's list. */
export function addSubflow(session: Session, init: SubflowInit): Subflow {
  if (session.subflows.length >= LIMITS.subflows)
    throw new LimitReached(`"${session.name}" has ${LIMITS.subflows} subflows, and wants another`)
  const subflow: Subflow = {
    state: init.state,
    family: init.family,
    source: init.source,
    destination: init.destination,
    destinationPort: init.destinationPort,
    boundDevice: init.boundDevice,
    localId: init.localId,
    remoteId: init.remoteId,
    lowPrio: init.lowPrio,
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

/** The subflow with this number, the master having 0, unless it is gone. */
export function subflowNumbered(session: Session, number: number): Subflow {
  const name = `${session.name}/${number}`
  const subflow = session.subflows.find((other) => other.name === name)
  if (!subflow) throw unknown('subflow', name, session.subflows.map((other) => other.name).reverse())
  return subflow
}

/**
 * mptcp_reinject_data(), as far as a path manager can tell: what was sent on this subflow is sent again on
 * others, and this one counts as potentially failed.
 */
export function reinjectData(subflow: Subflow): void {
  subflow.session.machine.print(`reinject ${subflow.name}`)
  subflow.pf = true
}

/** mptcp_sub_force_close(): the subflow is closed at once, and without a word to the peer. */
export function forceClose(subflow: Subflow): void {
  subflow.session.machine.print(`close ${subflow.name}`)
  if (subflow.dead) return
  subflow.state = 'CLOSE'
  scheduleClose(subflow)
}

export function scheduleClose(subflow: Subflow): void {
  subflow.closeWork ??= new Work(`sub_close(${subflow.name})`, closeSubflow, subflow)
  queueWork(subflow.session.machine, subflow.closeWork)
}

/** mptcp_sub_close_wq(): takes a closed subflow out of its session. Sleeps on the mpcb mutex and the socket lock. */
function* closeSubflow(subflow: Subflow): Sleeping {
  const { session } = subflow
  yield* lockSession(session)
  if (!subflow.dead) {
    subflow.dead = true
    // The path manager still finds the subflow in the list, and the master if it is the master.
    session.pathManager.deleteSubflow?.(subflow)
    session.subflows.splice(session.subflows.indexOf(subflow), 1)
    session.machine.print(`gone ${subflow.name}`)
    if (session.master === subflow) session.master = undefined
  }
  unlockSession(session)
}
