/** The kinds of definitions in the C file. */
export type SymbolKind =
  | 'enum'
  | 'enumerator'
  | 'macro'
  | 'struct'
  | 'field'
  | 'parameter'
  | 'op table'
  | 'notifier block'
  | 'function'
  | 'metadata'

/** A definition in the C file. */
export interface CSymbol {
  /** The name in C. The name of a field begins with its struct: `struct fullmesh_rem4.port`. */
  readonly name: string
  readonly kind: SymbolKind
  /** The first and the last line. */
  readonly lines: readonly [number, number]
  /** The name of the definition for the other address family, if there is one. */
  readonly twin?: string
}

/**
 * Every definition in `mptcp_fullmesh.c`, in the order of the file: names and lines, without text.
 *
 * The lines are those of the file with the sha256 914053dcb1d6398ab516ca6f0ece036c22342c1a89bb7dce9335cb37c59651a2.
 */
export const symbols = [
  { name: '(anonymous enum of event codes)', kind: 'enum', lines: [12, 16] },
  { name: 'MPTCP_EVENT_ADD', kind: 'enumerator', lines: [13, 13] },
  { name: 'MPTCP_EVENT_DEL', kind: 'enumerator', lines: [14, 14] },
  { name: 'MPTCP_EVENT_MOD', kind: 'enumerator', lines: [15, 15] },
  { name: 'MPTCP_SUBFLOW_RETRY_DELAY', kind: 'macro', lines: [18, 18] },
  { name: 'MPTCP_MAX_ADDR', kind: 'macro', lines: [23, 23] },
  { name: 'struct fullmesh_rem4', kind: 'struct', lines: [25, 31], twin: 'struct fullmesh_rem6' },
  {
    name: 'struct fullmesh_rem4.rem4_id',
    kind: 'field',
    lines: [26, 26],
    twin: 'struct fullmesh_rem6.rem6_id',
  },
  {
    name: 'struct fullmesh_rem4.bitfield',
    kind: 'field',
    lines: [27, 27],
    twin: 'struct fullmesh_rem6.bitfield',
  },
  {
    name: 'struct fullmesh_rem4.retry_bitfield',
    kind: 'field',
    lines: [28, 28],
    twin: 'struct fullmesh_rem6.retry_bitfield',
  },
  { name: 'struct fullmesh_rem4.port', kind: 'field', lines: [29, 29], twin: 'struct fullmesh_rem6.port' },
  { name: 'struct fullmesh_rem4.addr', kind: 'field', lines: [30, 30], twin: 'struct fullmesh_rem6.addr' },
  { name: 'struct fullmesh_rem6', kind: 'struct', lines: [33, 39], twin: 'struct fullmesh_rem4' },
  {
    name: 'struct fullmesh_rem6.rem6_id',
    kind: 'field',
    lines: [34, 34],
    twin: 'struct fullmesh_rem4.rem4_id',
  },
  {
    name: 'struct fullmesh_rem6.bitfield',
    kind: 'field',
    lines: [35, 35],
    twin: 'struct fullmesh_rem4.bitfield',
  },
  {
    name: 'struct fullmesh_rem6.retry_bitfield',
    kind: 'field',
    lines: [36, 36],
    twin: 'struct fullmesh_rem4.retry_bitfield',
  },
  { name: 'struct fullmesh_rem6.port', kind: 'field', lines: [37, 37], twin: 'struct fullmesh_rem4.port' },
  { name: 'struct fullmesh_rem6.addr', kind: 'field', lines: [38, 38], twin: 'struct fullmesh_rem4.addr' },
  { name: 'struct mptcp_loc_addr', kind: 'struct', lines: [41, 50] },
  {
    name: 'struct mptcp_loc_addr.locaddr4',
    kind: 'field',
    lines: [42, 42],
    twin: 'struct mptcp_loc_addr.locaddr6',
  },
  {
    name: 'struct mptcp_loc_addr.loc4_bits',
    kind: 'field',
    lines: [43, 43],
    twin: 'struct mptcp_loc_addr.loc6_bits',
  },
  {
    name: 'struct mptcp_loc_addr.next_v4_index',
    kind: 'field',
    lines: [44, 44],
    twin: 'struct mptcp_loc_addr.next_v6_index',
  },
  {
    name: 'struct mptcp_loc_addr.locaddr6',
    kind: 'field',
    lines: [46, 46],
    twin: 'struct mptcp_loc_addr.locaddr4',
  },
  {
    name: 'struct mptcp_loc_addr.loc6_bits',
    kind: 'field',
    lines: [47, 47],
    twin: 'struct mptcp_loc_addr.loc4_bits',
  },
  {
    name: 'struct mptcp_loc_addr.next_v6_index',
    kind: 'field',
    lines: [48, 48],
    twin: 'struct mptcp_loc_addr.next_v4_index',
  },
  { name: 'struct mptcp_loc_addr.rcu', kind: 'field', lines: [49, 49] },
  { name: 'struct mptcp_addr_event', kind: 'struct', lines: [52, 59] },
  { name: 'struct mptcp_addr_event.list', kind: 'field', lines: [53, 53] },
  { name: 'struct mptcp_addr_event.family', kind: 'field', lines: [54, 54] },
  { name: 'struct mptcp_addr_event.code', kind: 'field', lines: [55, 55] },
  { name: 'struct mptcp_addr_event.low_prio', kind: 'field', lines: [56, 56] },
  { name: 'struct mptcp_addr_event.if_idx', kind: 'field', lines: [57, 57] },
  { name: 'struct mptcp_addr_event.addr', kind: 'field', lines: [58, 58] },
  { name: 'struct fullmesh_priv', kind: 'struct', lines: [61, 84] },
  { name: 'struct fullmesh_priv.subflow_work', kind: 'field', lines: [63, 63] },
  { name: 'struct fullmesh_priv.subflow_retry_work', kind: 'field', lines: [65, 65] },
  {
    name: 'struct fullmesh_priv.remaddr4',
    kind: 'field',
    lines: [68, 68],
    twin: 'struct fullmesh_priv.remaddr6',
  },
  {
    name: 'struct fullmesh_priv.remaddr6',
    kind: 'field',
    lines: [69, 69],
    twin: 'struct fullmesh_priv.remaddr4',
  },
  { name: 'struct fullmesh_priv.mpcb', kind: 'field', lines: [71, 71] },
  { name: 'struct fullmesh_priv.remove_addrs', kind: 'field', lines: [73, 73] },
  {
    name: 'struct fullmesh_priv.announced_addrs_v4',
    kind: 'field',
    lines: [74, 74],
    twin: 'struct fullmesh_priv.announced_addrs_v6',
  },
  {
    name: 'struct fullmesh_priv.announced_addrs_v6',
    kind: 'field',
    lines: [75, 75],
    twin: 'struct fullmesh_priv.announced_addrs_v4',
  },
  { name: 'struct fullmesh_priv.add_addr', kind: 'field', lines: [77, 77] },
  {
    name: 'struct fullmesh_priv.rem4_bits',
    kind: 'field',
    lines: [79, 79],
    twin: 'struct fullmesh_priv.rem6_bits',
  },
  {
    name: 'struct fullmesh_priv.rem6_bits',
    kind: 'field',
    lines: [80, 80],
    twin: 'struct fullmesh_priv.rem4_bits',
  },
  { name: 'struct fullmesh_priv.first_pair', kind: 'field', lines: [83, 83] },
  { name: 'struct mptcp_fm_ns', kind: 'struct', lines: [86, 93] },
  { name: 'struct mptcp_fm_ns.local', kind: 'field', lines: [87, 87] },
  { name: 'struct mptcp_fm_ns.local_lock', kind: 'field', lines: [88, 88] },
  { name: 'struct mptcp_fm_ns.events', kind: 'field', lines: [89, 89] },
  { name: 'struct mptcp_fm_ns.address_worker', kind: 'field', lines: [90, 90] },
  { name: 'struct mptcp_fm_ns.net', kind: 'field', lines: [92, 92] },
  { name: 'num_subflows', kind: 'parameter', lines: [95, 97] },
  { name: 'create_on_err', kind: 'parameter', lines: [99, 101] },
  { name: 'fm_get_ns', kind: 'function', lines: [107, 110] },
  { name: 'fullmesh_get_priv', kind: 'function', lines: [112, 115] },
  { name: '__mptcp_find_free_index', kind: 'function', lines: [118, 137] },
  { name: 'mptcp_find_free_index', kind: 'function', lines: [139, 142] },
  { name: 'mptcp_addv4_raddr', kind: 'function', lines: [144, 198], twin: 'mptcp_addv6_raddr' },
  { name: 'mptcp_addv6_raddr', kind: 'function', lines: [200, 253], twin: 'mptcp_addv4_raddr' },
  { name: 'mptcp_v4_rem_raddress', kind: 'function', lines: [255, 268], twin: 'mptcp_v6_rem_raddress' },
  { name: 'mptcp_v6_rem_raddress', kind: 'function', lines: [270, 283], twin: 'mptcp_v4_rem_raddress' },
  {
    name: 'mptcp_v4_set_init_addr_bit',
    kind: 'function',
    lines: [286, 298],
    twin: 'mptcp_v6_set_init_addr_bit',
  },
  {
    name: 'mptcp_v6_set_init_addr_bit',
    kind: 'function',
    lines: [301, 313],
    twin: 'mptcp_v4_set_init_addr_bit',
  },
  { name: 'mptcp_set_init_addr_bit', kind: 'function', lines: [315, 323] },
  { name: 'mptcp_v4_subflows', kind: 'function', lines: [325, 333], twin: 'mptcp_v6_subflows' },
  { name: 'mptcp_v6_subflows', kind: 'function', lines: [336, 344], twin: 'mptcp_v4_subflows' },
  { name: 'retry_subflow_worker', kind: 'function', lines: [347, 443] },
  { name: 'create_subflow_worker', kind: 'function', lines: [452, 603] },
  { name: 'announce_remove_addr', kind: 'function', lines: [605, 616] },
  { name: 'update_addr_bitfields', kind: 'function', lines: [618, 642] },
  { name: 'mptcp_find_address', kind: 'function', lines: [644, 677] },
  { name: 'mptcp_find_address_transp', kind: 'function', lines: [679, 708] },
  { name: 'mptcp_address_worker', kind: 'function', lines: [710, 1010] },
  { name: 'lookup_similar_event', kind: 'function', lines: [1012, 1032] },
  { name: 'add_pm_event', kind: 'function', lines: [1035, 1071] },
  { name: 'addr4_event_handler', kind: 'function', lines: [1073, 1105], twin: 'addr6_event_handler' },
  { name: 'mptcp_pm_inetaddr_event', kind: 'function', lines: [1108, 1121], twin: 'inet6_addr_event' },
  {
    name: 'mptcp_pm_inetaddr_notifier',
    kind: 'notifier block',
    lines: [1123, 1125],
    twin: 'inet6_addr_notifier',
  },
  { name: 'addr6_event_handler', kind: 'function', lines: [1132, 1167], twin: 'addr4_event_handler' },
  { name: 'inet6_addr_event', kind: 'function', lines: [1170, 1183], twin: 'mptcp_pm_inetaddr_event' },
  {
    name: 'inet6_addr_notifier',
    kind: 'notifier block',
    lines: [1185, 1187],
    twin: 'mptcp_pm_inetaddr_notifier',
  },
  { name: 'netdev_event', kind: 'function', lines: [1192, 1226] },
  { name: 'mptcp_pm_netdev_notifier', kind: 'notifier block', lines: [1228, 1230] },
  { name: 'full_mesh_add_raddr', kind: 'function', lines: [1232, 1240] },
  { name: 'full_mesh_new_session', kind: 'function', lines: [1242, 1354] },
  { name: 'full_mesh_create_subflows', kind: 'function', lines: [1356, 1374] },
  { name: 'full_mesh_release_sock', kind: 'function', lines: [1379, 1521] },
  { name: 'full_mesh_get_local_id', kind: 'function', lines: [1523, 1551] },
  { name: 'full_mesh_addr_signal', kind: 'function', lines: [1553, 1681] },
  { name: 'full_mesh_rem_raddr', kind: 'function', lines: [1683, 1687] },
  { name: 'full_mesh_delete_subflow', kind: 'function', lines: [1689, 1756] },
  { name: 'mptcp_fm_seq_show', kind: 'function', lines: [1759, 1791] },
  { name: 'mptcp_fm_init_net', kind: 'function', lines: [1793, 1830] },
  { name: 'mptcp_fm_exit_net', kind: 'function', lines: [1832, 1858] },
  { name: 'full_mesh_net_ops', kind: 'op table', lines: [1860, 1863] },
  { name: 'full_mesh', kind: 'op table', lines: [1865, 1877] },
  { name: 'full_mesh_register', kind: 'function', lines: [1880, 1922] },
  { name: 'full_mesh_unregister', kind: 'function', lines: [1924, 1933] },
  { name: 'module_init(full_mesh_register)', kind: 'metadata', lines: [1935, 1935] },
  { name: 'module_exit(full_mesh_unregister)', kind: 'metadata', lines: [1936, 1936] },
  { name: 'MODULE_AUTHOR', kind: 'metadata', lines: [1938, 1938] },
  { name: 'MODULE_LICENSE', kind: 'metadata', lines: [1939, 1939] },
  { name: 'MODULE_DESCRIPTION', kind: 'metadata', lines: [1940, 1940] },
  { name: 'MODULE_VERSION', kind: 'metadata', lines: [1941, 1941] },
] as const satisfies readonly CSymbol[]

/** The C name of one of the {@link symbols}. */
export type SymbolName = (typeof symbols)[number]['name']
