import { registerNamed } from './faults.ts'
import type { Machine } from './machine.ts'
import type { OutgoingOptions, Segment } from './options.ts'
import type { Session } from './session.ts'
import type { Subflow } from './subflow.ts'

/** The address id of a local address, and its backup flag. */
export interface LocalId {
  /** 0 to 15. */
  id: number
  lowPrio: boolean
}

/** The ops of a path manager: `struct mptcp_pm_ops`. The kernel does not call an op that is not defined. */
export interface PathManager {
  readonly name: string
  /** The handshake is complete, and the initial subflow exists. The meta socket is locked. */
  newSession?(session: Session): void
  /** The process or worker that owns the meta socket releases it, and the deferred flag is set. */
  releaseSock?(session: Session): void
  /** The initial subflow is fully established. */
  fullyEstablished?(session: Session): void
  /** The list of the peer's addresses changed. */
  newRemoteAddress?(session: Session): void
  /** Returns the id of a local address that the peer joins, or undefined to refuse the join. */
  getLocalId(session: Session, address: string): LocalId | undefined
  /** A segment is being built; the op can add ADD_ADDR and REMOVE_ADDR to its options. */
  addrSignal?(subflow: Subflow, options: OutgoingOptions, segment: Segment): void
  /** The peer announced an address. The port is 0 if the option has none. */
  addRaddr?(session: Session, address: string, port: number, id: number): void
  /** The peer withdrew the address with this id. */
  remRaddr?(session: Session, id: number): void
  /** A subflow is being deleted, and is still in the list. */
  deleteSubflow?(subflow: Subflow): void
}

/** The default path manager. Its only op gives every address the id 0. */
export const defaultPathManager: PathManager = {
  name: 'default',
  getLocalId: () => ({ id: 0, lowPrio: false }),
}

/** mptcp_register_path_manager(). @returns 0 or a negative error */
export function registerPathManager(machine: Machine, pathManager: PathManager): number {
  const error = registerNamed(machine, 'path_manager')
  if (error === 0) machine.pathManagers.add(pathManager)
  return error
}

/** mptcp_unregister_path_manager() */
export function unregisterPathManager(machine: Machine, pathManager: PathManager): void {
  machine.print('unregister path_manager')
  machine.pathManagers.delete(pathManager)
}

/** mptcp_fallback_default(): the session permanently gets the default path manager. */
export function fallBackToDefault(session: Session): void {
  session.pathManager = defaultPathManager
  session.machine.print(`fallback ${session.name} to ${defaultPathManager.name}`)
}
