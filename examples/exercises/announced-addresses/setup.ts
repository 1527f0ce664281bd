import { boot } from '../../fullmesh/boot.ts'
import { connect } from '../../host/sessions.ts'

/** A client with three addresses; its session begins on the second. */
export function run() {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })
  connect(machine, 'c1', '10.0.2.1:4000', '10.9.1.1:80')
  return machine.log
}
