import { boot } from '../../fullmesh/boot.ts'
import { removeAddress } from '../../host/devices.ts'
import { receiveJoin } from '../../host/peer.ts'
import { accept } from '../../host/sessions.ts'
import { advance } from '../../host/time.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/** A server with three addresses loses two of them. */
export function run() {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  receiveJoin(s1, '10.0.2.1', '10.9.1.1:4001', 0)
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  removeAddress(deviceNamed(machine, 'lte0'), '10.0.3.1')
  advance(machine, 500)
  return machine
}
