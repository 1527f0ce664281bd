import { familyOf } from '../../kernel/inet.ts'

/** A local address and an address of the peer. */
type Pair = [local: string, remote: string]

/** Whether two addresses are of the same family, IPv4 or IPv6. */
const sameFamily = (a: string, b: string) => familyOf(a) === familyOf(b)

/**
 * Returns the pairs on which the client opens subflows.
 *
 * @param initial the pair on which the session began
 */
export function pairsToOpen(
  locals: string[],
  remotes: string[],
  initial: Pair,
) {
  const pairs: Pair[] = []
  for (const remote of remotes)
    for (const local of locals) {
      const skipped = local === initial[0] || remote === initial[1]
      const fits = sameFamily(local, remote)
      if (!skipped || fits) pairs.push([local, remote])
    }
  return pairs
}
