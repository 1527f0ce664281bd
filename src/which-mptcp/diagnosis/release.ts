import type { Fact, Facts, Stack } from './facts.ts'
import type { Finding } from './finding.ts'

export type ReleaseId =
  | 'release-banner'
  | 'release-name'
  | 'release-by-kernel'
  | 'release-v0-unknown'
  | 'release-kernel'
  | 'release-vendor'
  | 'release-range'
  | 'release-from'
  | 'release-mainline-unknown'

/** The release of multipath-tcp.org's kernel by the kernel that it is based on. */
const releaseOfKernel: Readonly<Record<string, string>> = {
  '3.18': 'v0.90',
  '4.1': 'v0.91',
  '4.4': 'v0.92',
  '4.9': 'v0.93',
  '4.14': 'v0.94',
  '4.19': 'v0.95',
  '5.4': 'v0.96',
}

/** What a release of mainline was the first to have, and the release before it; the newest first. */
const novelties: readonly { since: string; before: string; shows(facts: Facts): Fact | undefined }[] = [
  { since: '6.18', before: '6.17', shows: (facts) => endpointWith(facts, 'laminar') },
  { since: '6.15', before: '6.14', shows: (facts) => facts.sysctl('path_manager') },
  { since: '6.6', before: '6.5', shows: (facts) => facts.sysctl('scheduler') },
  { since: '5.19', before: '5.18', shows: (facts) => facts.sysctl('pm_type') },
  { since: '5.15', before: '5.14', shows: (facts) => endpointWith(facts, 'fullmesh') },
]

/** The sysctls of 5.15; a text with all of them has the whole list of the host. */
const listOf515 = [
  'add_addr_timeout',
  'allow_join_initial_addr_port',
  'checksum_enabled',
  'enabled',
  'stale_loss_cnt',
]

/** Returns which release the text is from, as far as can be told. */
export function findRelease(facts: Facts, stack: Stack): Finding<ReleaseId> {
  return stack === 'v0' ? v0Release(facts) : mainlineRelease(facts)
}

function v0Release(facts: Facts): Finding<ReleaseId> {
  const [banner] = facts.of('banner')
  if (banner) return { id: 'release-banner', values: [banner.says.release], facts: [banner] }
  const [kernel] = facts.of('kernel')
  if (!kernel) return { id: 'release-v0-unknown', values: [], facts: [] }
  const { release, major, minor } = kernel.says
  const [, named] = /mptcp[-_]?(v0\.\d{1,3}(?:\.\d{1,3})?)/i.exec(release) ?? []
  if (named) return { id: 'release-name', values: [named], facts: [kernel] }
  const based = `${major}.${minor}`
  const known = releaseOfKernel[based]
  return known
    ? { id: 'release-by-kernel', values: [known, based], facts: [kernel] }
    : { id: 'release-v0-unknown', values: [], facts: [kernel] }
}

function mainlineRelease(facts: Facts): Finding<ReleaseId> {
  const [kernel] = facts.of('kernel')
  if (kernel) {
    const { release } = kernel.says
    const isVendor = /\.(?:el\d|fc\d|amzn\d|uek)|-(?:generic|azure|aws|gcp|amd64|arm64)$/.test(release)
    return { id: isVendor ? 'release-vendor' : 'release-kernel', values: [release], facts: [kernel] }
  }
  const index = novelties.findIndex(({ shows }) => shows(facts))
  const novelty = novelties[index]
  const fact = novelty?.shows(facts)
  const isWholeList = listOf515.every((name) => facts.sysctl(name))
  // Only sysctls are in the list: what an endpoint lacks says nothing.
  const next =
    isWholeList && novelties.slice(0, index < 0 ? undefined : index).findLast(({ since }) => bySysctl(since))
  const since = novelty?.since ?? (isWholeList ? '5.15' : undefined)
  if (!since) return { id: 'release-mainline-unknown', values: [], facts: [] }
  const shown = fact ? [fact] : facts.of('sysctl').slice(0, 1)
  return next
    ? { id: 'release-range', values: [since, next.before], facts: shown }
    : { id: 'release-from', values: [since], facts: shown }
}

function bySysctl(since: string): boolean {
  return since === '6.15' || since === '6.6' || since === '5.19'
}

function endpointWith(facts: Facts, flag: string): Fact | undefined {
  return facts.of('endpoint').find(({ says }) => says.flags.includes(flag))
}
