import type { Item } from './item.ts'
import type { Side } from './recording.ts'

/** How a segment differs from what the other kernel does. */
export type Mark = 'only' | 'earlier' | 'later' | 'otherId'

/** An item with its differences. */
export interface Marked extends Item {
  marks: Mark[]
}

/** One height of the two ladders: the same item on both, or an item of one. */
export interface Row {
  v095?: Marked
  mainline?: Marked
}

/**
 * Puts the items of both ladders into rows, so that as many as possible of those that are the same share a row. Each
 * ladder keeps its order.
 *
 * A segment alone in its row is marked: as one of this kernel only, or as earlier or later than on the other kernel.
 *
 * @param hosts the hosts that both kernels run: only what these send can be of one kernel only
 */
export function align(
  then: readonly Item[],
  now: readonly Item[],
  hosts: ReadonlySet<Side | undefined>,
): Row[] {
  const best = bestScores(then, now)
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const rows: Row[] = []
  for (let i = 0, j = 0; i < then.length || j < now.length; ) {
    const [a, b] = [then[i], now[j]]
    const both = a && b ? sameness(a, b) : 0
    if (a && b && both > 0 && at(i, j) === both + at(i + 1, j + 1)) {
      const marks: Mark[] = a.ids !== undefined && b.ids !== undefined && a.ids !== b.ids ? ['otherId'] : []
      rows.push({ v095: { ...a, marks }, mainline: { ...b, marks } })
      i++
      j++
    } else if (a && (!b || at(i, j) === at(i + 1, j))) {
      rows.push({ v095: { ...a, marks: [] } })
      i++
    } else if (b) {
      rows.push({ mainline: { ...b, marks: [] } })
      j++
    }
  }
  if (then.length > 0 && now.length > 0) markLoneSegments(rows, hosts)
  return rows
}

/** How much it is worth that two items share a row; 0 if they must not. */
function sameness(a: Item, b: Item): number {
  const isSame = a.key !== undefined && a.key === b.key
  if (a.kind === 'command' && b.kind === 'command' && a.side === b.side) {
    // An address that is added to a host is more like `ip addr add` than like a new endpoint.
    if (isSame) return b.text.startsWith('ip mptcp ') ? 7 : 8
    return 1
  }
  return isSame ? 2 : 0
}

/** Returns the highest sum for the rest of both lists, for each pair of beginnings. */
function bestScores(then: readonly Item[], now: readonly Item[]): number[][] {
  const best = Array.from({ length: then.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (const [i, a] of [...then.entries()].reverse())
    for (const [j, b] of [...now.entries()].reverse()) {
      const both = sameness(a, b)
      const row = best[i] as number[]
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), both > 0 ? both + at(i + 1, j + 1) : 0)
    }
  return best
}

/** Marks the segments that are alone in their rows. Two of them with the same key are one segment in another order. */
function markLoneSegments(rows: readonly Row[], hosts: ReadonlySet<Side | undefined>): void {
  const waiting = new Map<string, Marked[]>()
  for (const { v095, mainline } of rows) {
    const item = v095 && mainline ? undefined : (v095 ?? mainline)
    if (item?.kind !== 'segment' || item.key === undefined) continue
    const others = waiting.get(`${v095 ? 'mainline' : 'v095'} ${item.key}`)
    const other = others?.shift()
    if (other) {
      const ids: Mark[] =
        item.ids !== undefined && other.ids !== undefined && item.ids !== other.ids ? ['otherId'] : []
      other.marks = ['earlier', ...ids]
      item.marks = ['later', ...ids]
      continue
    }
    // v0.95 has no echo, whichever host would send it.
    if (hosts.has(item.side) || item.key.startsWith('echo ')) item.marks = ['only']
    const mine = `${v095 ? 'v095' : 'mainline'} ${item.key}`
    waiting.set(mine, [...(waiting.get(mine) ?? []), item])
  }
}
