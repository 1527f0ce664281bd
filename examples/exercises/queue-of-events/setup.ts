import { boot } from '../../fullmesh/boot.ts'
import { fmGetNs } from '../../fullmesh/structures.ts'
import { addAddress, bringDown, bringUp, setMultipath } from '../../host/devices.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/** Four changes, all within 500 ms. Returns the queue of events. */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const wlan0 = deviceNamed(machine, 'wlan0')

  bringDown(wlan0)
  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  bringUp(wlan0)
  setMultipath(wlan0, 'off')

  return fmGetNs(wlan0.namespace).events.map(({ code, address }) => `${code} ${address}`)
}
