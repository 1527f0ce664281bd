import { registerNamed } from './faults.ts'
import type { Machine } from './machine.ts'
import type { OutgoingOptions, Segment } from './options.ts'
import type { Session } from './session.ts'
import type { Subflow } from './subflow.ts'

/** The address id a path manager gives to a local address, and whether that address is for backup. */
export interface LocalId {
  /** 0 to 15. */
  id: number
  lowPrio: boolean
}

/** What a path manager can do: `struct mptcp_pm_ops`. The kernel calls an op that is there, and goes on without one that isn't. */
export interface PathManager {
  readonly name: string
  /** The handshake is over; the initial subflow is there. Meta socket locked. */
  newSession?(session: Session): void
  /** The meta socket's owner lets go of it, and something was put off meanwhile. */
  releaseSock?(session: Session): void
  /** The initial subflow is known to work both ways. */
  fullyEstablished?(session: Session): void
  /** The list of the peer's addresses changed. */
  newRemoteAddress?(session: Session): void
  /** Which id a local address has; undefined refuses the join that asked. */
  getLocalId(session: Session, address: string): LocalId | undefined
  /** A segment is being built: add ADD_ADDR and REMOVE_ADDR to its options. */
  addrSignal?(subflow: Subflow, options: OutgoingOptions, segment: Segment): void
  /** The peer announced an address. Port 0: none was given. */
  addRaddr?(session: Session, address: string, port: number, id: number): void
  /** The peer withdrew the address with this id. */
  remRaddr?(session: Session, id: number): void
  /** A subflow goes away; it is still in the list. */
  deleteSubflow?(subflow: Subflow): void
}

/** The path manager that does nothing: one id for every address, and no other op. */
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

/** mptcp_fallback_default(): the session gets the default path manager, and nothing ever gives it back. */
export function fallBackToDefault(session: Session): void {
  session.pathManager = defaultPathManager
  session.machine.print(`fallback ${session.name} to ${defaultPathManager.name}`)
}
