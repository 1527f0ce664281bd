import { expect, test } from 'vitest'
import { numSubflows } from '../../fullmesh/parameters.ts'
import { defaultPathManager } from '../../kernel/path-manager.ts'
import { checkProperty } from './check-property.ts'
import { type GeneratedScenario, generatedScenarios } from './generated-scenario.ts'
import { type Join, JoinReader } from './log.ts'

/** All attempts to open a subflow in a scenario. */
function joinsOf(generated: GeneratedScenario): { joins: Join[]; perPair: number } {
  const reader = new JoinReader()
  const joins: Join[] = []
  const world = generated.play((_world, output) => void joins.push(...reader.read(output)))
  return { joins, perPair: numSubflows(world.machine) }
}

test('the side that was connected to opens no subflow, and neither does a session without this path manager', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const reader = new JoinReader()
    generated.play(({ machine }, output) => {
      for (const { session } of reader.read(output)) {
        expect(machine.sessions.get(session)?.serverSide).toBe(false)
        expect(machine.sessions.get(session)?.pathManager).not.toBe(defaultPathManager)
      }
    })
  })
})

test('subflows are opened by the two workers only', () => {
  checkProperty(generatedScenarios(), (generated) => {
    for (const { worker } of joinsOf(generated).joins)
      expect(worker).toSatisfy((name) => name === 'subflow_work' || name === 'subflow_retry_work')
  })
})

test('one run of a worker tries each pair once, if no command runs at cond_resched(): num_subflows subflows at most', () => {
  checkProperty(generatedScenarios({ without: ['resched', 'own'] }), (generated) => {
    const { joins, perPair } = joinsOf(generated)
    const counts = new Map<string, number>()
    for (const { session, run, pair } of joins) {
      const key = `${run} ${session} ${pair}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > perPair)).toEqual([])
  })
})

test('a pair is tried once and for all, unless it had no route, or an end of it went and came back', () => {
  const without = [
    'resched',
    'own',
    'announceOtherId',
    'withdraw',
    'loseAddress',
    'toggleDevice',
    'multipath',
  ] as const
  checkProperty(generatedScenarios({ without, createOnErr: false }), (generated) => {
    const { joins, perPair } = joinsOf(generated)
    const counts = new Map<string, number>()
    for (const { worker, session, pair } of joins) {
      const key = `${worker} ${session} ${pair}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > perPair)).toEqual([])
  })
})

test('a retry follows a failure for want of a route, and each failure has one retry at most', () => {
  // An announcement that changes the address of an entry keeps its retries (quirk A11).
  checkProperty(generatedScenarios({ without: ['announceOtherId', 'announcePort'] }), (generated) => {
    const { joins } = joinsOf(generated)
    const waiting = new Set<string>()
    let last: Join | undefined
    for (const join of joins) {
      const key = `${join.session} ${join.pair}`
      const isExtra = last?.run === join.run && last.pair === join.pair
      if (join.worker === 'subflow_retry_work' && !isExtra) expect(waiting.delete(key)).toBe(true)
      if (join.worker === 'subflow_work' && join.result === -101) waiting.add(key)
      last = join
    }
  })
})

test('a retry is armed because a route was missing, and for no other reason', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const failed = new Set<string>()
    for (const line of generated.output) {
      const [, session] = / join (\w+)\/.* = -101$/.exec(line) ?? []
      if (session) failed.add(session)
      const [, retried] = / queue subflow_retry_work\((\w+)\) \+1000$/.exec(line) ?? []
      if (retried) expect(failed.delete(retried)).toBe(true)
    }
  })
})

test('the drain comes to its end: one command has no more to do than all pairs of all sessions', () => {
  checkProperty(generatedScenarios(), (generated) => {
    const reader = new JoinReader()
    generated.play(({ machine }, output) => {
      const reschedules = output.filter((line) => line.includes('] resched ')).length
      const pairs = 2 * 8 * 8 + 1
      // Twice: a try and a retry; each command at cond_resched() may free all of them once more.
      const bound = 2 * (1 + reschedules) * machine.sessions.size * pairs * numSubflows(machine)
      expect(reader.read(output).length).toBeLessThanOrEqual(bound)
    })
  })
})
