import { fmGetNs } from '../fullmesh/structures.ts'
import { LimitReached } from '../kernel/limits.ts'
import type { Machine } from '../kernel/machine.ts'
import { countAddresses } from '../kernel/netdevice.ts'
import type { World } from './world.ts'

/** The limits of one scenario in all, in addition to the limits of the machine. */
export const BUDGET = {
  /** Lines printed. */
  lines: 5_000_000,
  /**
   * Visits: of a session and its subflows by an address event; of the subflows of a session by a command to the
   * session; of an event in the queue by a new event.
   */
  visits: 200_000_000,
} as const

/** Limits of one scenario, such as {@link BUDGET}. */
export type Budget = Readonly<Record<keyof typeof BUDGET, number>>

/** What is counted, in messages. */
const units: Readonly<Record<keyof typeof BUDGET, string>> = { lines: 'lines of output', visits: 'visits' }

/** The part of its budget that a scenario has used. */
export type Spent = Record<keyof typeof BUDGET, number>

/** Commands that may call the notifiers for all addresses; each call is compared with every event in the queue. */
const notifiesAllAddresses: ReadonlySet<string> = new Set(['link', 'insmod', 'rmmod'])

/** Counts the visits that a command may cause, before it runs. */
export function spendVisits(world: World, command: string): void {
  const { machine } = world
  const waiting = countWaitingEvents(machine)
  if (waiting === 0) return
  if (command === 'advance') spend(world, 'visits', waiting * countVisited(machine))
  else if (command === 'addr') spend(world, 'visits', waiting)
  else if (notifiesAllAddresses.has(command)) spend(world, 'visits', waiting * countAddresses(machine))
}

/** Adds to the used part of the budget. @throws {LimitReached} if that exceeds the budget */
export function spend({ spent, budget }: World, what: keyof Spent, amount: number): void {
  spent[what] += amount
  if (spent[what] > budget[what])
    throw new LimitReached(`a scenario has no more than ${budget[what]} ${units[what]}`)
}

/** The number of sessions that are not closed, and of their subflows. */
function countVisited({ tokens }: Machine): number {
  let count = tokens.size
  for (const { subflows } of tokens) count += subflows.length
  return count
}

function countWaitingEvents({ namespaces }: Machine): number {
  let count = 0
  for (const namespace of namespaces.values()) {
    if (namespace.pathManagerState) count += fmGetNs(namespace).events.length
  }
  return count
}
