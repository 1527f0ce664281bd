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

/** The ops of a path manager: `struct mptcp_pm_ops`. The kernel skips an op that is not there. */
export interface PathManager {
  readonly name: string
  /** The handshake is complete, and the initial subflow exists. The meta socket is locked. */
  newSession?(session: Session): void
  /** The owner releases the meta socket, and the deferred flag is set. */
  releaseSock?(session: Session): void
  /** The initial subflow is fully established. */
  fullyEstablished?(session: Session): void
  /** The list of the peer's addresses changed. */
  newRemoteAddress?(session: Session): void
  /** The id of a local address that the peer joins; undefined refuses the join. */
  getLocalId(session: Session, address: string): LocalId | undefined
  /** A segment is being built; the op can add ADD_ADDR and REMOVE_ADDR to its options. */
  addrSignal?(subflow: Subflow, options: OutgoingOptions, segment: Segment): void
  /** The peer announced an address. The port is 0 if the option has none. */
  addRaddr?(session: Session, address: string, port: number, id: number): void
  /** The peer withdrew the address with this id. */
  remRaddr?(session: Session, id: number): void
  /** A subflow is being deleted; it is still in the list. */
  deleteSubflow?(subflow: Subflow): void
}

/** The default path manager: every address has id 0, and there is no other op. */
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

/** mptcp_fallback_default(): the session gets the default path manager, for good. */
export function fallBackToDefault(session: Session): void {
  session.pathManager = defaultPathManager
  session.machine.print(`fallback ${session.name} to ${defaultPathManager.name}`)
}
