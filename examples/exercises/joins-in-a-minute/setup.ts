import { boot } from '../../fullmesh/boot.ts'
import { connect, establish } from '../../host/sessions.ts'
import { advance } from '../../host/time.ts'
import { routeKey } from '../../kernel/machine.ts'

/** Two local addresses from which every attempt fails, for one minute. */
export function run() {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })
  // ENETUNREACH from 10.0.2.1, EHOSTUNREACH from 10.0.3.1
  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -101)
  machine.routeErrors.set(routeKey('10.0.3.1', '10.9.1.1'), -113)
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  establish(c1)
  advance(machine, 60_000)
  return machine.log.filter((line) => line.includes(' join '))
}
