import { boot } from '../../fullmesh/boot.ts'
import { connect } from '../../host/sessions.ts'

/** An IPv6 socket connects to an IPv4 address: a v4-mapped session. */
export function run() {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    wlan0: ['10.0.2.1', 'fd00:2::1'],
  })
  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', {
    mapped: true,
  })
  return machine
}
