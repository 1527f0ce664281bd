import { boot } from '../../fullmesh/boot.ts'
import { addAddress, addDevice } from '../../host/devices.ts'
import { connect, establish } from '../../host/sessions.ts'
import { advance } from '../../host/time.ts'

/** wlan0 gets an address. A session begins on it at once, another later. */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1'] })
  addAddress(addDevice(machine, 'wlan0'), '10.0.2.1')
  const early = connect(
    machine,
    'early',
    '10.0.2.1:4000',
    '10.9.1.1:80',
  )
  advance(machine, 500)
  const late = connect(machine, 'late', '10.0.2.1:4001', '10.9.1.1:80')
  establish(early)
  establish(late)
  advance(machine, 5000)
  return { early, late }
}
