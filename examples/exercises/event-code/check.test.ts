import { expect, test } from 'vitest'
import { addrEventHandler } from '../../fullmesh/addr-event-handler.ts'
import { boot } from '../../fullmesh/boot.ts'
import { fmGetNs } from '../../fullmesh/structures.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'
import { codeFor } from './start.ts'

const notifications = [
  'NETDEV_UP',
  'NETDEV_CHANGE',
  'NETDEV_DOWN',
] as const

/** The code of the event that the path manager queues. */
function queued(
  notification: (typeof notifications)[number],
  isUp: boolean,
  multipathOff: boolean,
) {
  const machine = boot({
    eth0: { addresses: [], down: !isUp, noMultipath: multipathOff },
  })
  const device = deviceNamed(machine, 'eth0')
  addrEventHandler(notification, {
    address: '10.0.1.1',
    scope: 0,
    device,
  })
  return fmGetNs(device.namespace).events[0]?.code
}

test('same-codes', () => {
  for (const [word, isUp, multipathOff] of [
    ['plain-codes', true, false],
    ['device-down', false, false],
    ['multipath-off', true, true],
    ['same-codes', false, true],
  ] as const)
    for (const notification of notifications)
      expect(codeFor({ notification, isUp, multipathOff }), word).toBe(
        queued(notification, isUp, multipathOff),
      )
})
