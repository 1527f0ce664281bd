import { expect, test } from 'vitest'
import { fmGetNs, fullmeshGetPriv } from '../../fullmesh/structures.ts'
import type { Session } from '../../kernel/session.ts'
import { checkProperty } from './check-property.ts'
import { generatedScenarios, settle } from './generated-scenario.ts'
import { JoinReader } from './log.ts'

/** Counts, for each session, the runs of workers whose allocation failed. */
function leakCounter(): { read(output: string[]): void; of(session: Session): number } {
  const leaks = new Map<string, number>()
  return {
    read(output) {
      for (const [i, line] of output.entries()) {
        const [, name] = / run subflow_(?:retry_)?work\((\w+)\)$/.exec(line) ?? []
        if (name && output[i + 1]?.endsWith(' alloc failed')) leaks.set(name, (leaks.get(name) ?? 0) + 1)
      }
    },
    of: ({ name }) => leaks.get(name) ?? 0,
  }
}

/** The number of references of the two work items of a session: one while pending, one while running. */
function heldByWork(session: Session): number {
  const { subflowWork, subflowRetryWork } = fullmeshGetPriv(session)
  return [subflowWork, subflowRetryWork].reduce(
    (sum, work) => sum + Number(work?.pending ?? 0) + Number(work?.running ?? 0),
    0,
  )
}

test('every reference is held by work or by a deferred flag, or is lost because memory ran out (quirk A5)', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const leaks = leakCounter()
    generated.play(({ machine }, output) => {
      leaks.read(output)
      for (const session of machine.sessions.values()) {
        const control = 1 + heldByWork(session) + leaks.of(session)
        expect(session.refs).toEqual({ control, socket: control + Number(session.deferred) })
      }
    })
  })
})

test('once all has settled no reference is left but those that were lost for want of memory (quirk A5)', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const leaks = leakCounter()
    const world = generated.play((_world, output) => leaks.read(output))

    for (const session of settle(world).sessions.values()) {
      const expected = 1 + leaks.of(session)
      expect(session.refs).toEqual({ socket: expected, control: expected })
    }
  })
})

test('between commands only the application holds a lock, or a worker waits for the application', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      expect([machine.workqueue.ready.length, machine.workqueue.woken.length]).toEqual([0, 0])
      for (const { mutex, ownership } of machine.sessions.values()) {
        // The worker that holds the mutex sleeps on the socket; all others sleep on the mutex.
        expect(ownership.waiters.length).toBe(Number(mutex.held))
        if (mutex.waiters.length > 0) expect(mutex.held).toBe(true)
        if (mutex.held) expect(ownership.held).toBe(true)
      }
    })
  })
})

test('what is armed is due within a second, and not before now', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine: { workqueue, now } }) => {
      for (const due of workqueue.timers.keys())
        expect(due - now).toSatisfy((ms: number) => ms > 0 && ms <= 1000)
    })
  })
})

test('events that wait have a worker that will come for them', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const net of machine.namespaces.values()) {
        const { events, addressWorker } = fmGetNs(net)
        if (events.length > 0) expect(addressWorker.pending).toBe(true)
      }
    })
  })
})

test('at most one event waits for each address of an interface', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const net of machine.namespaces.values()) {
        const about = fmGetNs(net).events.map(({ address, ifindex }) => `${address} ${ifindex}`)
        expect(new Set(about).size).toBe(about.length)
      }
    })
  })
})

test('subflows are listed newest first, none of them dead, and the master, while there is one, is the oldest', () => {
  checkProperty(generatedScenarios(), (generated) => {
    generated.play(({ machine }) => {
      for (const { subflows, master, subflowCount } of machine.sessions.values()) {
        const numbers = subflows.map(({ name }) => Number(name.split('/')[1]))
        expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
        expect(numbers.every((number) => number < subflowCount)).toBe(true)
        expect(subflows.filter(({ dead }) => dead)).toEqual([])
        if (master) expect(subflows.at(-1)).toBe(master)
      }
    })
  })
})

test('a closed session opens nothing', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const closed = new Set<string>()
    const reader = new JoinReader()
    generated.play(({ machine }, output) => {
      for (const { session } of reader.read(output)) expect(closed.has(session)).toBe(false)
      for (const session of machine.sessions.values()) if (session.dead) closed.add(session.name)
    })
  })
})
