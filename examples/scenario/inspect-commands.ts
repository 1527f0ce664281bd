import { slotsIn } from '../fullmesh/bitfield.ts'
import { fmSeqShow } from '../fullmesh/proc-file.ts'
import { fmGetNs, fullmeshGetPriv, localAt, type Remote } from '../fullmesh/structures.ts'
import { FAMILIES } from '../kernel/inet.ts'
import { Invalid, unknown } from '../kernel/invalid.ts'
import { type Namespace, namespaceNamed } from '../kernel/namespace.ts'
import type { Session } from '../kernel/session.ts'
import type { Words } from './command-words.ts'
import type { World } from './world.ts'

/** `state`: prints the path manager's state of a namespace or a session. */
export function state({ machine }: World, words: Words): void {
  const name = words.need('the name of a namespace or a session')
  words.end()
  const session = machine.sessions.get(name)
  const namespace = machine.namespaces.get(name)
  if (session) machine.log.push(...describeSession(session))
  else if (namespace) machine.log.push(...describeNamespace(namespace))
  else
    throw unknown(
      'session or namespace',
      name,
      [...machine.sessions.keys(), ...machine.namespaces.keys()],
      'sessions and namespaces',
    )
}

/** `proc`: prints /proc/net/mptcp_fullmesh of a namespace. */
export function proc({ machine }: World, words: Words): void {
  const namespace = namespaceNamed(machine, words.need('the name of a namespace'))
  words.end()
  if (!namespace.pathManagerState) throw new Invalid('there is no such file: the module is not loaded')
  machine.log.push(...fmSeqShow(namespace))
}

function describeNamespace(namespace: Namespace): string[] {
  if (!namespace.pathManagerState) return [`netns ${namespace.name} (no path manager state)`]
  const { local, events } = fmGetNs(namespace)
  const { v4, v6 } = local
  const lines = [
    `netns ${namespace.name} loc4_bits=${hex(v4.bits)} next_v4=${v4.next} loc6_bits=${hex(v6.bits)} next_v6=${v6.next}`,
  ]
  for (const family of FAMILIES) {
    for (const slot of slotsIn(local[family].bits)) {
      const { id, address, ifindex, lowPrio } = localAt(local, family, slot)
      lines.push(
        `  loc${family.slice(1)}[${slot}] id=${id} ${address} if=${ifindex} low_prio=${Number(lowPrio)}`,
      )
    }
  }
  for (const { code, address, ifindex, lowPrio } of events) {
    lines.push(`  event ${code} ${address} if=${ifindex} low_prio=${Number(lowPrio)}`)
  }
  return lines
}

function describeSession(session: Session): string[] {
  const { refs, pathManager, addrSignal, listReceived, deferred, master } = session
  const { addAddr, removeAddrs, announced, firstPair, remotes } = fullmeshGetPriv(session)
  const lines = [
    `conn ${session.name} pm=${pathManager.name} refs=${refs.socket}/${refs.control}` +
      ` addr_signal=${Number(addrSignal)} list_rcvd=${Number(listReceived)} deferred=${Number(deferred)}`,
    `  add_addr=${addAddr} remove_addrs=${hex(removeAddrs, 4)}` +
      ` announced_v4=${hex(announced.v4)} announced_v6=${hex(announced.v6)} first_pair=${Number(firstPair)}`,
  ]
  for (const family of FAMILIES) {
    const { bits, slots } = remotes[family]
    for (const slot of slotsIn(bits)) {
      const { id, address, port, bitfield, retryBitfield } = slots[slot] as Remote
      lines.push(
        `  rem${family.slice(1)}[${slot}] id=${id} ${address} port=${port}` +
          ` bitfield=${hex(bitfield)} retry=${hex(retryBitfield)}`,
      )
    }
  }
  for (const subflow of session.subflows) {
    lines.push(
      `  sub ${subflow.name} ${subflow.state} loc_id=${subflow.localId} rem_id=${subflow.remoteId}` +
        ` low_prio=${Number(subflow.lowPrio)} pf=${Number(subflow.pf)}${subflow === master ? ' master' : ''}`,
    )
  }
  return lines
}

function hex(bits: number, digits = 2): string {
  return `0x${bits.toString(16).padStart(digits, '0')}`
}
