import * as look from './look-commands.ts'
import * as module from './module-commands.ts'
import * as network from './network-commands.ts'
import * as session from './session-commands.ts'
import * as time from './time-commands.ts'
import type { Words } from './words.ts'
import type { World } from './world.ts'

/** A command of scenarios. */
export interface Command {
  /**
   * How it is written, a line for each way: `<name>` stands for a word, `|` is between choices, `[ ]` is around what
   * may be left out, and `…` is behind what may be repeated. Options that follow each other may stand in any order.
   */
  readonly usage: readonly string[]
  readonly run: (world: World, words: Words) => void
}

const sessionOptions = '[v0|v1] [ipv6only] [mapped] [netns <netns>] [bind <device>] [transparent <device>]'

/** All commands, by their first words. */
export const commands: Readonly<Record<string, Command>> = {
  link: {
    usage: [
      'link add <device> [netns <netns>] [down] [backup] [nomultipath]',
      'link set <device> up|down|change',
      'link set <device> multipath on|off|backup',
    ],
    run: network.link,
  },
  addr: {
    usage: ['addr add <address> dev <device> [scope link|host]', 'addr del <address> dev <device>'],
    run: network.addr,
  },
  netns: { usage: ['netns add|del <netns>'], run: network.netns },
  route: { usage: ['route fail <local> <remote> <errno>', 'route ok <local> <remote>'], run: network.route },
  insmod: { usage: ['insmod'], run: module.insmod },
  rmmod: { usage: ['rmmod'], run: module.rmmod },
  param: { usage: ['param num_subflows=<number>', 'param create_on_err=<number>'], run: module.param },
  fail: {
    usage: [
      'fail alloc [<nth>]',
      'fail register pernet|inetaddr|netdevice|inet6addr|path_manager',
      'fail proc',
    ],
    run: module.fail,
  },
  state: { usage: ['state <session>|<netns>'], run: look.state },
  proc: { usage: ['proc <netns>'], run: look.proc },
  advance: { usage: ['advance <ms>'], run: time.advance },
  resched: { usage: ['resched <command>'], run: time.resched },
  connect: { usage: [`connect <session> <local> <remote> ${sessionOptions}`], run: session.connect },
  accept: { usage: [`accept <session> <local> <remote> ${sessionOptions}`], run: session.accept },
  established: { usage: ['established <session>'], run: session.established },
  close: { usage: ['close <session>'], run: session.close },
  own: { usage: ['own <session>'], run: session.own },
  release: { usage: ['release <session>'], run: session.release },
  infinite: { usage: ['infinite <session> snd|rcv|send'], run: session.infinite },
  local_id: { usage: ['local_id <session> <address>'], run: session.localId },
  rx: {
    usage: [
      'rx <session> add_addr <id> <address>',
      'rx <session> remove_addr <id>…',
      'rx <session> join <local> <remote> <id>',
    ],
    run: session.rx,
  },
  sub: {
    usage: [
      'sub <session> <number> established|acked',
      'sub <session> <number> error <errno>',
      'sub <session> <number> srtt|idle <number>',
      'sub <session> <number> pf on|off',
    ],
    run: session.sub,
  },
  tx: { usage: ['tx <session> <number> ack|data|probe… [size=<bytes>]'], run: session.tx },
}
