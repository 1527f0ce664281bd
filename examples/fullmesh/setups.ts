import {
  accept,
  connect,
  establish,
  type SessionOptions,
} from '../host/sessions.ts'
import {
  fail,
  finishHandshake,
  receiveFourthAck,
} from '../host/subflows.ts'
import { drain } from '../host/time.ts'
import { type Machine, routeKey } from '../kernel/machine.ts'
import type { Session } from '../kernel/session.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { boot } from './boot.ts'

/*
 * Situations that several test files start from. Like `boot`, each function
 * empties the log before it returns, and is one step of a walkthrough.
 */

/** A host, and its session c1, of which it is the client. */
export interface Client {
  machine: Machine
  c1: Session
}

/** A host, and its session s1, of which it is the server. */
export interface Server {
  machine: Machine
  s1: Session
}

/**
 * c1 has one subflow, c1/0 from 10.0.1.1, which is fully established. The
 * host also has 10.0.2.1 on wlan0: the worker that will open a subflow from
 * there is queued.
 */
export function queuedWorker(): Client {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  establish(c1)
  machine.log.length = 0
  return { machine, c1 }
}

/**
 * c1 has two subflows, c1/0 from 10.0.1.1 on eth0 and c1/1 from 10.0.2.1 on
 * wlan0. Both are fully established.
 */
export function twoSubflows(): Client {
  const { machine, c1 } = queuedWorker()
  drain(machine)
  finishHandshake(subflowNumbered(c1, 1))
  receiveFourthAck(subflowNumbered(c1, 1))
  machine.log.length = 0
  return { machine, c1 }
}

/**
 * There is no route from 10.0.2.1 to the peer of c1: the subflow c1/1 has
 * just failed, and a retry is armed for 1000 ms from now.
 */
export function armedRetry(): Client {
  const { machine, c1 } = queuedWorker()
  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -101) // ENETUNREACH
  drain(machine)
  machine.log.length = 0
  return { machine, c1 }
}

/**
 * The only subflow of s1 was reset, so nothing can be sent until the peer
 * joins again. All addresses are on eth0; s1 began on the first of them,
 * 10.0.1.1, and has announced the others.
 */
export function sessionWithoutSubflow(
  addresses: string[] = ['10.0.1.1'],
  options: SessionOptions = {},
): Server {
  const machine = boot({ eth0: addresses })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000', options)
  fail(subflowNumbered(s1, 0), 'ECONNRESET')
  drain(machine)
  machine.log.length = 0
  return { machine, s1 }
}
