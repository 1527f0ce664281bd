import { boot } from '../../fullmesh/boot.ts'
import { receiveAddAddr } from '../../host/peer.ts'
import { accept, establish } from '../../host/sessions.ts'
import { advance } from '../../host/time.ts'

/**
 * A server with two addresses accepts a session. The client announces a
 * second address of its own, and sends no MP_JOIN. Returns the session.
 */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  receiveAddAddr(s1, 2, '10.9.2.1')
  establish(s1)
  advance(machine, 5000)
  return s1
}
