import type { Words } from './command-words.ts'
import * as inspect from './inspect-commands.ts'
import * as module from './module-commands.ts'
import * as network from './network-commands.ts'
import * as session from './session-commands.ts'
import * as time from './time-commands.ts'
import type { CommandName } from './usages.ts'
import type { World } from './world.ts'

/** The functions that run commands, by first word. The usages of commands are in `usages.ts`. */
export const commands: Readonly<Record<CommandName, (world: World, words: Words) => void>> = {
  link: network.link,
  addr: network.addr,
  netns: network.netns,
  route: network.route,
  insmod: module.insmod,
  rmmod: module.rmmod,
  param: module.param,
  fail: module.fail,
  state: inspect.state,
  proc: inspect.proc,
  advance: time.advance,
  resched: time.resched,
  connect: session.connect,
  accept: session.accept,
  established: session.established,
  close: session.close,
  own: session.own,
  release: session.release,
  infinite: session.infinite,
  local_id: session.localId,
  rx: session.rx,
  sub: session.sub,
  tx: session.tx,
}
