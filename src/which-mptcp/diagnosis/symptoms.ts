import type { Fact, Facts, MessageName, Stack } from './facts.ts'
import type { Finding } from './finding.ts'

/** A symptom, and the page about it. */
interface Symptom {
  stack: Stack
  /** The file of the page, below the folder of the pages, and a section of it. */
  page: string
  /** Returns the lines that show the symptom; none if the text does not show it. */
  shownBy(facts: Facts): readonly (Fact | undefined)[]
}

const notShown: readonly Fact[] = []

/** True for a counter that is in the text and is 0. */
const isZero = (facts: Facts, name: string) => facts.count(name) === 0
const countOf = (facts: Facts, name: string) => facts.count(name) ?? 0
const linesOf = (facts: Facts, ...names: readonly string[]) => names.map((name) => facts.counter(name)?.fact)

/** The counters of these names that are above 0. */
const above0 = (facts: Facts, ...names: readonly string[]) =>
  linesOf(facts, ...names.filter((name) => countOf(facts, name) > 0))

/** The line of a sysctl whose value fits. */
function sysctl(name: string, fits: (value: string) => boolean): Symptom['shownBy'] {
  return (facts) => {
    const fact = facts.sysctl(name)
    return fact && fits(fact.says.value) ? [fact] : notShown
  }
}

function messages(
  name: MessageName,
  fits: (values: readonly string[]) => boolean = () => true,
): Symptom['shownBy'] {
  return (facts) => facts.of('message').filter(({ says }) => says.message === name && fits(says.values))
}

/** The lines that say that a file does not exist. */
function missing(file: 'table' | 'v0-sysctl' | 'mainline-sysctl'): Symptom['shownBy'] {
  return (facts) => facts.of('missing').filter(({ says }) => says.file === file)
}

function parameterAbove(facts: Facts, name: string, value: number): Fact | undefined {
  const fact = facts.parameter(name)
  return fact && fact.says.value > value ? fact : undefined
}

/** Addresses of one family in the table of v0.95. */
function addressesOf(facts: Facts, isOfFamily: (address: string) => boolean) {
  return facts.of('address').filter(({ says }) => isOfFamily(says.address))
}
const isV6 = (address: string) => address.includes(':')

const isReplyToJoin = 'MPJoinSynAckRx'

export const symptoms = {
  // multipath-tcp.org
  'v0-off': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#no-mptcp',
    shownBy: sysctl('mptcp_enabled', (value) => value === '0'),
  },
  'v0-on-request': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#no-mptcp',
    shownBy: sysctl('mptcp_enabled', (value) => value !== '0' && value !== '1'),
  },
  'v0-default-manager': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#not-selected',
    shownBy: sysctl('mptcp_path_manager', (value) => value === 'default'),
  },
  'v0-other-manager': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#not-selected',
    shownBy: sysctl('mptcp_path_manager', (value) => value !== 'default' && value !== 'fullmesh'),
  },
  'v0-no-table': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#fix-select',
    shownBy: missing('table'),
  },
  'v0-other-namespace': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#not-selected',
    shownBy: missing('v0-sysctl'),
  },
  'v0-no-address': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#device',
    shownBy: (facts) => (facts.of('address').length === 0 ? facts.of('table').slice(0, 1) : notShown),
  },
  'v0-one-address': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#check-table',
    shownBy: (facts) =>
      facts.of('table').length > 0 && facts.of('address').length === 1 ? facts.of('address') : notShown,
  },
  'v0-table-full': {
    stack: 'v0',
    page: 'questions/how-many.mdx#too-few',
    shownBy: (facts) =>
      [addressesOf(facts, isV6), addressesOf(facts, (address) => !isV6(address))]
        .filter((addresses) => new Set(addresses.map(({ says }) => says.slot)).size === 8)
        .map((addresses) => addresses.at(-1)),
  },
  'v0-backup': {
    stack: 'v0',
    page: 'questions/backup.mdx',
    shownBy: (facts) => facts.of('address').filter(({ says }) => says.isBackup),
  },
  'v0-backup-ignored': {
    stack: 'v0',
    page: 'questions/backup.mdx#fix',
    shownBy: sysctl('mptcp_scheduler', (value) => value === 'roundrobin'),
  },
  'v0-many-per-pair': {
    stack: 'v0',
    page: 'questions/how-many.mdx#too-many',
    shownBy: (facts) => [parameterAbove(facts, 'num_subflows', 1)],
  },
  'v0-growing': {
    stack: 'v0',
    page: 'quirks/opening.mdx#growing-mesh',
    shownBy(facts) {
      const many = parameterAbove(facts, 'num_subflows', 1)
      const again = parameterAbove(facts, 'create_on_err', 0)
      return many && again ? [many, again] : notShown
    },
  },
  'v0-one-subflow': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx',
    shownBy: (facts) => facts.of('session').filter(({ says }) => says.subflows === 1),
  },
  'v0-not-requested': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#no-mptcp',
    shownBy: (facts) =>
      isZero(facts, 'MPCapableSYNTX') && isZero(facts, 'MPCapableSYNRX')
        ? linesOf(facts, 'MPCapableSYNTX', 'MPCapableSYNRX')
        : notShown,
  },
  'v0-plain-answer': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#no-mptcp',
    shownBy: (facts) => above0(facts, 'MPCapableFallbackSYNACK'),
  },
  'v0-fallback': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#fallback',
    shownBy: (facts) => above0(facts, 'MPFallbackDataInit', 'MPFallbackAckInit'),
  },
  'v0-announced-not-joined': {
    stack: 'v0',
    page: 'questions/is-it-a-bug.mdx#not-yet',
    shownBy: announcedNotJoined('AddAddrRx'),
  },
  'v0-joins-unanswered': {
    stack: 'v0',
    page: 'questions/no-second-subflow.mdx#no-route',
    shownBy: joinsUnanswered,
  },
  'v0-joins-partly-answered': { stack: 'v0', page: 'questions/retries.mdx', shownBy: joinsPartlyAnswered },
  'v0-server': { stack: 'v0', page: 'questions/server.mdx', shownBy: isServer },
  'v0-unreachable': {
    stack: 'v0',
    page: 'questions/retries.mdx#no-route',
    shownBy: messages('connect-failed', ([error]) => error === '-101'),
  },
  'v0-connect-failed': {
    stack: 'v0',
    page: 'questions/retries.mdx#other',
    shownBy: messages('connect-failed', ([error]) => error !== '-101'),
  },
  'v0-bind-failed': { stack: 'v0', page: 'questions/retries.mdx#other', shownBy: messages('bind-failed') },
  'v0-ninth-address': {
    stack: 'v0',
    page: 'workers/address-worker.mdx#ninth',
    shownBy: messages('no-space'),
  },
  'v0-ninth-remote': { stack: 'v0', page: 'questions/how-many.mdx#cause', shownBy: messages('remote-full') },
  'v0-merged': { stack: 'v0', page: 'questions/is-it-a-bug.mdx#away-and-back', shownBy: messages('merged') },
  'v0-overwritten': { stack: 'v0', page: 'questions/nat.mdx#rewritten', shownBy: messages('overwritten') },

  // Mainline
  off: {
    stack: 'mainline',
    page: 'questions/no-second-subflow.mdx#mainline',
    shownBy: sysctl('enabled', (value) => value === '0'),
  },
  'not-built': {
    stack: 'mainline',
    page: 'questions/which-mptcp.mdx#by-hand',
    shownBy: missing('mainline-sysctl'),
  },
  userspace: {
    stack: 'mainline',
    page: 'then-and-now/index.mdx#ideas',
    shownBy: (facts) => [
      ...sysctl('path_manager', (value) => value === 'userspace')(facts),
      ...sysctl('pm_type', (value) => value === '1')(facts),
    ],
  },
  'default-limits': {
    stack: 'mainline',
    page: 'then-and-now/opening.mdx#a-default-limits',
    shownBy: (facts) => facts.of('limits').filter(({ says }) => says.subflows === 2 && says.accepted === 0),
  },
  'no-subflows-allowed': {
    stack: 'mainline',
    page: 'questions/how-many.mdx#mainline',
    shownBy: (facts) => facts.of('limits').filter(({ says }) => says.subflows === 0),
  },
  'no-announcements-accepted': {
    stack: 'mainline',
    page: 'questions/add-addr.mdx#mainline',
    shownBy: (facts) =>
      facts
        .of('limits')
        .filter(({ says }) => says.accepted === 0 && says.subflows !== 2 && says.subflows !== 0),
  },
  'no-endpoint': {
    stack: 'mainline',
    page: 'questions/no-second-subflow.mdx#mainline',
    shownBy: (facts) => (facts.of('endpoint').length === 0 ? facts.of('nothing') : notShown),
  },
  'no-subflow-endpoint': {
    stack: 'mainline',
    page: 'questions/no-second-subflow.mdx#mainline',
    shownBy(facts) {
      const endpoints = facts.of('endpoint')
      return endpoints.some(({ says }) => says.flags.includes('subflow')) ? notShown : endpoints
    },
  },
  'no-fullmesh': {
    stack: 'mainline',
    page: 'then-and-now/opening.mdx#a-nofullmesh-signal',
    shownBy(facts) {
      const endpoints = facts.of('endpoint').filter(({ says }) => says.flags.includes('subflow'))
      return endpoints.some(({ says }) => says.flags.includes('fullmesh')) ? notShown : endpoints
    },
  },
  backup: {
    stack: 'mainline',
    page: 'questions/backup.mdx#mainline',
    shownBy: (facts) => [
      ...facts.of('endpoint').filter(({ says }) => says.flags.includes('backup')),
      ...facts.of('subflow').filter(({ says }) => /b/i.test(says.flags)),
    ],
  },
  'eight-endpoints': {
    stack: 'mainline',
    page: 'then-and-now/limits.mdx#f-nine-endpoints',
    shownBy(facts) {
      const endpoints = facts.of('endpoint')
      return new Set(endpoints.map(({ says }) => says.id)).size >= 8 ? endpoints.slice(-1) : notShown
    },
  },
  fallback: {
    stack: 'mainline',
    page: 'questions/no-second-subflow.mdx#mainline',
    shownBy: (facts) => [
      ...facts.of('session').filter(({ says }) => says.fellBack),
      ...above0(
        facts,
        'MPCapableFallbackACK',
        'MPCapableFallbackSYNACK',
        'MPCapableDataFallback',
        'DSSCorruptionFallback',
        'DssFallback',
        'MD5SigFallback',
        'SimultConnectFallback',
      ),
    ],
  },
  'not-requested': {
    stack: 'mainline',
    page: 'questions/no-second-subflow.mdx#mainline',
    shownBy: (facts) =>
      isZero(facts, 'MPCapableSYNTX') && isZero(facts, 'MPCapableSYNRX')
        ? linesOf(facts, 'MPCapableSYNTX', 'MPCapableSYNRX')
        : notShown,
  },
  'one-subflow': {
    stack: 'mainline',
    page: 'questions/no-second-subflow.mdx#mainline',
    shownBy: (facts) => facts.of('session').filter(({ says }) => says.subflows === 0 && !says.fellBack),
  },
  'at-limit': {
    stack: 'mainline',
    page: 'then-and-now/limits.mdx#f-limits-4x4',
    shownBy: (facts) =>
      facts.of('session').filter(({ says }) => says.subflows > 0 && says.subflows === says.limit),
  },
  'announced-not-joined': {
    stack: 'mainline',
    page: 'questions/add-addr.mdx#mainline',
    shownBy: announcedNotJoined('AddAddr'),
  },
  'not-echoed': {
    stack: 'mainline',
    page: 'then-and-now/coming-and-going.mdx#b-add-addr-rtx',
    shownBy: (facts) =>
      countOf(facts, 'AddAddrTx') > 0 && isZero(facts, 'EchoAdd')
        ? linesOf(facts, 'AddAddrTx', 'EchoAdd')
        : notShown,
  },
  'bind-error': {
    stack: 'mainline',
    page: 'then-and-now/limits.mdx#f-bind-error',
    shownBy: (facts) => above0(facts, 'MPJoinSynTxBindErr'),
  },
  'connect-error': {
    stack: 'mainline',
    page: 'then-and-now/failures.mdx#e-noroute-at-all-nodev',
    shownBy: (facts) => above0(facts, 'MPJoinSynTxConnectErr'),
  },
  'create-error': {
    stack: 'mainline',
    page: 'questions/server.mdx#mainline',
    shownBy: (facts) => above0(facts, 'MPJoinSynTxCreatSkErr'),
  },
  'joins-unanswered': { stack: 'mainline', page: 'questions/retries.mdx#mainline', shownBy: joinsUnanswered },
  'joins-partly-answered': {
    stack: 'mainline',
    page: 'questions/retries.mdx#mainline',
    shownBy: joinsPartlyAnswered,
  },
} satisfies Record<string, Symptom>

export type SymptomId = keyof typeof symptoms

/** A symptom that the text shows. */
export interface FoundSymptom extends Finding<SymptomId> {
  page: string
}

/**
 * Returns the symptoms that the text shows.
 *
 * @param stack the stack that printed it, if that is known: then lines that both stacks can print count, too
 */
export function findSymptoms(facts: Facts, stack: Stack | undefined): FoundSymptom[] {
  const of = (each: Stack) =>
    stack === each ? facts.without(each === 'v0' ? 'mainline' : 'v0') : facts.in(each)
  const byStack = { v0: of('v0'), mainline: of('mainline') }
  return (Object.entries(symptoms) as [SymptomId, Symptom][]).flatMap(([id, { stack, page, shownBy }]) => {
    const shown = shownBy(byStack[stack]).filter((fact) => fact !== undefined)
    return shown.length > 0 ? [{ id, page, values: [], facts: shown }] : []
  })
}

/** Addresses were announced to this host, and it opened no subflow. On a server that is as it should be. */
function announcedNotJoined(received: string): Symptom['shownBy'] {
  return (facts) =>
    countOf(facts, received) > 0 && isZero(facts, 'MPJoinSynTx') && countOf(facts, 'MPCapableSYNRX') === 0
      ? linesOf(facts, received, 'MPJoinSynTx')
      : notShown
}

function joinsUnanswered(facts: Facts): readonly (Fact | undefined)[] {
  return countOf(facts, 'MPJoinSynTx') > 0 && isZero(facts, isReplyToJoin)
    ? linesOf(facts, 'MPJoinSynTx', isReplyToJoin)
    : notShown
}

function joinsPartlyAnswered(facts: Facts): readonly (Fact | undefined)[] {
  const answered = countOf(facts, isReplyToJoin)
  return answered > 0 && countOf(facts, 'MPJoinSynTx') > answered
    ? linesOf(facts, 'MPJoinSynTx', isReplyToJoin)
    : notShown
}

function isServer(facts: Facts): readonly (Fact | undefined)[] {
  return countOf(facts, 'MPJoinSynRx') > 0 && isZero(facts, 'MPJoinSynTx')
    ? linesOf(facts, 'MPJoinSynRx', 'MPJoinSynTx')
    : notShown
}
