/** An edge of a graph. */
export type Edge = readonly [from: string, to: string]

/**
 * Finds the edges that are part of a cycle, other than those from a name to itself.
 *
 * @returns the edges in the given order, without duplicates
 */
export function inCycles(edges: readonly Edge[]): Edge[] {
  const targets = new Map<string, Set<string>>()
  for (const [from, to] of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to))
  const reached = new Map([...targets.keys()].map((name) => [name, reachableFrom(name, targets)]))
  return [...targets].flatMap(([from, tos]) =>
    [...tos].filter((to) => to !== from && reached.get(to)?.has(from)).map((to): Edge => [from, to]),
  )
}

function reachableFrom(start: string, targets: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const left = [start]
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const next of targets.get(name) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      left.push(next)
    }
  }
  return reached
}
