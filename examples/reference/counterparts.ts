import type { SymbolName } from './symbols.ts'

/** The declaration in the model that corresponds to a symbol of the C file. */
export interface Counterpart {
  /** A declaration of the file, or a member of one: `addRaddr`, `Remote.bitfield`. */
  readonly name: string
  /** The path of the file in `examples/`. */
  readonly file: string
  /** The value, for a constant of C that is a literal in TypeScript. */
  readonly value?: string
}

/** The reason for which the model has no counterpart, by language. */
export interface NoCounterpart {
  readonly because: Readonly<Record<string, string>>
}

/** The counterpart of every symbol of the C file, or the reason for which there is none. */
export const counterparts: Readonly<Record<SymbolName, Counterpart | NoCounterpart>> = {
  '(anonymous enum of event codes)': at('structures', 'AddressEvent.code'),
  MPTCP_EVENT_ADD: { ...at('structures', 'AddressEvent.code'), value: 'ADD' },
  MPTCP_EVENT_DEL: { ...at('structures', 'AddressEvent.code'), value: 'DEL' },
  MPTCP_EVENT_MOD: { ...at('structures', 'AddressEvent.code'), value: 'MOD' },
  MPTCP_SUBFLOW_RETRY_DELAY: at('create-subflow-worker', 'RETRY_DELAY'),
  MPTCP_MAX_ADDR: at('structures', 'MAX_ADDR'),

  'struct fullmesh_rem4': at('structures', 'Remote'),
  'struct fullmesh_rem4.rem4_id': at('structures', 'Remote.id'),
  'struct fullmesh_rem4.bitfield': at('structures', 'Remote.bitfield'),
  'struct fullmesh_rem4.retry_bitfield': at('structures', 'Remote.retryBitfield'),
  'struct fullmesh_rem4.port': at('structures', 'Remote.port'),
  'struct fullmesh_rem4.addr': at('structures', 'Remote.address'),
  'struct fullmesh_rem6': at('structures', 'Remote'),
  'struct fullmesh_rem6.rem6_id': at('structures', 'Remote.id'),
  'struct fullmesh_rem6.bitfield': at('structures', 'Remote.bitfield'),
  'struct fullmesh_rem6.retry_bitfield': at('structures', 'Remote.retryBitfield'),
  'struct fullmesh_rem6.port': at('structures', 'Remote.port'),
  'struct fullmesh_rem6.addr': at('structures', 'Remote.address'),

  'struct mptcp_loc_addr': at('structures', 'LocalAddresses'),
  'struct mptcp_loc_addr.locaddr4': at('structures', 'LocalTable.slots'),
  'struct mptcp_loc_addr.loc4_bits': at('structures', 'LocalTable.bits'),
  'struct mptcp_loc_addr.next_v4_index': at('structures', 'LocalTable.next'),
  'struct mptcp_loc_addr.locaddr6': at('structures', 'LocalTable.slots'),
  'struct mptcp_loc_addr.loc6_bits': at('structures', 'LocalTable.bits'),
  'struct mptcp_loc_addr.next_v6_index': at('structures', 'LocalTable.next'),
  'struct mptcp_loc_addr.rcu': {
    because: {
      en: 'An old table is garbage-collected when its last reader no longer refers to it, so no grace period is needed.',
      zh: '最后一个读者不再引用旧表后，由垃圾回收释放，因此不需要宽限期。',
    },
  },

  'struct mptcp_addr_event': at('structures', 'AddressEvent'),
  'struct mptcp_addr_event.list': {
    because: {
      en: 'The queue is an array, so an event needs no list pointers.',
      zh: '队列是数组，事件不需要链表指针。',
    },
  },
  'struct mptcp_addr_event.family': {
    because: {
      en: 'The family follows from the text of the address.',
      zh: '地址族由地址的写法得出。',
    },
  },
  'struct mptcp_addr_event.code': at('structures', 'AddressEvent.code'),
  'struct mptcp_addr_event.low_prio': at('structures', 'AddressEvent.lowPrio'),
  'struct mptcp_addr_event.if_idx': at('structures', 'AddressEvent.ifindex'),
  'struct mptcp_addr_event.addr': at('structures', 'AddressEvent.address'),

  'struct fullmesh_priv': at('structures', 'FullmeshPrivate'),
  'struct fullmesh_priv.subflow_work': at('structures', 'FullmeshPrivate.subflowWork'),
  'struct fullmesh_priv.subflow_retry_work': at('structures', 'FullmeshPrivate.subflowRetryWork'),
  'struct fullmesh_priv.remaddr4': at('structures', 'RemoteTable.slots'),
  'struct fullmesh_priv.remaddr6': at('structures', 'RemoteTable.slots'),
  'struct fullmesh_priv.mpcb': {
    because: {
      en: 'A work item of the model contains its session.',
      zh: '模型的工作项直接保存会话。',
    },
  },
  'struct fullmesh_priv.remove_addrs': at('structures', 'FullmeshPrivate.removeAddrs'),
  'struct fullmesh_priv.announced_addrs_v4': at('structures', 'FullmeshPrivate.announced'),
  'struct fullmesh_priv.announced_addrs_v6': at('structures', 'FullmeshPrivate.announced'),
  'struct fullmesh_priv.add_addr': at('structures', 'FullmeshPrivate.addAddr'),
  'struct fullmesh_priv.rem4_bits': at('structures', 'RemoteTable.bits'),
  'struct fullmesh_priv.rem6_bits': at('structures', 'RemoteTable.bits'),
  'struct fullmesh_priv.first_pair': at('structures', 'FullmeshPrivate.firstPair'),

  'struct mptcp_fm_ns': at('structures', 'FullmeshNamespace'),
  'struct mptcp_fm_ns.local': at('structures', 'FullmeshNamespace.local'),
  'struct mptcp_fm_ns.local_lock': {
    because: {
      en: 'Only one piece of code runs at a time and yields only where it sleeps; code that changes the table does not sleep.',
      zh: '同一时刻只运行一段代码，只在睡眠处让出处理器；修改地址表的代码不睡眠。',
    },
  },
  'struct mptcp_fm_ns.events': at('structures', 'FullmeshNamespace.events'),
  'struct mptcp_fm_ns.address_worker': at('structures', 'FullmeshNamespace.addressWorker'),
  'struct mptcp_fm_ns.net': {
    because: {
      en: 'A work item of the model contains its namespace.',
      zh: '模型的工作项直接保存命名空间。',
    },
  },

  num_subflows: at('parameters', 'numSubflows'),
  create_on_err: at('parameters', 'createOnErr'),

  fm_get_ns: at('structures', 'fmGetNs'),
  fullmesh_get_priv: at('structures', 'fullmeshGetPriv'),
  __mptcp_find_free_index: at('bitfield', 'findFreeIndex'),
  mptcp_find_free_index: at('bitfield', 'findFreeIndex'),
  mptcp_addv4_raddr: at('add-raddr', 'addRaddr'),
  mptcp_addv6_raddr: at('add-raddr', 'addRaddr'),
  mptcp_v4_rem_raddress: at('rem-raddr', 'remRaddress'),
  mptcp_v6_rem_raddress: at('rem-raddr', 'remRaddress'),
  mptcp_v4_set_init_addr_bit: at('set-init-addr-bit', 'setInitAddrBit'),
  mptcp_v6_set_init_addr_bit: at('set-init-addr-bit', 'setInitAddrBit'),
  mptcp_set_init_addr_bit: at('set-init-addr-bit', 'setInitAddrBit'),
  mptcp_v4_subflows: at('extra-subflows', 'openExtraSubflows'),
  mptcp_v6_subflows: at('extra-subflows', 'openExtraSubflows'),
  retry_subflow_worker: at('retry-subflow-worker', 'retrySubflowWorker'),
  create_subflow_worker: at('create-subflow-worker', 'createSubflowWorker'),
  announce_remove_addr: at('announce-remove-addr', 'announceRemoveAddr'),
  update_addr_bitfields: at('update-addr-bitfields', 'updateAddrBitfields'),
  mptcp_find_address: at('local-addresses', 'findAddress'),
  mptcp_find_address_transp: at('local-addresses', 'findAddressTransp'),
  mptcp_address_worker: at('address-worker', 'addressWorker'),
  lookup_similar_event: at('address-event', 'lookupSimilarEvent'),
  add_pm_event: at('address-event', 'addPmEvent'),
  addr4_event_handler: at('addr-event-handler', 'addrEventHandler'),
  addr6_event_handler: at('addr-event-handler', 'addrEventHandler'),

  mptcp_pm_inetaddr_event: at('inetaddr-notifier', 'pmInetaddrEvent'),
  mptcp_pm_inetaddr_notifier: {
    because: {
      en: 'A notifier chain of the model is a list of functions, and pmInetaddrEvent is registered directly.',
      zh: '模型的通知链直接存放函数，注册的是 pmInetaddrEvent 本身。',
    },
  },
  inet6_addr_event: at('inet6addr-notifier', 'inet6AddrEvent'),
  inet6_addr_notifier: {
    because: {
      en: 'A notifier chain of the model is a list of functions, and inet6AddrEvent is registered directly.',
      zh: '模型的通知链直接存放函数，注册的是 inet6AddrEvent 本身。',
    },
  },
  netdev_event: at('netdev-notifier', 'netdevEvent'),
  mptcp_pm_netdev_notifier: {
    because: {
      en: 'A notifier chain of the model is a list of functions, and netdevEvent is registered directly.',
      zh: '模型的通知链直接存放函数，注册的是 netdevEvent 本身。',
    },
  },

  full_mesh_add_raddr: at('add-raddr', 'fullMeshAddRaddr'),
  full_mesh_new_session: at('new-session', 'fullMeshNewSession'),
  full_mesh_create_subflows: at('create-subflows', 'fullMeshCreateSubflows'),
  full_mesh_release_sock: at('release-sock', 'fullMeshReleaseSock'),
  full_mesh_get_local_id: at('get-local-id', 'fullMeshGetLocalId'),
  full_mesh_addr_signal: at('addr-signal', 'fullMeshAddrSignal'),
  full_mesh_rem_raddr: at('rem-raddr', 'fullMeshRemRaddr'),
  full_mesh_delete_subflow: at('delete-subflow', 'fullMeshDeleteSubflow'),

  mptcp_fm_seq_show: at('proc-file', 'fmSeqShow'),
  mptcp_fm_init_net: at('net-ops', 'fmInitNet'),
  mptcp_fm_exit_net: at('net-ops', 'fmExitNet'),
  full_mesh_net_ops: at('net-ops', 'fullMeshNetOps'),
  full_mesh: at('ops', 'fullMesh'),
  full_mesh_register: at('module', 'fullMeshRegister'),
  full_mesh_unregister: at('module', 'fullMeshUnregister'),
  'module_init(full_mesh_register)': at('module', 'fullmeshModule.init'),
  'module_exit(full_mesh_unregister)': at('module', 'fullmeshModule.exit'),
  MODULE_AUTHOR: {
    because: {
      en: 'It names the author of the C file; the model is not a module that modinfo can read.',
      zh: '这是 C 文件的作者；模型不是 modinfo 能读取的模块。',
    },
  },
  MODULE_LICENSE: {
    because: {
      en: 'It allows the module to use kernel symbols exported for GPL modules; the licence of the model is in its LICENSE file.',
      zh: '它使模块可以使用仅向 GPL 模块导出的内核符号；模型的许可证见其 LICENSE 文件。',
    },
  },
  MODULE_DESCRIPTION: {
    because: {
      en: 'It is a text for modinfo, which cannot read the model.',
      zh: '供 modinfo 显示的说明；模型不能由 modinfo 读取。',
    },
  },
  MODULE_VERSION: {
    because: {
      en: 'It is the version of the C file, which this site identifies by commit and hash.',
      zh: '这是 C 文件的版本号；本站用提交和哈希标明所依据的版本。',
    },
  },
}

function at(module: string, name: string): Counterpart {
  return { name, file: `fullmesh/${module}.ts` }
}
