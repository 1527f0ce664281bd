import { boot } from '../../fullmesh/boot.ts'
import { receiveAddAddr } from '../../host/peer.ts'
import { connect, establish } from '../../host/sessions.ts'
import { drain } from '../../host/time.ts'

/** c1 begins on the second of three local addresses; the peer has two. */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.2.1', '10.0.3.1'] })
  const c1 = connect(machine, 'c1', '10.0.2.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1')
  establish(c1)
  drain(machine)
  return c1.subflows
    .slice(0, -1) // without the initial subflow, the last one
    .map(({ source, destination }) => `${source} -> ${destination}`)
    .reverse() // oldest first
}
