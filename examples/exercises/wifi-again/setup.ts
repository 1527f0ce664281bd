import { twoSubflows } from '../../fullmesh/setups.ts'
import { bringDown, bringUp, setMultipath } from '../../host/devices.ts'
import { advance } from '../../host/time.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/**
 * c1 has the subflows c1/0 from 10.0.1.1 on eth0 and c1/1 from 10.0.2.1 on
 * wlan0. Neither device is a backup at the beginning.
 */
export function run() {
  const { machine, c1 } = twoSubflows()
  const wlan0 = deviceNamed(machine, 'wlan0')

  bringDown(wlan0)
  setMultipath(wlan0, 'backup')
  bringUp(wlan0)
  advance(machine, 500)

  return { machine, c1, wlan0 }
}
