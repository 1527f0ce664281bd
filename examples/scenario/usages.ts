const sessionOptions = '[v0|v1] [ipv6only] [mapped] [netns <netns>] [bind <device>] [transparent <device>]'

/**
 * The usages of each command, by its first word. `<name>` stands for a word, `|` separates choices, `[ ]` encloses an
 * option, and `…` follows a word that may be repeated. Options may be given in any order.
 */
export const usages = {
  link: [
    'link add <device> [netns <netns>] [down] [backup] [nomultipath]',
    'link set <device> up|down|change',
    'link set <device> multipath on|off|backup',
  ],
  addr: ['addr add <address> dev <device> [scope global|link|host]', 'addr del <address> dev <device>'],
  netns: ['netns add|del <netns>'],
  route: ['route fail <local> <remote> <errno>', 'route ok <local> <remote>'],
  insmod: ['insmod'],
  rmmod: ['rmmod'],
  param: ['param num_subflows=<number>', 'param create_on_err=<number>'],
  fail: ['fail alloc [<nth>]', 'fail register pernet|inetaddr|netdevice|inet6addr|path_manager', 'fail proc'],
  state: ['state <session>|<netns>'],
  proc: ['proc <netns>'],
  advance: ['advance <ms>'],
  resched: ['resched <command>'],
  connect: [`connect <session> <local> <remote> ${sessionOptions}`],
  accept: [`accept <session> <local> <remote> ${sessionOptions}`],
  established: ['established <session>'],
  close: ['close <session>'],
  own: ['own <session>'],
  release: ['release <session>'],
  infinite: ['infinite <session> snd|rcv|send'],
  local_id: ['local_id <session> <address>'],
  rx: [
    'rx <session> add_addr <id> <address>',
    'rx <session> remove_addr <id>…',
    'rx <session> join <local> <remote> <id>',
  ],
  sub: [
    'sub <session> <number> established|acked',
    'sub <session> <number> error <errno>',
    'sub <session> <number> srtt|idle <number>',
    'sub <session> <number> pf on|off',
  ],
  tx: [
    'tx <session> <number> ack|data|probe [size=<bytes>]',
    'tx <session> <number> data probe [size=<bytes>]',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The first word of a command. */
export type CommandName = keyof typeof usages

/** Whether a word is the first word of a command. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(usages, word)
}

/** Commands that cannot run in cond_resched(): the clock does not move there, and the worker holds the socket lock. */
const NOT_IN_WORKER: readonly string[] = ['advance', 'release', 'resched']

/** The first words of the commands that `resched` accepts. */
export const reschedulable = Object.keys(usages).filter((name) => !NOT_IN_WORKER.includes(name))
