// Fails with: same-family
type Pair = [local: string, remote: string]

export function pairsToOpen(
  locals: string[],
  remotes: string[],
  initial: Pair,
): Pair[] {
  const pairs: Pair[] = []
  for (const remote of remotes)
    for (const local of locals)
      if (local !== initial[0] || remote !== initial[1])
        pairs.push([local, remote])
  return pairs
}
