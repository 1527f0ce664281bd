import type { Errno } from './errno.ts'
import { unknown } from './invalid.ts'
import { LIMITS, LimitReached } from './limits.ts'
import type { Sleeping } from './lock.ts'
import type { Session } from './session.ts'
import { lockSession, unlockSession } from './session-lock.ts'
import type { Socket } from './socket.ts'
import { queueWork, Work } from './workqueue.ts'

/** What is given when a subflow is added. */
export interface SubflowInit extends Socket {
  state: 'SYN_SENT' | 'ESTABLISHED' | 'CLOSE'
  /** `loc_id`: the id of its local address; 0 on the initial subflow. */
  readonly localId: number
  /** `rem_id` */
  readonly remoteId: number
  /** The backup flag: it is used only if no other subflow works. */
  lowPrio: boolean
}

/** One TCP connection of a session: its socket, and the `struct mptcp_tcp_sock` that C keeps beside it. */
export interface Subflow extends SubflowInit {
  readonly session: Session
  /** `c1/0` for the first subflow of c1. */
  readonly name: string
  /** `send_mp_prio`: an MP_PRIO is pending. */
  sendMpPrio: boolean
  /** Potentially failed: not used until a segment arrives on it. */
  pf: boolean
  /** `pre_established`: joined, and waiting for the fourth ACK. */
  preEstablished: boolean
  fullyEstablished: boolean
  /** `mptcp->sk_err`: the error that ended it. */
  error: Errno | undefined
  /** SOCK_DEAD: removed from the list. */
  dead: boolean
  /** The work item that removes it from the list; undefined until it is closed. */
  closeWork: Work<Subflow> | undefined
  /** Smoothed round-trip time, in microseconds. */
  srtt: number
  /** The time since the last segment arrived, in ms. A test or a scenario sets it; the clock does not. */
  idle: number
}

/** mptcp_add_sock(): adds a subflow at the head of the session's list. @throws LimitReached if the list is full */
export function addSubflow(session: Session, init: SubflowInit): Subflow {
  if (session.subflows.length >= LIMITS.subflows)
    throw new LimitReached(`"${session.name}" has ${LIMITS.subflows} subflows, and opens another`)
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

/** The subflow with this number; the initial subflow has 0. @throws Invalid if it is gone */
export function subflowNumbered(session: Session, number: number): Subflow {
  const name = `${session.name}/${number}`
  const subflow = session.subflows.find((other) => other.name === name)
  if (!subflow) throw unknown('subflow', name, session.subflows.map((other) => other.name).reverse())
  return subflow
}

/**
 * mptcp_reinject_data(): the data of this subflow is sent again on others, and this subflow counts as potentially
 * failed. Of the data, only the line of the log is modelled.
 */
export function reinjectData(subflow: Subflow): void {
  subflow.session.machine.print(`reinject ${subflow.name}`)
  subflow.pf = true
}

/** mptcp_sub_force_close(): closes the subflow at once, and sends nothing. */
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
    // The op runs while the subflow is in the list, and while the initial subflow is still the master.
    session.pathManager.deleteSubflow?.(subflow)
    session.subflows.splice(session.subflows.indexOf(subflow), 1)
    session.machine.print(`gone ${subflow.name}`)
    if (session.master === subflow) session.master = undefined
  }
  unlockSession(session)
}
