import { boot } from '../../fullmesh/boot.ts'
import { fmGetNs } from '../../fullmesh/structures.ts'
import * as host from '../../host/devices.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/** Four changes, all at 500 ms. Returns the queue of events. */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const wlan0 = deviceNamed(machine, 'wlan0')

  host.bringDown(wlan0)
  host.addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  host.bringUp(wlan0)
  host.setMultipath(wlan0, 'off')

  const { events } = fmGetNs(wlan0.namespace)
  return events.map(({ code, address }) => `${code} ${address}`)
}
