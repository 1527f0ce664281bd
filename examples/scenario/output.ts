/**
 * Every form that a line of output has. `<name>` stands for a word; what is in {@link PATTERNS} is narrower or wider.
 *
 * Only a line of such a form may be replaced by what the model prints: every other line was written by a person.
 * `error: …` is not among them, for the same reason.
 */
export const OUTPUT_FORMS: readonly string[] = [
  '[<ms>] insmod = <result>',
  '[<ms>] rmmod',
  '[<ms>] register <name>',
  '[<ms>] register <name> = <result>',
  '[<ms>] unregister <name>',
  '[<ms>] pernet init <netns> = <result>',
  '[<ms>] proc_create mptcp_fullmesh',
  '[<ms>] proc_create mptcp_fullmesh failed',
  '[<ms>] proc_remove mptcp_fullmesh',
  '[<ms>] alloc failed',

  '[<ms>] op <op>(<arguments>)',
  '[<ms>] op get_local_id(<session>,<address>) = <id> low_prio=<flag>',
  '[<ms>] fallback <session> to default',

  '[<ms>] queue <work>',
  '[<ms>] queue <work> +<ms>',
  '[<ms>] run <work>',
  '[<ms>] block <work>',
  '[<ms>] resume <work>',
  '[<ms>] done <work>',
  '[<ms>] resched <command>',

  '[<ms>] join <subflow>: <address> id=<id> if=<ifindex> -> <endpoint> id=<id> = <result>',
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

  'conn <session> pm=<name> refs=<count>/<count> addr_signal=<flag> list_rcvd=<flag> deferred=<flag>',
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

const PATTERNS: Readonly<Record<string, string>> = {
  ms: '\\d+',
  slot: '\\d+',
  id: '-?\\d+',
  flag: '[01]',
  options: '(?:[A-Z]\\S* )*',
  command: '.+',
}

const output = new RegExp(`^(?:${OUTPUT_FORMS.map(patternOf).join('|')})$`)

/** The source of the regular expression for a form. */
export function patternOf(form: string): string {
  return form
    .split(/<(\w+)>/)
    .map((part, i) => (i % 2 ? (PATTERNS[part] ?? '\\S+') : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('')
}

/** Whether a line is one that a command can print. */
export function isOutput(line: string): boolean {
  return output.test(line)
}
