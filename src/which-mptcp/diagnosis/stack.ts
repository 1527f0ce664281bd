import type { Fact, Facts, Stack } from './facts.ts'

/** Which stack printed the text, and the lines that show it. */
export type Verdict =
  | { stack: Stack; evidence: readonly Fact[] }
  | { stack: undefined; because: Obstacle; evidence: readonly Fact[] }

/** Why the stack cannot be told. */
export type Obstacle = 'empty' | 'unknown' | 'both' | 'old-kernel' | 'missing-only'

/** How many lines are shown as evidence. */
const evidenceLimit = 5

/** The first release of mainline with MPTCP; the last kernel of multipath-tcp.org is based on Linux 5.4. */
const firstMainline = { major: 5, minor: 6 }

export function judge(facts: Facts, isEmpty: boolean): Verdict {
  const [v0, mainline] = [evidenceOf(facts.in('v0')), evidenceOf(facts.in('mainline'))]
  const [kernel] = facts.of('kernel')
  if (v0.length > 0 && mainline.length > 0)
    return unsure('both', [...v0.slice(0, 2), ...mainline.slice(0, 2)])
  if (v0.length > 0) return { stack: 'v0', evidence: v0 }
  if (mainline.length > 0) return { stack: 'mainline', evidence: mainline }
  if (kernel) {
    const { major, minor } = kernel.says
    const isNew =
      major > firstMainline.major || (major === firstMainline.major && minor >= firstMainline.minor)
    return isNew ? { stack: 'mainline', evidence: [kernel] } : unsure('old-kernel', [kernel])
  }
  const missing = facts.of('missing')
  if (missing.length > 0) return unsure('missing-only', missing)
  return unsure(isEmpty ? 'empty' : 'unknown', [])
}

function unsure(because: Obstacle, evidence: readonly Fact[]): Verdict {
  return { stack: undefined, because, evidence: evidence.slice(0, evidenceLimit) }
}

/** Returns the first line of each kind, at most {@link evidenceLimit}. */
function evidenceOf({ all }: Facts): Fact[] {
  const seen = new Set<string>()
  return all.filter(({ by }) => !seen.has(by) && seen.add(by)).slice(0, evidenceLimit)
}
