import { expect, test } from 'vitest'
import { wishForAddAddr } from '../../fullmesh/addr-signal.ts'
import { slotsIn } from '../../fullmesh/bitfield.ts'
import { fmGetNs } from '../../fullmesh/structures.ts'
import { FAMILIES } from '../../kernel/inet.ts'
import { execute } from '../run.ts'
import type { World } from '../world.ts'
import { fingerprint } from './fingerprint.ts'
import { holds } from './holds.ts'
import { stories } from './story.ts'

interface Sent {
  session: string
  probe: boolean
  announced: { id: string; address: string } | undefined
  removed: number[]
  size: number
}

/** What was sent, or asked for, in the output of a command. */
function sentIn(output: readonly string[]): Sent[] {
  return output.flatMap((line) => {
    const [, verb, session = '', options = '', size] =
      / (ack|tx|probe) (\w+)\/\d+: (.*)size=(\d+)$/.exec(line) ?? []
    if (!verb) return []
    const [, id = '', address = ''] = /ADD_ADDR\((\d+),([^)]+)\)/.exec(options) ?? []
    const removed = /REMOVE_ADDR\(([^)]+)\)/.exec(options)?.[1]?.split(',').map(Number) ?? []
    return [
      {
        session,
        probe: verb === 'probe',
        announced: id ? { id, address } : undefined,
        removed,
        size: Number(size),
      },
    ]
  })
}

test('in version 0 the options of a segment never take more than forty bytes', () => {
  holds(stories(), (story) => {
    story.play(({ machine }, output) => {
      for (const { session, size } of sentIn(output))
        if (machine.sessions.get(session)?.version === 0) expect(size).toBeLessThanOrEqual(40)
    })
  })
})

test('in version 1 they take up to 52, because the DSS is added unasked, and past forty all fits (quirk B4)', () => {
  holds(stories(), (story) => {
    story.play((_world, output) => {
      for (const { size } of sentIn(output)) expect(size).toBeLessThanOrEqual(52)
    })
  })
})

test('options come in words of four bytes', () => {
  holds(stories(), (story) => {
    story.play((_world, output) => expect(sentIn(output).filter(({ size }) => size % 4)).toEqual([]))
  })
})

test('an address is announced with the id of its slot, while it is in the table, and only to its namespace', () => {
  // A command from behind may change the table between the announcement and our look at it.
  holds(stories({ without: ['meanwhile'] }), (story) => {
    story.play(({ machine }, output, command) => {
      if (command.startsWith('advance')) return // several events in one command, the table in between unseen
      for (const { session, announced } of sentIn(output)) {
        const namespace = machine.sessions.get(session)?.namespace
        if (!namespace || !announced) continue
        const { local } = fmGetNs(namespace)
        const known = FAMILIES.flatMap((family) =>
          slotsIn(local[family].bits).map((slot) => {
            const { id, address } = local[family].slots[slot] ?? {}
            return `${id} ${address}`
          }),
        )
        expect(known).toContain(`${announced.id} ${announced.address}`)
      }
    })
  })
})

test('an address that stays is announced once to each session, and never again', () => {
  holds(stories({ without: ['loseAddress', 'flip', 'multipath', 'meanwhile'] }), (story) => {
    const told = new Set<string>()
    story.play((_world, output) => {
      for (const { session, announced, probe } of sentIn(output)) {
        if (!announced || probe) continue
        const key = `${session} ${announced.address}`
        expect(told.has(key)).toBe(false)
        told.add(key)
      }
    })
  })
})

test('the address that a session began with is not announced while it stays, unless the session is transparent', () => {
  holds(stories({ without: ['loseAddress', 'flip', 'multipath', 'meanwhile'] }), (story) => {
    story.play(({ machine }, output) => {
      for (const { session, announced } of sentIn(output)) {
        const began = machine.sessions.get(session)
        if (!began || began.transparentDevice !== undefined) continue
        expect(announced?.address).not.toBe(began.source)
      }
    })
  })
})

test('the ids of a REMOVE_ADDR are ascending, and of this host: 0 to 15', () => {
  holds(stories(), (story) => {
    story.play((_world, output) => {
      for (const { removed } of sentIn(output)) {
        expect(removed).toEqual([...new Set(removed)].sort((a, b) => a - b))
        expect(removed.filter((id) => id > 15)).toEqual([])
      }
    })
  })
})

test('to ask how long the options would be changes nothing', () => {
  const ask = (world: World) => {
    for (const { subflows } of world.machine.sessions.values())
      for (const { name } of subflows) execute(world, `tx ${name.replace('/', ' ')} probe size=0`)
  }

  holds(
    stories(),
    (story) => {
      story.play((world) => {
        // With a wish that stays, addr_signal is found to be what it was.
        for (const session of world.machine.sessions.values()) {
          wishForAddAddr(session)
          for (const subflow of session.subflows) subflow.sendMpPrio = true
        }
        const before = fingerprint(world.machine)

        ask(world)

        expect(fingerprint(world.machine)).toBe(before)
      })
    },
    30,
  )
})
