import { getLocalId, receiveAddAddr, receiveJoin, receiveRemoveAddr } from '../host/peer.ts'
import * as sessions from '../host/sessions.ts'
import { ownSock } from '../host/sessions.ts'
import { fail, finishHandshake, receiveFourthAck } from '../host/subflows.ts'
import { transmit } from '../host/transmit.ts'
import { Invalid } from '../kernel/invalid.ts'
import type { Segment } from '../kernel/options.ts'
import { type Session, sessionNamed } from '../kernel/session.ts'
import { releaseSock } from '../kernel/session-lock.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { spend } from './budget.ts'
import { parseNumber, type Words } from './command-words.ts'
import type { World } from './world.ts'

/** `connect`: completes a handshake that this host began. */
export function connect({ machine }: World, words: Words): void {
  sessions.connect(machine, ...sessionArguments(words))
}

/** `accept`: completes a handshake that the peer began. */
export function accept({ machine }: World, words: Words): void {
  sessions.accept(machine, ...sessionArguments(words))
}

function sessionArguments(words: Words): [string, string, string, sessions.SessionOptions] {
  const name = words.name('a name for the session')
  const local = words.need('the local address and port')
  const remote = words.need('the remote address and port')
  const options: sessions.SessionOptions = {}
  for (let word = words.take(); word !== undefined; word = words.take()) {
    if (word === 'v0') options.version = 0
    else if (word === 'v1') options.version = 1
    else if (word === 'ipv6only') options.ipv6Only = true
    else if (word === 'mapped') options.mapped = true
    else if (word === 'netns') options.netns = words.need('the name of a namespace')
    else if (word === 'bind') options.bind = words.need('the name of a device')
    else if (word === 'transparent') options.transparent = words.need('the name of a device')
    else
      throw new Invalid(
        `"${word}" is not an option of a session: v0, v1, ipv6only, mapped, netns <netns>, bind <device>, transparent <device>`,
      )
  }
  return [name, local, remote, options]
}

/** `established`: makes the initial subflow fully established. */
export function established(world: World, words: Words): void {
  sessions.establish(onlySession(world, words))
}

/** `close`: closes the session, as the application does. */
export function close(world: World, words: Words): void {
  sessions.close(onlySession(world, words))
}

/** `own`: takes the socket lock, as the application does. */
export function own(world: World, words: Words): void {
  ownSock(onlySession(world, words))
}

/** `release`: releases the socket lock, as the application does. */
export function release(world: World, words: Words): void {
  releaseSock(onlySession(world, words))
}

/** `infinite`: sets a flag of the infinite mapping. */
export function infinite(world: World, words: Words): void {
  const { infiniteMapping } = nextSession(world, words)
  const flag = words.oneOf(['snd', 'rcv', 'send'])
  words.end()
  infiniteMapping[flag] = true
}

/** `local_id`: requests the id of a local address from the path manager. */
export function localId(world: World, words: Words): void {
  const session = nextSession(world, words)
  const address = words.address()
  words.end()
  getLocalId(session, address)
}

/** `rx`: receives an ADD_ADDR, a REMOVE_ADDR or a join of the peer. */
export function rx(world: World, words: Words): void {
  const receiver = nextSession(world, words)
  const what = words.oneOf(['add_addr', 'remove_addr', 'join'])
  if (what === 'add_addr') {
    const id = words.number('an address id', 255)
    const address = words.need('an address')
    words.end()
    receiveAddAddr(receiver, id, address)
  } else if (what === 'remove_addr') {
    const first = words.need('an address id')
    const ids = [first, ...words.rest()].map((id) => parseNumber(id, 'an address id', 255))
    receiveRemoveAddr(receiver, ids)
  } else {
    const local = words.need('a local address')
    const remote = words.need('a remote address')
    const id = words.number('an address id', 255)
    words.end()
    receiveJoin(receiver, local, remote, id)
  }
}

/** `sub`: receives a handshake segment of a subflow, ends it, or sets a measured value of it. */
export function sub(world: World, words: Words): void {
  const subflow = nextSubflow(world, words)
  const what = words.oneOf(['established', 'acked', 'error', 'srtt', 'idle', 'pf'])
  if (what === 'pf') subflow.pf = last(words, words.oneOf(['on', 'off'])) === 'on'
  else if (what === 'srtt') subflow.srtt = last(words, words.number('a number of microseconds'))
  else if (what === 'idle') subflow.idle = last(words, words.number('a number of milliseconds'))
  else if (what === 'error') fail(subflow, last(words, words.errno()))
  else if (what === 'established') finishHandshake(last(words, subflow))
  else receiveFourthAck(last(words, subflow))
}

/** `tx`: sends a segment on a subflow. */
export function tx(world: World, words: Words): void {
  const subflow = nextSubflow(world, words)
  let segment: Segment = words.oneOf(['ack', 'data', 'probe'])
  let word = words.take()
  if (segment === 'data' && word === 'probe') {
    segment = 'probe'
    word = words.take()
  }
  words.end()
  transmit(subflow, segment, word === undefined ? undefined : sizeOption(word))
}

function sizeOption(word: string): number {
  const [, digits] = /^size=(.*)$/.exec(word) ?? []
  if (digits === undefined) throw new Invalid(`"${word}" is not an option of "tx": size=<bytes>`)
  return parseNumber(digits, 'a number of bytes')
}

/** Returns the value of the last word read. @throws Invalid if a word follows */
function last<T>(words: Words, read: T): T {
  words.end()
  return read
}

function nextSession(world: World, words: Words): Session {
  const found = sessionNamed(world.machine, words.need('the name of a session'))
  spend(world, 'visits', found.subflows.length)
  return found
}

function onlySession(world: World, words: Words): Session {
  const found = nextSession(world, words)
  words.end()
  return found
}

function nextSubflow(world: World, words: Words) {
  const found = nextSession(world, words)
  return subflowNumbered(found, words.number('the number of a subflow'))
}
