import { errno } from '../kernel/errno.ts'
import { NAME } from './command-words.ts'
import { reschedulable } from './usages.ts'

/**
 * Every form of a line of output. {@link PATTERNS} has the meaning of each `<name>`.
 *
 * Only a line of such a form may be replaced by output of the model: every other line may have been written by a
 * person. For the same reason, `error: …` is not a form.
 */
export const OUTPUT_FORMS: readonly string[] = [
  '[<ms>] insmod = <result>',
  '[<ms>] rmmod',
  '[<ms>] register <registration>',
  '[<ms>] register <registration> = <result>',
  '[<ms>] unregister <registration>',
  '[<ms>] pernet init <netns> = <result>',
  '[<ms>] proc_create mptcp_fullmesh',
  '[<ms>] proc_create mptcp_fullmesh failed',
  '[<ms>] proc_remove mptcp_fullmesh',
  '[<ms>] alloc failed',

  '[<ms>] op <op>(<session>)',
  '[<ms>] op rem_raddr(<session>,<id>)',
  '[<ms>] op get_local_id(<session>,<address>) = <id> low_prio=<flag>',
  '[<ms>] fallback <session> to default',

  '[<ms>] queue <work>',
  '[<ms>] queue <work> +<ms>',
  '[<ms>] run <work>',
  '[<ms>] block <work>',
  '[<ms>] resume <work>',
  '[<ms>] done <work>',
  '[<ms>] resched <command>',

  '[<ms>] join <subflow>: <source> id=<id> if=<ifindex> -> <endpoint> id=<id> = <result>',
  '[<ms>] accepted <subflow>',
  '[<ms>] error <subflow> <errno>',
  '[<ms>] reinject <subflow>',
  '[<ms>] close <subflow>',
  '[<ms>] gone <subflow>',

  '[<ms>] ack <subflow>: <options>size=<bytes>',
  '[<ms>] tx <subflow>: <options>size=<bytes>',
  '[<ms>] probe <subflow>: <options>size=<bytes>',

  'netns <netns> (no path manager state)',
  'netns <netns> loc4_bits=<bits> next_v4=<slot> loc6_bits=<bits> next_v6=<slot>',
  '  loc4[<slot>] id=<id> <address> if=<ifindex> low_prio=<flag>',
  '  loc6[<slot>] id=<id> <address> if=<ifindex> low_prio=<flag>',
  '  event <code> <address> if=<ifindex> low_prio=<flag>',

  'conn <session> pm=<pm> refs=<count>/<count> addr_signal=<flag> list_rcvd=<flag> deferred=<flag>',
  '  add_addr=<count> remove_addrs=<bits> announced_v4=<bits> announced_v6=<bits> first_pair=<flag>',
  '  rem4[<slot>] id=<id> <address> port=<port> bitfield=<bits> retry=<bits>',
  '  rem6[<slot>] id=<id> <address> port=<port> bitfield=<bits> retry=<bits>',
  '  sub <subflow> <state> loc_id=<id> rem_id=<id> low_prio=<flag> pf=<flag>',
  '  sub <subflow> <state> loc_id=<id> rem_id=<id> low_prio=<flag> pf=<flag> master',

  'Index, Address-ID, Backup, IP-address, if-idx',
  'IPv4, next v4-index: <slot>',
  'IPv6, next v6-index: <slot>',
  '<slot>, <id>, <flag>, <address>, <ifindex>',
]

const NUMBER = '(?:0|[1-9]\\d*)'
const SUBFLOW = `${NAME}/${NUMBER}`
const V4 = '\\d{1,3}(?:\\.\\d{1,3}){3}'
const V6 = '[\\da-f]*:[\\da-f:.]+'
const ADDRESS = oneOf(V4, V6)

/** The source of a regular expression for each `<name>` in a form. */
export const PATTERNS: Readonly<Record<string, string>> = {
  ms: NUMBER,
  session: NAME,
  netns: NAME,
  subflow: SUBFLOW,
  registration: oneOf('pernet', 'inetaddr', 'netdevice', 'inet6addr', 'path_manager'),
  op: oneOf('new_session', 'fully_established', 'new_remote_address', 'release_sock', 'add_raddr'),
  work: oneOf(
    `address_worker\\(${NAME}\\)`,
    `subflow(?:_retry)?_work\\(${NAME}\\)`,
    `sub_close\\(${SUBFLOW}\\)`,
  ),
  command: `${oneOf(...reschedulable)}(?: .+)?`,
  result: '(?:0|-[1-9]\\d*)',
  errno: oneOf(...Object.keys(errno)),
  id: `(?:-1|${NUMBER})`,
  address: ADDRESS,
  source: oneOf(V4, `\\[${V6}\\]`),
  endpoint: oneOf(`${V4}:${NUMBER}`, `\\[${V6}\\]:${NUMBER}`),
  ifindex: NUMBER,
  options: [
    ...['MP_JOIN', 'DSS', `ADD_ADDR\\(${NUMBER},${ADDRESS}\\)`],
    ...[`REMOVE_ADDR\\(${NUMBER}(?:,${NUMBER})*\\)`, 'MP_PRIO\\([01]\\)'],
  ]
    .map((option) => `(?:${option} )?`)
    .join(''),
  bytes: NUMBER,
  slot: NUMBER,
  bits: '0x(?:[\\da-f]{2}|[\\da-f]{4})',
  count: NUMBER,
  flag: '[01]',
  port: NUMBER,
  pm: oneOf('fullmesh', 'default'),
  state: oneOf('SYN_SENT', 'ESTABLISHED', 'CLOSE'),
  code: oneOf('ADD', 'DEL', 'MOD'),
}

const output = new RegExp(`^(?:${OUTPUT_FORMS.map(patternOf).join('|')})$`, 'u')

/** The source of the regular expression for a form. The expression needs the flag `u`. */
export function patternOf(form: string): string {
  return form
    .split(/<(\w+)>/)
    .map((part, i) => (i % 2 ? PATTERNS[part] : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('')
}

/** Whether a command can print this line. */
export function isOutput(line: string): boolean {
  return output.test(line)
}

function oneOf(...sources: string[]): string {
  return `(?:${sources.join('|')})`
}
