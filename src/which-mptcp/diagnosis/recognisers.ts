import { type Fact, Facts, type MessageName, type Observation, type Stack } from './facts.ts'
import type { Line } from './input.ts'

/** Recognises one kind of line. */
interface Recogniser {
  /** The stack that prints such lines, if only one does. */
  stack?: Stack
  /**
   * A pattern of the output. It is tried on lines of up to 4,000 characters, so no two of its parts can share the same
   * characters in many ways.
   */
  pattern: RegExp
  /** Returns what the line says; undefined if it is not such a line after all. */
  read(groups: readonly string[], line: Line, previous: Line | undefined): Observation | undefined
}

/** The release of a kernel, such as `6.18.44-fc-v657`; its first two numbers are groups. */
const release = String.raw`((\d{1,2})\.(\d{1,3})(?:\.\d{1,3})?(?:[-+~_.][\w.+~-]{0,80})?)`

const address = String.raw`([\da-fA-F:]{0,40}(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[:][\da-fA-F]{0,4}))`

const sign = (): Observation => ({ kind: 'sign' })

function kernel([text = '', major, minor]: readonly string[]): Observation {
  return { kind: 'kernel', release: text, major: Number(major), minor: Number(minor) }
}

function message(name: MessageName): Recogniser['read'] {
  return (values) => ({ kind: 'message', message: name, values })
}

/** Names of the counters in `/proc/net/mptcp_net/snmp`, which have no prefix. */
const v0Counters =
  /^(MPCapable(?:SYN[RT]X|SYNACKRX|ACKRX|FallbackACK|FallbackSYNACK|RetransFallback)|MPTCP(?:CsumEnabled|Retrans)|MPFailRX|MPCsumFail|MPFastclose[RT]X|MPFallback(?:Ack|Data)(?:Sub|Init)|MPRemoveAddrSubDelete|MPJoin(?:NoTokenFound|AlreadyFallenback|Syn[RT]x|SynAckRx|SynAckHMacFailure|Ack(?:Rx|HMacFailure|Missing|RTO|Rexmit))|NoDSSInWindow|DSS(?:NotMatching|NoMatchTCP|TrimHead|SplitTail|PurgeOldSubSegs)|InfiniteMapRx|(?:Add|Rem)Addr[RT]x) {1,40}(\d{1,15})$/

/** All kinds of lines. The first that fits a line reads it. */
const recognisers = {
  // Lines that only the kernel of multipath-tcp.org prints.
  'v0-banner': {
    stack: 'v0',
    pattern: /^MPTCP: (?:Stable release v(\d[\w.-]{0,20})|Unstable branch)/,
    read: ([version]) => (version ? { kind: 'banner', release: `v${version}` } : sign()),
  },
  'v0-name': {
    stack: 'v0',
    pattern: new RegExp(
      String.raw`^(?:Linux version |Linux \S{1,64} )?(?=\S{0,80}mptcp)${release}(?: |$)`,
      'i',
    ),
    read: kernel,
  },
  'v0-sysctl': {
    stack: 'v0',
    pattern:
      /^(?:net[./]mptcp[./]|\/proc\/sys\/net\/mptcp\/)(mptcp_[a-z_]{1,40}) {0,4}[=:] {0,4}([^ ].{0,99})?$/,
    read: ([name = '', value = '']) => ({ kind: 'sysctl', name, value }),
  },
  'v0-parameter': {
    stack: 'v0',
    pattern: /^\/sys\/module\/mptcp_fullmesh\/parameters\/([a-z_]{1,40}): {0,4}(-?\d{1,10})$/,
    read: ([name = '', value]) => ({ kind: 'parameter', name, value: Number(value) }),
  },
  'v0-module': {
    stack: 'v0',
    pattern: /^mptcp_(?:fullmesh|ndiffports|binder|netlink) +\d+ +\d+/,
    read: sign,
  },
  'v0-table': {
    stack: 'v0',
    pattern: /^Index, Address-ID, Backup, IP-address, if-idx$/,
    read: () => ({ kind: 'table' }),
  },
  'v0-table-family': { stack: 'v0', pattern: /^IPv[46], next v[46]-index: \d{1,3}$/, read: sign },
  'v0-address': {
    stack: 'v0',
    pattern: new RegExp(String.raw`^(\d), (\d{1,3}), ([01]), ${address}, (\d{1,9})$`),
    read: ([slot = '', id = '', backup, address = '', device = '']) => ({
      kind: 'address',
      slot,
      id,
      isBackup: backup === '1',
      address,
      device,
    }),
  },
  'v0-sessions': { stack: 'v0', pattern: /^sl +loc_tok +rem_tok +v6 /, read: sign },
  'v0-session': {
    stack: 'v0',
    pattern:
      /^\d{1,9}: [\dA-F]{4,8} [\dA-F]{4,8} {1,4}[01] [\dA-F]{8,32}:[\dA-F]{4} +[\dA-F]{8,32}:[\dA-F]{4} +[\dA-F]{2} ([\dA-F]{2}) /,
    read: ([subflows = '']) => ({
      kind: 'session',
      subflows: Number.parseInt(subflows, 16),
      fellBack: false,
    }),
  },
  'v0-counters': {
    stack: 'v0',
    pattern: v0Counters,
    read: ([name = '', value]) => ({ kind: 'counters', values: new Map([[name, Number(value)]]) }),
  },
  'v0-connect-failed': {
    stack: 'v0',
    pattern: /^__mptcp_init[46]_subsockets: MPTCP subsocket connect\(\) failed, error (-\d{1,4})/,
    read: message('connect-failed'),
  },
  'v0-bind-failed': {
    stack: 'v0',
    pattern:
      /^__mptcp_init[46]_subsockets: token \S{1,12} bind\(\) to (\S{1,45}) index \d{1,9} failed, error (-\d{1,4})/,
    read: message('bind-failed'),
  },
  'v0-no-space': { stack: 'v0', pattern: /^mptcp_address_worker no more space/, read: message('no-space') },
  'v0-remote-full': {
    stack: 'v0',
    pattern: /^mptcp_addv[46]_raddr: At max num of remote addresses: \d --- not adding address: (\S{1,45})/,
    read: message('remote-full'),
  },
  'v0-overwritten': {
    stack: 'v0',
    pattern: /^mptcp_addv[46]_raddr: updating old addr: ?(\S{1,45}) to addr (\S{1,45}) with id:\d/,
    read: message('overwritten'),
  },
  'v0-merged': { stack: 'v0', pattern: /^add_pm_event (?:del|add|mod) old_code \d/, read: message('merged') },
  'v0-log': {
    stack: 'v0',
    pattern:
      /^(?:mptcp_address_worker|addr[46]_event_handler|__mptcp_init[46]_subsockets:|mptcp_add_sock:|mptcp_del_sock:|mptcp_alloc_mpcb:) ?\S/,
    read: sign,
  },

  // Lines that only mainline prints.
  'mainline-log': { stack: 'mainline', pattern: /^MPTCP token hash table entries: \d/, read: sign },
  'mainline-sysctl': {
    stack: 'mainline',
    pattern:
      /^(?:net[./]mptcp[./]|\/proc\/sys\/net\/mptcp\/)((?!mptcp_)[a-z][a-z\d_]{0,40}) {0,4}[=:] {0,4}([^ ].{0,99})?$/,
    read: ([name = '', value = '']) => ({ kind: 'sysctl', name, value }),
  },
  'mainline-endpoint': {
    stack: 'mainline',
    pattern: new RegExp(
      String.raw`^${address}(?: port \d{1,5})? id (\d{1,3})((?: (?:subflow|signal|backup|fullmesh|implicit|laminar)){0,6})(?: rawflags [\da-f]{1,8})?(?: dev (\S{1,15}))?$`,
    ),
    read: ([address = '', id = '', flags = '', device = '']) => ({
      kind: 'endpoint',
      address,
      id,
      flags: flags.split(' ').filter(Boolean),
      device,
    }),
  },
  'mainline-limits': {
    stack: 'mainline',
    pattern: /^add_addr_accepted (\d{1,3}) subflows (\d{1,3})$/,
    read: ([accepted, subflows]) => ({
      kind: 'limits',
      accepted: Number(accepted),
      subflows: Number(subflows),
    }),
  },
  'mainline-counter': {
    stack: 'mainline',
    pattern: /^MPTcpExt([A-Za-z\d]{1,40}) {1,40}(\d{1,15})(?: +\d{1,12}\.\d{1,6})?$/,
    read: ([name = '', value]) => ({ kind: 'counters', values: new Map([[name, Number(value)]]) }),
  },
  'mainline-counters': {
    stack: 'mainline',
    pattern: /^MPTcpExt: (\d[\d ]*)$/,
    read([values = ''], _, previous) {
      const numbers = values.trim().split(/ +/)
      const [head, ...names] = previous?.output.split(/ +/) ?? []
      if (head !== 'MPTcpExt:' || names.length !== numbers.length) return undefined
      return { kind: 'counters', values: new Map(names.map((name, index) => [name, Number(numbers[index])])) }
    },
  },
  'mainline-session': {
    stack: 'mainline',
    pattern: /(?:^| )token:[\da-f]{1,8} write_seq:/,
    read(_, { output }) {
      const words = output.split(/ +/)
      const numberOf = (name: string) => {
        const word = words.find((word) => word.startsWith(`${name}:`))
        return word && Number.parseInt(word.slice(name.length + 1), 10)
      }
      const limit = numberOf('subflows_max')
      return {
        kind: 'session',
        subflows: numberOf('subflows') || 0,
        ...(typeof limit === 'number' && limit >= 0 && { limit }),
        fellBack: words.includes('fallback'),
      }
    },
  },
  'mainline-subflow': {
    stack: 'mainline',
    pattern: /(?:^| )tcp-ulp-mptcp flags:([A-Za-z]{0,20}) token:/,
    read: ([flags = '']) => ({ kind: 'subflow', flags }),
  },
  'mainline-socket': {
    stack: 'mainline',
    pattern:
      /^(?:ESTAB|LISTEN|SYN-SENT|CLOSE-WAIT|FIN-WAIT-[12]|LAST-ACK) +\d{1,10} +\d{1,10} +\S{1,80}:\S{1,10} +\S{1,80}:\S/,
    read: (_, { command }) => (/^ss (?:.* )?(?:-[a-zA-Z]*M|--mptcp)/.test(command) ? sign() : undefined),
  },

  // Lines that both may print.
  kernel: {
    pattern: new RegExp(
      String.raw`^(?:Linux version |Linux \S{1,64} )?(?!\d{1,3}(?:\.\d{1,3}){3}(?: |$))${release}(?: |$)`,
    ),
    // A number alone is a release only as the whole output.
    read: (groups, { output }) =>
      output.startsWith('Linux ') || (output === groups[0] && /^[2-9]\.\d+\.\d/.test(output))
        ? kernel(groups)
        : undefined,
  },
  'missing-table': {
    pattern: /\/proc\/net\/mptcp_fullmesh'?: No such file or directory$/,
    read: () => ({ kind: 'missing', file: 'table' }),
  },
  'missing-v0-sysctl': {
    pattern: /\/proc\/sys\/net\/mptcp\/mptcp_[a-z_]{1,40}'?: No such file or directory$/,
    read: () => ({ kind: 'missing', file: 'v0-sysctl' }),
  },
  'missing-mainline-sysctl': {
    pattern: /\/proc\/sys\/net\/mptcp\/enabled'?: No such file or directory$/,
    read: () => ({ kind: 'missing', file: 'mainline-sysctl' }),
  },
} satisfies Record<string, Recogniser>

export type RecogniserName = keyof typeof recognisers | 'command'

const table = Object.entries(recognisers) as [RecogniserName, Recogniser][]

/** Reads what the lines say. A line that no recogniser fits is passed over. */
export function recognise(lines: readonly Line[]): Facts {
  const facts = lines.flatMap((line, index) => {
    const previous = lines[index - 1]
    return line.isCommand ? printedNothing(line, lines[index + 1]) : factIn(line, previous)
  })
  return new Facts(facts)
}

function factIn(line: Line, previous: Line | undefined): Fact[] {
  for (const [by, { stack, pattern, read }] of table) {
    const groups = pattern.exec(line.output)
    const says = groups && read(groups.slice(1), line, previous)
    if (says) return [{ says, stack, by, line }]
  }
  return []
}

/** A command that lists endpoints prints nothing if there are none; then the next line is a prompt. */
function printedNothing(line: Line, next: Line | undefined): Fact[] {
  const lists = /^ip (?:-\w+ )*mptcp endpoint(?: show)?$/.test(line.command)
  if (!lists || !next?.isCommand) return []
  return [{ says: { kind: 'nothing', command: line.command }, stack: undefined, by: 'command', line }]
}
