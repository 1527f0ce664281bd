import { fmGetNs } from '../fullmesh/structures.ts'
import { LimitReached } from '../kernel/limits.ts'
import type { Machine } from '../kernel/machine.ts'
import { countAddresses } from '../kernel/netdevice.ts'
import type { World } from './world.ts'

/** How much one scenario may do in all. What is bounded by the limits of the machine is not counted. */
export const BUDGET = {
  /** Lines printed. */
  lines: 5_000_000,
  /**
   * Visits: of a session and its subflows by an address event, of the subflows of a session by a command to it, of
   * an event in the queue by a new one.
   */
  visits: 200_000_000,
} as const

/** How much a scenario has used of its budget. */
export type Spent = Record<keyof typeof BUDGET, number>

/** Commands that may call the notifiers for every address: each is compared with every event in the queue. */
const notifiesAllAddresses: ReadonlySet<string> = new Set(['link', 'insmod', 'rmmod'])

/** Counts the visits that a command may make, before it makes them. */
export function spendVisits({ machine, spent }: World, command: string): void {
  const waiting = countWaitingEvents(machine)
  if (waiting === 0) return
  if (command === 'advance') spend(spent, 'visits', waiting * countVisited(machine))
  else if (command === 'addr') spend(spent, 'visits', waiting)
  else if (notifiesAllAddresses.has(command)) spend(spent, 'visits', waiting * countAddresses(machine))
}

/** @throws {LimitReached} if the budget is used up */
export function spend(spent: Spent, what: keyof Spent, amount: number): void {
  spent[what] += amount
  if (spent[what] > BUDGET[what])
    throw new LimitReached(`a scenario has no more than ${BUDGET[what]} ${what}`)
}

/** Living sessions and their subflows. */
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
