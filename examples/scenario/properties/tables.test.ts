import { expect, test } from 'vitest'
import { slotsIn } from '../../fullmesh/bitfield.ts'
import { differences } from '../../fullmesh/families.ts'
import { fullMesh } from '../../fullmesh/ops.ts'
import { fmGetNs, fullmeshGetPriv } from '../../fullmesh/structures.ts'
import { FAMILIES, type Family, familyOf } from '../../kernel/inet.ts'
import type { Machine } from '../../kernel/machine.ts'
import type { Namespace } from '../../kernel/namespace.ts'
import type { Session } from '../../kernel/session.ts'
import { checkProperty } from './check-property.ts'
import { generatedScenarios, settle } from './generated-scenario.ts'

/** The sessions with the fullmesh path manager. */
function managed(machine: Machine): Session[] {
  return [...machine.sessions.values()].filter(({ pathManager }) => pathManager === fullMesh)
}

function remotesIn(session: Session, family: Family) {
  const { bits, slots } = fullmeshGetPriv(session).remotes[family]
  return slotsIn(bits).map((slot) => slots[slot])
}

/** The addresses in the table, as `10.0.1.1 on 2, false`: address, interface, backup flag. */
function learnt(net: Namespace): string[] {
  return FAMILIES.flatMap((family) => {
    const { bits, slots } = fmGetNs(net).local[family]
    return slotsIn(bits).map(
      (slot) => `${slots[slot]?.address} on ${slots[slot]?.ifindex}, ${slots[slot]?.lowPrio}`,
    )
  })
}

test('what C keeps in a byte stays in a byte, and what it keeps in sixteen bits stays there', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const session of managed(machine)) {
        const { addAddr, removeAddrs, announced, remotes } = fullmeshGetPriv(session)
        const records = FAMILIES.flatMap((family) => remotesIn(session, family))
        const bytes = [addAddr, announced.v4, announced.v6, remotes.v4.bits, remotes.v6.bits]
        bytes.push(
          ...records.flatMap((remote) => [remote?.id, remote?.bitfield, remote?.retryBitfield].map(Number)),
        )
        expect(bytes.filter((byte) => byte !== (byte & 0xff))).toEqual([])
        expect(removeAddrs).toBe(removeAddrs & 0xffff)
      }
    })
  })
})

test('every slot that is taken holds an address of its family, under the id of the slot', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const net of machine.namespaces.values()) {
        for (const family of FAMILIES) {
          const { bits, slots, next } = fmGetNs(net).local[family]
          expect(next >= 0 && next <= 8).toBe(true)
          for (const slot of slotsIn(bits)) {
            expect(slots[slot]?.id).toBe(slot + differences[family].firstId)
            expect(familyOf(slots[slot]?.address ?? '')).toBe(family)
          }
        }
      }
    })
  })
})

test('no address of an interface is in the table twice', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const net of machine.namespaces.values())
        expect(new Set(learnt(net)).size).toBe(learnt(net).length)
    })
  })
})

test('after 500 ms the table is what the devices have, unless memory ran out or there were more than eight', () => {
  checkProperty(generatedScenarios({ without: ['noMemory'] }), (generated) => {
    const machine = settle(generated.play())

    for (const net of machine.namespaces.values()) {
      const there = net.devices
        .filter(({ up, noMultipath }) => up && !noMultipath)
        .flatMap(({ addresses, ifindex, backup }) =>
          [...addresses.v4, ...addresses.v6].map(({ address }) => `${address} on ${ifindex}, ${backup}`),
        )
      expect(learnt(net).sort()).toEqual(there.sort())
    }
  })
})

test('pairs and announcements stand for addresses that are there, in every family that a session uses', () => {
  // Not so: while a process owns the socket; after a fall back, when events pass the session by (quirk B15); where
  // a worker went on with an older copy of the table (quirk B6), which needs a command at its cond_resched().
  checkProperty(generatedScenarios({ without: ['own', 'fallBack', 'resched'] }), (generated) => {
    generated.play(({ machine }) => {
      for (const session of machine.tokens) {
        if (session.pathManager !== fullMesh) continue
        for (const family of FAMILIES.filter((family) => differences[family].isUsedBy(session))) {
          const { bits } = fmGetNs(session.namespace).local[family]
          const marks = remotesIn(session, family).flatMap((remote) => [
            remote?.bitfield,
            remote?.retryBitfield,
          ])
          for (const marked of [fullmeshGetPriv(session).announced[family], ...marks.map(Number)])
            expect(marked & ~bits).toBe(0)
        }
      }
    })
  })
})

test('a pair that waits for a retry is marked as tried, as long as create_on_err does not free it (quirk N6)', () => {
  checkProperty(generatedScenarios({ createOnErr: false }), (generated) => {
    generated.play(({ machine }) => {
      for (const session of managed(machine)) {
        for (const remote of FAMILIES.flatMap((family) => remotesIn(session, family)))
          expect(Number(remote?.retryBitfield) & ~Number(remote?.bitfield)).toBe(0)
      }
    })
  })
})

test('an id stands for one IPv6 address of the peer', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const session of managed(machine)) {
        const ids = remotesIn(session, 'v6').map((remote) => remote?.id)
        expect(new Set(ids).size).toBe(ids.length)
      }
    })
  })
})

test('an id stands for one IPv4 address of the peer too, until it announces a port (quirk A10)', () => {
  checkProperty(generatedScenarios({ without: ['announcePort'] }), (generated) => {
    generated.play(({ machine }) => {
      for (const session of managed(machine)) {
        const ids = remotesIn(session, 'v4').map((remote) => remote?.id)
        expect(new Set(ids).size).toBe(ids.length)
      }
    })
  })
})

test('when no work is left every pair has been tried, if no command ran at cond_resched()', () => {
  // create_on_err frees the pair of a subflow that failed, and it waits for the next reason to try. A session that
  // lost its initial subflow before that was known to work may be given no reason at all.
  const without = ['own', 'fallBack', 'resched', 'noMemory'] as const
  checkProperty(generatedScenarios({ without, createOnErr: false }), (generated) => {
    const machine = settle(generated.play())
    const mayOpen = ({ name, dead, serverSide }: Session) =>
      !dead && !serverSide && generated.commands.includes(`established ${name}`)

    for (const session of managed(machine).filter(mayOpen)) {
      for (const family of FAMILIES.filter((family) => differences[family].isUsedBy(session))) {
        const { bits } = fmGetNs(session.namespace).local[family]
        for (const remote of remotesIn(session, family)) expect(bits & ~Number(remote?.bitfield)).toBe(0)
      }
    }
  })
})
