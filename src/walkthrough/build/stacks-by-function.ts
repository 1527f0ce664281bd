/**
 * The call stacks of functions of the model whose callee alone does not determine them. Each is an id, or the beginning
 * of ids: `fully_established-`.
 */
export const stacksByFunction: Record<string, string[]> = {
  connect: numbered('new_session', '01 02 09 10 11'),
  accept: numbered('new_session', '12 13 14 19'),
  establish: ['fully_established-'],
  pathArrayCheck: ['new_remote_address-'],
  receiveAddAddr: ['add_raddr-'],
  receiveRemoveAddr: ['rem_raddr-'],
  addAddress: [...numbered('mptcp_pm_inetaddr_event', '01'), ...numbered('inet6_addr_event', '01 05 06')],
  removeAddress: [
    ...numbered('mptcp_pm_inetaddr_event', '02 03 14'),
    ...numbered('inet6_addr_event', '07 08 09'),
  ],
  bringUp: numbered('netdev_event', '17 18'),
  bringDown: [], // no call stack is stored of a device that goes down
  setMultipath: numbered('netdev_event', '05 06'),
  notifyChange: numbered('netdev_event', '13 14'),
  closeSubflow: [...numbered('delete_subflow', '01 02'), ...numbered('release_sock', '23')],
  insmod: ['full_mesh_register-', ...numbered('netdev_event', '21 22'), 'mptcp_fm_init_net-'],
  releaseSock: numbered('release_sock', '01 04 07 08 19 22'),
}

function numbered(target: string, numbers: string): string[] {
  return numbers.split(' ').map((number) => `${target}-${number}`)
}
