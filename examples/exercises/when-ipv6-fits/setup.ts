import { sessionWithoutSubflow } from '../../fullmesh/setups.ts'
import { addAddress } from '../../host/devices.ts'
import { receiveJoin } from '../../host/peer.ts'
import { advance } from '../../host/time.ts'
import { transmit } from '../../host/transmit.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'
import { subflowNumbered } from '../../kernel/subflow.ts'

/** Two announcements are pending when s1, an IPv6 socket, gets a subflow. */
export function run() {
  const { machine, s1 } = sessionWithoutSubflow(['10.0.1.1'], {
    mapped: true,
  })
  const eth0 = deviceNamed(machine, 'eth0')
  addAddress(eth0, '10.0.2.1')
  addAddress(eth0, 'fd00:2::1')
  advance(machine, 500)
  receiveJoin(s1, '10.0.1.1', '10.9.1.1:4001', 0)
  const subflow = subflowNumbered(s1, 1)
  transmit(subflow, 'data') // segment 1
  transmit(subflow, 'data') // segment 2
  transmit(subflow, 'ack') // segment 3
  transmit(subflow, 'ack') // segment 4
  return machine
}
