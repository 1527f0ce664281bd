import { familyOf } from '../../kernel/inet.ts'

/** A subflow from a local address to an address of the peer. */
type Pair = [local: string, remote: string]

/** Whether two addresses are of the same family, IPv4 or IPv6. */
const sameFamily = (a: string, b: string) => familyOf(a) === familyOf(b)

/**
 * Returns the pairs on which the client opens subflows. The session began
 * on the pair `initial`.
 */
export function pairsToOpen(locals: string[], remotes: string[], initial: Pair): Pair[] {
  const pairs: Pair[] = []
  for (const remote of remotes)
    for (const local of locals) {
      const skipped = local === initial[0] || remote === initial[1]
      if (!skipped || sameFamily(local, remote)) pairs.push([local, remote])
    }
  return pairs
}
