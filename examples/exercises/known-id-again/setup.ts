import { boot } from '../../fullmesh/boot.ts'
import { addAddress, addDevice } from '../../host/devices.ts'
import { receiveAddAddr } from '../../host/peer.ts'
import { connect, establish } from '../../host/sessions.ts'
import { advance, drain } from '../../host/time.ts'

/** The peer announces id 2 twice, with two addresses; wlan0 is added later. */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1')
  establish(c1)
  drain(machine) // opens the subflow from 10.0.1.1 to 10.9.2.1
  receiveAddAddr(c1, 2, '10.9.3.1')
  drain(machine)
  addAddress(addDevice(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 500)
  return c1
}
