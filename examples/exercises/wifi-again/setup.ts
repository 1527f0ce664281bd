import { boot } from '../../fullmesh/boot.ts'
import { bringDown, bringUp } from '../../host/devices.ts'
import { advance } from '../../host/time.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/** Wi-Fi fails on a host with three IPv4 addresses, and returns. */
export function run() {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })
  const wlan0 = deviceNamed(machine, 'wlan0')
  bringDown(wlan0)
  advance(machine, 500)
  bringUp(wlan0)
  advance(machine, 500)
  return wlan0
}
