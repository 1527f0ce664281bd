import { type Endpoint, familyOf, parseEndpoint } from '../kernel/inet.ts'
import { Invalid } from '../kernel/invalid.ts'
import { expectRoom } from '../kernel/limits.ts'
import { OPTION_SPACE } from '../kernel/options.ts'
import type { LocalId } from '../kernel/path-manager.ts'
import type { Session } from '../kernel/session.ts'
import { addSubflow, forceClose, reinjectData, type Subflow } from '../kernel/subflow.ts'

/** The number of ids that fit in a REMOVE_ADDR that is the only option of a segment. */
const MAX_REMOVED = OPTION_SPACE - 3

/**
 * Receives an ADD_ADDR: the peer announces an address.
 *
 * @param id   0 to 255
 * @param text the address, with a port if the option has one
 */
export function receiveAddAddr(session: Session, id: number, text: string): void {
  const { address, port } = endpoint(text)
  expectAddressId(id)
  expectAlive(session)
  session.machine.print(`op add_raddr(${session.name})`)
  session.pathManager.addRaddr?.(session, address, port, id)
  pathArrayCheck(session)
}

/** Receives a REMOVE_ADDR: the peer withdraws the addresses with these ids, and every subflow to them is closed. */
export function receiveRemoveAddr(session: Session, ids: readonly number[]): void {
  for (const id of ids) expectAddressId(id)
  if (ids.length > MAX_REMOVED)
    throw new Invalid(`a REMOVE_ADDR has room for ${MAX_REMOVED} ids, not for ${ids.length}`)
  expectAlive(session)
  for (const id of ids) {
    session.machine.print(`op rem_raddr(${session.name},${id})`)
    session.pathManager.remRaddr?.(session, id)
    for (const subflow of session.subflows) {
      if (subflow.remoteId !== id) continue
      reinjectData(subflow)
      forceClose(subflow)
    }
  }
  pathArrayCheck(session)
}

/**
 * Receives a SYN with MP_JOIN: the peer opens a subflow to a local address.
 *
 * @param id the id of the remote address, 0 to 255
 * @returns the new subflow; undefined if the path manager has no id for the local address
 */
export function receiveJoin(
  session: Session,
  local: string,
  remote: string,
  id: number,
): Subflow | undefined {
  const source = endpoint(local).address
  const { address, port } = endpoint(remote)
  expectAddressId(id)
  expectAlive(session)
  if (!session.serverSide)
    throw new Invalid(`a join needs a session made by accept: "${session.name}" was made by connect`)
  if (familyOf(source) !== familyOf(address))
    throw new Invalid(`${local} and ${remote} are of different address families`)
  expectRoom('subflows', session.subflows.length)
  const found = getLocalId(session, source)
  if (!found) return undefined
  const subflow = addSubflow(session, {
    state: 'ESTABLISHED',
    family: familyOf(source),
    source,
    destination: address,
    destinationPort: port,
    boundDevice: 0,
    localId: found.id,
    remoteId: id,
    lowPrio: found.lowPrio,
  })
  subflow.fullyEstablished = true
  session.machine.print(`accepted ${subflow.name}`)
  return subflow
}

/**
 * mptcp_mp_fail_rcvd(): an MP_FAIL of the peer arrives on a subflow. This host will send an infinite mapping, and all
 * other subflows are closed.
 */
export function receiveMpFail(subflow: Subflow): void {
  const { session } = subflow
  expectAlive(session)
  if (session.infiniteMapping.snd) return
  session.infiniteMapping.send = true
  closeOthers(subflow)
}

/**
 * mptcp_detect_mapping(), for a mapping of length 0: an infinite mapping of the peer arrives on a subflow. From now on
 * the peer sends plain TCP on it. This host will do so too, and all other subflows are closed.
 */
export function receiveInfiniteMapping(subflow: Subflow): void {
  const { session } = subflow
  expectAlive(session)
  session.infiniteMapping.rcv = true
  session.infiniteMapping.send = true
  subflow.fullyEstablished = true
  closeOthers(subflow)
}

/** mptcp_fallback_close(): closes all other subflows. */
function closeOthers(subflow: Subflow): void {
  for (const other of subflow.session.subflows) if (other !== subflow) forceClose(other)
}

/** Requests the id of a local address from the path manager, as every join of the peer does. */
export function getLocalId(session: Session, text: string): LocalId | undefined {
  const { address } = endpoint(text)
  const found = session.pathManager.getLocalId(session, address)
  const { id, lowPrio } = found ?? { id: -1, lowPrio: false }
  session.machine.print(`op get_local_id(${session.name},${address}) = ${id} low_prio=${Number(lowPrio)}`)
  return found
}

/** mptcp_path_array_check(): calls `new_remote_address` if the list of the peer's addresses changed. */
function pathArrayCheck(session: Session): void {
  if (!session.listReceived) return
  session.listReceived = false
  session.machine.print(`op new_remote_address(${session.name})`)
  session.pathManager.newRemoteAddress?.(session)
}

function endpoint(text: string): Endpoint {
  const parsed = parseEndpoint(text)
  if (!parsed) throw new Invalid(`"${text}" is not an address, with or without a port`)
  return parsed
}

function expectAddressId(id: number): void {
  if (!(Number.isInteger(id) && id >= 0 && id <= 255))
    throw new Invalid(`${id} is not an address id: expected a whole number from 0 to 255`)
}

function expectAlive({ dead, name }: Session): void {
  if (dead) throw new Invalid(`the session "${name}" is closed`)
}
