import { createFaults, type Faults } from './faults.ts'
import { Fifo } from './fifo.ts'
import { LIMITS, LimitReached } from './limits.ts'
import type { Sleeping } from './lock.ts'
import type { KernelModule } from './module.ts'
import { createNamespace, type Namespace } from './namespace.ts'
import type { NetDevice } from './netdevice.ts'
import { createNotifierChains, type NotifierChains } from './notifier.ts'
import type { PathManager } from './path-manager.ts'
import type { PernetOperations } from './pernet.ts'
import type { Sent } from './sent.ts'
import type { Session } from './session.ts'
import type { AnyWork } from './workqueue.ts'

/** A worker that has started: its work item, and its remaining steps. */
export interface Coroutine {
  work: AnyWork
  steps: Sleeping
}

/** `mptcp_wq`: the work items that can run now, and those whose timer is armed. */
interface Workqueue {
  /** Workers that slept and were woken, oldest first; they run before all others. */
  readonly woken: Fifo<Coroutine>
  /** Queued items, oldest first. */
  readonly ready: Fifo<AnyWork>
  /** Delayed items by due time in ms; those of one time, in the order in which their timers were armed. */
  readonly timers: Map<number, AnyWork[]>
}

/**
 * The kernel around the path manager, as far as `mptcp_fullmesh.c` depends on it. Where the kernel does not define an
 * order, the model fixes one. Only `advance` moves the clock.
 */
export interface Machine {
  /** Milliseconds since the machine was made; jiffies, at HZ=1000. */
  now: number
  /** Every observable effect, a line each, in order: `[500] ack c1/0: DSS size=20`. */
  readonly log: string[]
  /** Every segment that was sent, oldest first. The log has a line for each. */
  readonly sent: Sent[]
  /** Adds a line to the log, with the time in front. */
  print(event: string): void
  readonly workqueue: Workqueue
  /** Called at each cond_resched(). Does nothing unless a test or a scenario sets it. */
  onCondResched: () => void
  /** By name, oldest first; `init` is always there. */
  readonly namespaces: Map<string, Namespace>
  readonly pernet: Set<PernetOperations>
  /** By name, over all namespaces, in order of creation. */
  readonly devices: Map<string, NetDevice>
  /** The interface index of the next device. */
  nextIfindex: number
  readonly notifiers: NotifierChains
  /** Negative errors of routes, by {@link routeKey}; a route that is not listed works. */
  readonly routeErrors: Map<string, number>
  /** Every session, closed ones included, by name. */
  readonly sessions: Map<string, Session>
  /** The token table, oldest first: the sessions that are not dead. */
  readonly tokens: Set<Session>
  /** Loaded modules, in order of loading. */
  readonly modules: Set<KernelModule>
  /** Module parameters that were set, by name. They stay when the module is unloaded. */
  readonly moduleParameters: Map<string, number>
  /** Registered path managers, oldest first. */
  readonly pathManagers: Set<PathManager>
  readonly faults: Faults
}

/** A machine after boot, with one namespace, no device and no module. */
export function createMachine(): Machine {
  const log: string[] = []
  const machine: Machine = {
    now: 0,
    log,
    sent: [],
    print: (event) => {
      if (log.length >= LIMITS.lines) throw new LimitReached(`the log has ${LIMITS.lines} lines`)
      // join() copies into one string. A template would keep the pieces, which takes twice the memory.
      log.push(['[', machine.now, '] ', event].join(''))
    },
    workqueue: { woken: new Fifo(), ready: new Fifo(), timers: new Map() },
    onCondResched: () => {},
    namespaces: new Map(),
    pernet: new Set(),
    devices: new Map(),
    nextIfindex: 2, // 1 is the loopback device
    notifiers: createNotifierChains(),
    routeErrors: new Map(),
    sessions: new Map(),
    tokens: new Set(),
    modules: new Set(),
    moduleParameters: new Map(),
    pathManagers: new Set(),
    faults: createFaults(),
  }
  createNamespace(machine, 'init')
  return machine
}

/** The key in {@link Machine.routeErrors} of the route from a source to a destination address. */
export function routeKey(source: string, destination: string): string {
  return `${source} ${destination}`
}
