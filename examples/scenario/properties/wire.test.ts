import { expect, test } from 'vitest'
import { requestAddAddr } from '../../fullmesh/addr-signal.ts'
import { slotsIn } from '../../fullmesh/bitfield.ts'
import { fmGetNs } from '../../fullmesh/structures.ts'
import { FAMILIES } from '../../kernel/inet.ts'
import { idsIn } from '../../kernel/options.ts'
import type { Sent } from '../../kernel/sent.ts'
import { runCommand } from '../run.ts'
import type { World } from '../world.ts'
import { checkProperty } from './check-property.ts'
import { stateOf } from './fingerprint.ts'
import { generatedScenarios } from './generated-scenario.ts'

/** The name of the session that a segment belongs to. */
function sessionOf({ subflow }: Sent): string {
  return subflow.slice(0, subflow.indexOf('/'))
}

test('in version 0 the options of a segment never take more than forty bytes', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const { version, options } of machine.sent)
        if (version === 0) expect(options.size).toBeLessThanOrEqual(40)
    })
  })
})

test('in version 1 they take up to 52, because the DSS is added unasked, and past forty all fits (quirk B4)', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const { options } of machine.sent) expect(options.size).toBeLessThanOrEqual(52)
    })
  })
})

test('options come in words of four bytes', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) =>
      expect(machine.sent.filter(({ options }) => options.size % 4)).toEqual([]),
    )
  })
})

test('an address is announced with the id of its slot, while it is in the table, and only to its namespace', () => {
  // A command at cond_resched() may change the table between the announcement and the check.
  checkProperty(generatedScenarios({ without: ['resched'] }), (generated) => {
    generated.play(({ machine }, _output, command) => {
      if (command.startsWith('advance')) return // several events in one command: the tables between them are not visible
      for (const sent of machine.sent) {
        const { addAddr } = sent.options
        const namespace = machine.sessions.get(sessionOf(sent))?.namespace
        if (!namespace || !addAddr) continue
        const { local } = fmGetNs(namespace)
        const known = FAMILIES.flatMap((family) =>
          slotsIn(local[family].bits).map((slot) => {
            const { id, address } = local[family].slots[slot] ?? {}
            return `${id} ${address}`
          }),
        )
        expect(known).toContain(`${addAddr.id} ${addAddr.address}`)
      }
    })
  })
})

test('an address that stays is announced once to each session, and never again', () => {
  checkProperty(
    generatedScenarios({ without: ['loseAddress', 'toggleDevice', 'multipath', 'resched'] }),
    (generated) => {
      const told = new Set<string>()
      generated.play(({ machine }) => {
        for (const sent of machine.sent) {
          const { addAddr } = sent.options
          if (!addAddr || sent.segment === 'probe') continue
          const key = `${sessionOf(sent)} ${addAddr.address}`
          expect(told.has(key)).toBe(false)
          told.add(key)
        }
      })
    },
  )
})

test('the address that a session began with is not announced while it stays, unless the session is transparent', () => {
  checkProperty(
    generatedScenarios({ without: ['loseAddress', 'toggleDevice', 'multipath', 'resched'] }),
    (generated) => {
      generated.play(({ machine }) => {
        for (const sent of machine.sent) {
          const began = machine.sessions.get(sessionOf(sent))
          if (!began || began.transparentDevice !== undefined) continue
          expect(sent.options.addAddr?.address).not.toBe(began.source)
        }
      })
    },
  )
})

test('the ids of a REMOVE_ADDR are those of this host: 0 to 15', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const { options } of machine.sent)
        expect(idsIn(options.removeAddrs ?? 0).filter((id) => id > 15)).toEqual([])
    })
  })
})

test('to ask how long the options would be changes nothing', () => {
  const ask = (world: World) => {
    for (const { subflows } of world.machine.sessions.values())
      for (const { name } of subflows) runCommand(world, `tx ${name.replace('/', ' ')} probe size=0`)
  }

  checkProperty(
    generatedScenarios(),
    (generated) => {
      generated.play((world) => {
        // With a request that stays, addr_signal keeps its value.
        for (const session of world.machine.sessions.values()) {
          requestAddAddr(session)
          for (const subflow of session.subflows) subflow.sendMpPrio = true
        }
        const before = stateOf(world)

        ask(world)

        expect(stateOf(world)).toBe(before)
      })
    },
    30,
  )
})
