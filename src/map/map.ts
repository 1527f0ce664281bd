/** The context in which the function of a box runs. A box of the kind `memory` is a structure. */
export type BoxKind = 'process' | 'softirq' | 'work' | 'memory'

/** A box of the map. */
export interface Box {
  /** The C name of the function or structure. */
  id: string
  /** The page about it. */
  page: string
  kind: BoxKind
  column: 'left' | 'right'
  /** The upper edge, in units of the picture, which is 444 wide and 512 high. */
  y: number
}

/** An arrow: one function calls another, or queues it, at this line of the C file. */
export interface MapArrow {
  from: string
  to: string
  line: number
  /** The callee at that line, if it is not `to` itself. */
  by?: string
  /** The delay of queued work, in ms. */
  delay?: number
}

export const boxes: readonly Box[] = [
  box('netdev_event', 'notifiers/netdev/', 'process', 'left', 34),
  box('mptcp_pm_inetaddr_event', 'notifiers/inetaddr/', 'process', 'left', 88),
  box('inet6_addr_event', 'notifiers/inet6addr/', 'process', 'left', 130),
  box('add_pm_event', 'notifiers/events/', 'process', 'left', 184),
  box('mptcp_address_worker', 'workers/address-worker/', 'work', 'left', 256),
  box('mptcp_loc_addr', 'structures/loc-addr/', 'memory', 'left', 376),
  box('full_mesh_new_session', 'ops/new-session/', 'softirq', 'right', 34),
  box('full_mesh_add_raddr', 'ops/add-raddr/', 'softirq', 'right', 70),
  box('full_mesh_rem_raddr', 'ops/rem-raddr/', 'softirq', 'right', 106),
  box('full_mesh_release_sock', 'ops/release-sock/', 'process', 'right', 142),
  box('full_mesh_delete_subflow', 'ops/delete-subflow/', 'work', 'right', 178),
  box('full_mesh_create_subflows', 'ops/create-subflows/', 'softirq', 'right', 256),
  box('create_subflow_worker', 'workers/create-subflow-worker/', 'work', 'right', 310),
  box('retry_subflow_worker', 'workers/retry-subflow-worker/', 'work', 'right', 376),
  box('full_mesh_addr_signal', 'ops/addr-signal/', 'softirq', 'right', 430),
  box('full_mesh_get_local_id', 'ops/get-local-id/', 'softirq', 'right', 466),
  box('fullmesh_priv', 'structures/fullmesh-priv/', 'memory', 'left', 412),
]

export const arrows: readonly MapArrow[] = [
  { from: 'netdev_event', to: 'mptcp_pm_inetaddr_event', line: 1210 },
  { from: 'netdev_event', to: 'inet6_addr_event', line: 1220 },
  { from: 'mptcp_pm_inetaddr_event', to: 'add_pm_event', line: 1118, by: 'addr4_event_handler' },
  { from: 'inet6_addr_event', to: 'add_pm_event', line: 1180, by: 'addr6_event_handler' },
  { from: 'add_pm_event', to: 'mptcp_address_worker', line: 1069, by: 'queue_delayed_work', delay: 500 },
  { from: 'mptcp_address_worker', to: 'full_mesh_create_subflows', line: 906 },
  { from: 'full_mesh_release_sock', to: 'full_mesh_create_subflows', line: 1431 },
  { from: 'full_mesh_delete_subflow', to: 'full_mesh_create_subflows', line: 1755 },
  { from: 'full_mesh_create_subflows', to: 'create_subflow_worker', line: 1372, by: 'queue_work' },
  {
    from: 'create_subflow_worker',
    to: 'retry_subflow_worker',
    line: 593,
    by: 'queue_delayed_work',
    delay: 1000,
  },
]

function box(id: string, page: string, kind: BoxKind, column: Box['column'], y: number): Box {
  return { id, page, kind, column, y }
}
