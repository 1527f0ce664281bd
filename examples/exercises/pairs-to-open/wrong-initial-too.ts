// Fails with: initial-pair
import { familyOf } from '../../kernel/inet.ts'

type Pair = [local: string, remote: string]

export function pairsToOpen(
  locals: string[],
  remotes: string[],
): Pair[] {
  const pairs: Pair[] = []
  for (const remote of remotes)
    for (const local of locals)
      if (familyOf(local) === familyOf(remote))
        pairs.push([local, remote])
  return pairs
}
