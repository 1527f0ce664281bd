import type { SymbolName } from '../examples/reference/symbols.ts'
import type { Text } from './languages.ts'

/** Lines of `mptcp_fullmesh.c` in which a function reads or writes a field: `['full_mesh_new_session', '1294']`. */
export type Access = readonly [name: SymbolName, lines: string]

/** The protection of a field against simultaneous access: a key of {@link guards}. */
type Guard = keyof typeof guards

/** A field of a struct in a 64-bit build. Offsets and sizes are in bytes. */
export interface StructField {
  readonly name: string
  readonly type: string
  readonly offset: number
  readonly size: number
  /** The bits of a bit-field in its byte, counted from the lowest. */
  readonly bits?: string
  /** The purpose of the field, as MDX. */
  readonly what: Text
  readonly guard?: Guard
  readonly writes?: readonly Access[]
  readonly reads?: readonly Access[]
}

/** The layout of a struct. */
export interface Layout {
  /** The name in C. */
  readonly name: string
  /** The file that defines it, if not `mptcp_fullmesh.c`. */
  readonly file?: string
  readonly size: number
  readonly fields: readonly StructField[]
}

export const guards = {
  meta: { zh: '元套接字的锁', en: 'the lock of the meta socket' },
  local: { zh: '`local_lock`', en: '`local_lock`' },
  rcu: {
    zh: '写：`local_lock`；读：RCU，或 `local_lock`',
    en: '`local_lock` to write; RCU, or `local_lock`, to read',
  },
  frozen: {
    zh: '发布之后不再改动；写者改的是自己手里的副本，持 `local_lock`；读者在 RCU 之下',
    en: 'never changes once published; a writer edits its own copy under `local_lock`, readers read under RCU',
  },
  retired: {
    zh: '换表时持 `local_lock`；命名空间退出时不持锁，此前工作项已取消',
    en: '`local_lock` when a table is replaced; no lock when the namespace exits, after its work item was cancelled',
  },
  once: { zh: '初始化时写一次，此后只读', en: 'written once, when it is set up' },
  queue: { zh: '工作队列自己的同步', en: 'the workqueue’s own' },
  chain: { zh: '注册所在链表的锁', en: 'the lock of the list that it is registered in' },
  build: { zh: '编译时填好，此后不变', en: 'filled in by the compiler, then left alone' },
} as const satisfies Record<string, Text>

const of = (...accesses: Access[]): readonly Access[] => accesses

/**
 * The layouts of the structs of the C file, and of two that it uses.
 *
 * A compiler gave the numbers for declarations of the same types in the same order, on x86-64 without lock debugging.
 * Other 64-bit builds give the same.
 */
export const layouts = {
  fullmesh_priv: {
    name: 'struct fullmesh_priv',
    size: 424,
    fields: [
      {
        name: 'subflow_work',
        type: 'struct work_struct',
        offset: 0,
        size: 32,
        what: {
          zh: '建立子流的工作项。排队时元套接字与控制块各加一个引用，工作函数结束时归还。',
          en: 'The work item that opens subflows. Queuing it takes one reference on the meta socket and one on the control block; the worker gives them back.',
        },
        guard: 'queue',
        writes: of(['full_mesh_new_session', '1292'], ['full_mesh_create_subflows', '1369-1372']),
        reads: of(['create_subflow_worker', '454-455']),
      },
      {
        name: 'subflow_retry_work',
        type: 'struct delayed_work',
        offset: 32,
        size: 88,
        what: {
          zh: '没有路由时，1000 ms 之后再试一次的工作项。每个会话只有一个定时器。',
          en: 'The work item that tries once more, 1000 ms after there was no route. One timer for the whole session.',
        },
        guard: 'queue',
        writes: of(['full_mesh_new_session', '1293'], ['create_subflow_worker', '590-594']),
        reads: of(['retry_subflow_worker', '352-354']),
      },
      {
        name: 'remaddr4',
        type: 'struct fullmesh_rem4[8]',
        offset: 120,
        size: 96,
        what: {
          zh: '对端的 IPv4 地址，八个[远端槽位](./remotes.mdx)，每个 12 字节。',
          en: 'The peer’s IPv4 addresses: eight [remote slots](./remotes.mdx) of 12 bytes each.',
        },
        guard: 'meta',
        writes: of(
          ['mptcp_addv4_raddr', '171-172, 189-193'],
          ['mptcp_v4_set_init_addr_bit', '294'],
          ['create_subflow_worker', '523, 532'],
          ['retry_subflow_worker', '397-398'],
          ['update_addr_bitfields', '632-633'],
          ['full_mesh_delete_subflow', '1724'],
        ),
        reads: of(['create_subflow_worker', '515'], ['retry_subflow_worker', '391']),
      },
      {
        name: 'remaddr6',
        type: 'struct fullmesh_rem6[8]',
        offset: 216,
        size: 192,
        what: {
          zh: '对端的 IPv6 地址，八个槽位，每个 24 字节。',
          en: 'The peer’s IPv6 addresses: eight slots of 24 bytes each.',
        },
        guard: 'meta',
        writes: of(
          ['mptcp_addv6_raddr', '226-227, 244-248'],
          ['mptcp_v6_set_init_addr_bit', '309'],
          ['create_subflow_worker', '571, 580'],
          ['retry_subflow_worker', '421-422'],
          ['update_addr_bitfields', '639-640'],
          ['full_mesh_delete_subflow', '1745'],
        ),
        reads: of(['create_subflow_worker', '563'], ['retry_subflow_worker', '414']),
      },
      {
        name: 'mpcb',
        type: 'struct mptcp_cb *',
        offset: 408,
        size: 8,
        what: {
          zh: '回到控制块的指针：工作函数手里只有工作项，由它找回会话。',
          en: 'The way back to the control block: all that a worker is given is its work item.',
        },
        guard: 'once',
        writes: of(['full_mesh_new_session', '1294']),
        reads: of(['create_subflow_worker', '456'], ['retry_subflow_worker', '355']),
      },
      {
        name: 'remove_addrs',
        type: 'u16',
        offset: 416,
        size: 2,
        what: {
          zh: '等着撤销的地址。第 *n* 位代表**地址标识** *n*，不是槽位；标识最大 15，十六位刚好够。',
          en: 'Addresses to be withdrawn. Bit *n* stands for the **address id** *n*, not for a slot; ids end at 15, so sixteen bits will do.',
        },
        guard: 'meta',
        writes: of(['announce_remove_addr', '611'], ['full_mesh_addr_signal', '1677']),
        reads: of(['full_mesh_addr_signal', '1665, 1668, 1674, 1680']),
      },
      {
        name: 'announced_addrs_v4',
        type: 'u8',
        offset: 418,
        size: 1,
        what: {
          zh: '对端已经知道的本机 IPv4 地址，按**本地槽位**。会话的起始地址一开始就算在内。',
          en: 'The IPv4 addresses of this host that the peer knows, by **local slot**. The one the session began on counts from the start.',
        },
        guard: 'meta',
        writes: of(
          ['full_mesh_new_session', '1338'],
          ['full_mesh_addr_signal', '1606'],
          ['update_addr_bitfields', '629'],
        ),
        reads: of(['full_mesh_addr_signal', '1579']),
      },
      {
        name: 'announced_addrs_v6',
        type: 'u8',
        offset: 419,
        size: 1,
        what: { zh: '同上，IPv6。', en: 'The same for IPv6.' },
        guard: 'meta',
        writes: of(
          ['full_mesh_new_session', '1340'],
          ['full_mesh_addr_signal', '1649'],
          ['update_addr_bitfields', '636'],
        ),
        reads: of(['full_mesh_addr_signal', '1622']),
      },
      {
        name: 'add_addr',
        type: 'u8',
        offset: 420,
        size: 1,
        what: {
          zh: '还想发几个 ADD_ADDR。只是个数，不是名单，而且[会回绕](../ops/addr-signal.mdx#wishes)。',
          en: 'How many ADD_ADDRs are wanted: a number, not a list, and one that [wraps](../ops/addr-signal.mdx#wishes).',
        },
        guard: 'meta',
        writes: of(
          ['full_mesh_new_session', '1309, 1328'],
          ['mptcp_address_worker', '899'],
          ['full_mesh_release_sock', '1425, 1469'],
          ['full_mesh_addr_signal', '1607, 1650, 1662'],
        ),
        reads: of(['full_mesh_new_session', '1342'], ['full_mesh_addr_signal', '1569']),
      },
      {
        name: 'rem4_bits',
        type: 'u8',
        offset: 421,
        size: 1,
        what: {
          zh: '`remaddr4` 的哪些槽位有内容。',
          en: 'Which slots of `remaddr4` are taken.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '195'], ['mptcp_v4_rem_raddress', '263']),
        reads: of(
          ['create_subflow_worker', '511'],
          ['retry_subflow_worker', '390'],
          ['full_mesh_delete_subflow', '1715'],
        ),
      },
      {
        name: 'rem6_bits',
        type: 'u8',
        offset: 422,
        size: 1,
        what: { zh: '`remaddr6` 的哪些槽位有内容。', en: 'Which slots of `remaddr6` are taken.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '250'], ['mptcp_v6_rem_raddress', '278']),
        reads: of(
          ['create_subflow_worker', '559'],
          ['retry_subflow_worker', '413'],
          ['full_mesh_delete_subflow', '1736'],
        ),
      },
      {
        name: 'first_pair',
        type: 'u8',
        offset: 423,
        size: 1,
        bits: '0',
        what: {
          zh: '起始那一对的[额外子流](../workers/create-subflow-worker.mdx#extra)已经建立过。',
          en: 'The [extra subflows](../workers/create-subflow-worker.mdx#extra) of the pair the session began on have been opened.',
        },
        guard: 'meta',
        writes: of(['create_subflow_worker', '507, 557']),
        reads: of(['create_subflow_worker', '492, 542']),
      },
    ],
  },

  fullmesh_rem4: {
    name: 'struct fullmesh_rem4',
    size: 12,
    fields: [
      {
        name: 'rem4_id',
        type: 'u8',
        offset: 0,
        size: 1,
        what: {
          zh: '对端给的地址标识，0–255 都收；0 是会话起始的那个地址。',
          en: 'The address id that the peer gave, any of 0 to 255; 0 is the address the session began on.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '193']),
        reads: of(['mptcp_addv4_raddr', '156, 166'], ['mptcp_v4_rem_raddress', '261']),
      },
      {
        name: 'bitfield',
        type: 'u8',
        offset: 1,
        size: 1,
        what: {
          zh: '第 *i* 位：本地槽位 *i* 已经和这个地址试过、正在用，或者不许再试。',
          en: 'Bit *i*: local slot *i* was tried with this address, is in use with it, or must not be tried.',
        },
        guard: 'meta',
        writes: of(
          ['mptcp_addv4_raddr', '191'],
          ['mptcp_v4_set_init_addr_bit', '294'],
          ['create_subflow_worker', '523'],
          ['retry_subflow_worker', '397'],
          ['update_addr_bitfields', '632'],
          ['full_mesh_delete_subflow', '1724'],
        ),
        reads: of(['create_subflow_worker', '516']),
      },
      {
        name: 'retry_bitfield',
        type: 'u8',
        offset: 2,
        size: 1,
        what: {
          zh: '第 *i* 位：本地槽位 *i* 到这个地址没有路由，还要再试一次。',
          en: 'Bit *i*: local slot *i* found no route to this address, and will be tried once more.',
        },
        guard: 'meta',
        writes: of(
          ['mptcp_addv4_raddr', '192'],
          ['create_subflow_worker', '532'],
          ['retry_subflow_worker', '398'],
          ['update_addr_bitfields', '633'],
        ),
        reads: of(['retry_subflow_worker', '393-394']),
      },
      {
        name: 'port',
        type: '__be16',
        offset: 4,
        size: 2,
        what: {
          zh: '对端给的端口；0 表示用会话自己的端口。',
          en: 'The port that the peer gave; 0 stands for the session’s own.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '172, 190']),
        reads: of(['create_subflow_worker', '526'], ['full_mesh_delete_subflow', '1721']),
      },
      {
        name: 'addr',
        type: 'struct in_addr',
        offset: 8,
        size: 4,
        what: {
          zh: '地址本身，网络字节序。',
          en: 'The address itself, in network byte order.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '171, 189']),
        reads: of(['create_subflow_worker', '525'], ['mptcp_v4_set_init_addr_bit', '293']),
      },
    ],
  },

  fullmesh_rem6: {
    name: 'struct fullmesh_rem6',
    size: 24,
    fields: [
      {
        name: 'rem6_id',
        type: 'u8',
        offset: 0,
        size: 1,
        what: { zh: '同 `rem4_id`。', en: 'As `rem4_id`.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '248']),
        reads: of(['mptcp_addv6_raddr', '212, 222'], ['mptcp_v6_rem_raddress', '276']),
      },
      {
        name: 'bitfield',
        type: 'u8',
        offset: 1,
        size: 1,
        what: { zh: '同上表。', en: 'As above.' },
        guard: 'meta',
        writes: of(
          ['mptcp_addv6_raddr', '246'],
          ['mptcp_v6_set_init_addr_bit', '309'],
          ['create_subflow_worker', '571'],
          ['retry_subflow_worker', '421'],
          ['update_addr_bitfields', '639'],
          ['full_mesh_delete_subflow', '1745'],
        ),
        reads: of(['create_subflow_worker', '564']),
      },
      {
        name: 'retry_bitfield',
        type: 'u8',
        offset: 2,
        size: 1,
        what: { zh: '同上表。', en: 'As above.' },
        guard: 'meta',
        writes: of(
          ['mptcp_addv6_raddr', '247'],
          ['create_subflow_worker', '580'],
          ['retry_subflow_worker', '422'],
          ['update_addr_bitfields', '640'],
        ),
        reads: of(['retry_subflow_worker', '417-418']),
      },
      {
        name: 'port',
        type: '__be16',
        offset: 4,
        size: 2,
        what: { zh: '同上表。', en: 'As above.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '227, 245']),
        reads: of(['create_subflow_worker', '574'], ['full_mesh_delete_subflow', '1742']),
      },
      {
        name: 'addr',
        type: 'struct in6_addr',
        offset: 8,
        size: 16,
        what: { zh: '地址本身，十六字节。', en: 'The address itself, sixteen bytes.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '226, 244']),
        reads: of(['create_subflow_worker', '573'], ['mptcp_v6_set_init_addr_bit', '308']),
      },
    ],
  },

  mptcp_loc_addr: {
    name: 'struct mptcp_loc_addr',
    size: 312,
    fields: [
      {
        name: 'locaddr4',
        type: 'struct mptcp_loc4[8]',
        offset: 0,
        size: 96,
        what: {
          zh: '本机的 IPv4 地址，八个槽位，每个 12 字节。删掉的地址内容还在，只是没了有效位。',
          en: 'This host’s IPv4 addresses: eight slots of 12 bytes. A removed address is still in its slot; only its valid bit is gone.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '806-809']),
        reads: of(
          ['mptcp_find_address', '659-660'],
          ['create_subflow_worker', '530'],
          ['full_mesh_addr_signal', '1589-1590'],
        ),
      },
      {
        name: 'loc4_bits',
        type: 'u8',
        offset: 96,
        size: 1,
        what: { zh: '哪些 IPv4 槽位有效。', en: 'Which IPv4 slots are valid.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '761, 827']),
        reads: of(
          ['mptcp_find_address', '653'],
          ['create_subflow_worker', '516'],
          ['update_addr_bitfields', '629-633'],
        ),
      },
      {
        name: 'next_v4_index',
        type: 'u8',
        offset: 97,
        size: 1,
        what: {
          zh: '下一次从哪个槽位找起，0–8。新的命名空间里是 1，所以第一个 IPv4 地址占 1 号槽位。',
          en: 'Where the next search for a free slot begins, 0 to 8. It is 1 in a new namespace, so the first IPv4 address gets slot 1.',
        },
        guard: 'frozen',
        writes: of(['mptcp_fm_init_net', '1815'], ['mptcp_address_worker', '828']),
        reads: of(['mptcp_address_worker', '775-776'], ['mptcp_fm_seq_show', '1771']),
      },
      {
        name: 'locaddr6',
        type: 'struct mptcp_loc6[8]',
        offset: 100,
        size: 192,
        what: {
          zh: '本机的 IPv6 地址，八个槽位，每个 24 字节。',
          en: 'This host’s IPv6 addresses: eight slots of 24 bytes.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '815-818']),
        reads: of(
          ['mptcp_find_address', '665-666'],
          ['create_subflow_worker', '578'],
          ['full_mesh_addr_signal', '1632-1633'],
        ),
      },
      {
        name: 'loc6_bits',
        type: 'u8',
        offset: 292,
        size: 1,
        what: { zh: '哪些 IPv6 槽位有效。', en: 'Which IPv6 slots are valid.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '763, 830']),
        reads: of(
          ['mptcp_find_address', '655'],
          ['create_subflow_worker', '564'],
          ['update_addr_bitfields', '636-640'],
        ),
      },
      {
        name: 'next_v6_index',
        type: 'u8',
        offset: 293,
        size: 1,
        what: {
          zh: '同 `next_v4_index`，只是从 0 开始：分配时清零，没有另外赋值。',
          en: 'As `next_v4_index`, but it begins at 0, as it was allocated.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '831']),
        reads: of(['mptcp_address_worker', '778-779'], ['mptcp_fm_seq_show', '1780']),
      },
      {
        name: 'rcu',
        type: 'struct rcu_head',
        offset: 296,
        size: 16,
        what: {
          zh: '换下来的旧表靠它排队，等宽限期过去再释放。',
          en: 'By which a table that was replaced waits for the grace period, to be freed.',
        },
        guard: 'retired',
        writes: of(['mptcp_address_worker', '766, 836'], ['mptcp_fm_exit_net', '1844']),
      },
    ],
  },

  mptcp_loc4: {
    name: 'struct mptcp_loc4',
    file: 'include/net/mptcp.h',
    size: 12,
    fields: [
      {
        name: 'loc4_id',
        type: 'u8',
        offset: 0,
        size: 1,
        what: { zh: '地址标识：槽位 + 1。', en: 'The address id: slot plus one.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '807']),
        reads: of(['full_mesh_get_local_id', '1539'], ['full_mesh_addr_signal', '1589']),
      },
      {
        name: 'low_prio',
        type: 'u8',
        offset: 1,
        size: 1,
        bits: '0',
        what: {
          zh: '设备是备用的（IFF_MPBACKUP）。',
          en: 'Its device is a backup one (IFF_MPBACKUP).',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '808']),
        reads: of(
          ['full_mesh_new_session', '1283'],
          ['full_mesh_release_sock', '1414'],
          ['full_mesh_get_local_id', '1540'],
        ),
      },
      {
        name: 'if_idx',
        type: 'int',
        offset: 4,
        size: 4,
        what: {
          zh: '设备的接口索引。用这个地址建立的子流就绑定在这个设备上。',
          en: 'The index of its device. A subflow opened from this address is bound to that device.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '809']),
        reads: of(['mptcp_find_address', '659'], ['mptcp_find_address_transp', '693']),
      },
      {
        name: 'addr',
        type: 'struct in_addr',
        offset: 8,
        size: 4,
        what: { zh: '地址本身。', en: 'The address itself.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '806']),
        reads: of(['mptcp_find_address', '660'], ['full_mesh_release_sock', '1489']),
      },
    ],
  },

  mptcp_loc6: {
    name: 'struct mptcp_loc6',
    file: 'include/net/mptcp.h',
    size: 24,
    fields: [
      {
        name: 'loc6_id',
        type: 'u8',
        offset: 0,
        size: 1,
        what: { zh: '地址标识：槽位 + 8。', en: 'The address id: slot plus eight.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '816']),
        reads: of(['full_mesh_get_local_id', '1542'], ['full_mesh_addr_signal', '1632']),
      },
      {
        name: 'low_prio',
        type: 'u8',
        offset: 1,
        size: 1,
        bits: '0',
        what: { zh: '同上表。', en: 'As above.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '817']),
        reads: of(
          ['full_mesh_new_session', '1285'],
          ['full_mesh_release_sock', '1458'],
          ['full_mesh_get_local_id', '1543'],
        ),
      },
      {
        name: 'if_idx',
        type: 'int',
        offset: 4,
        size: 4,
        what: { zh: '同上表。', en: 'As above.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '818']),
        reads: of(['mptcp_find_address', '665'], ['mptcp_find_address_transp', '698']),
      },
      {
        name: 'addr',
        type: 'struct in6_addr',
        offset: 8,
        size: 16,
        what: { zh: '地址本身，十六字节。', en: 'The address itself, sixteen bytes.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '815']),
        reads: of(['mptcp_find_address', '666'], ['full_mesh_release_sock', '1496']),
      },
    ],
  },

  mptcp_fm_ns: {
    name: 'struct mptcp_fm_ns',
    size: 128,
    fields: [
      {
        name: 'local',
        type: 'struct mptcp_loc_addr __rcu *',
        offset: 0,
        size: 8,
        what: {
          zh: '当前的[本地地址表](./loc-addr.mdx)。换表就是换这个指针。',
          en: 'The current [table of local addresses](./loc-addr.mdx). To change the table is to swap this pointer.',
        },
        guard: 'rcu',
        writes: of(['mptcp_fm_init_net', '1817'], ['mptcp_address_worker', '765, 835']),
        reads: of(
          ['create_subflow_worker', '467'],
          ['retry_subflow_worker', '365'],
          ['full_mesh_new_session', '1273'],
          ['full_mesh_addr_signal', '1573'],
          ['mptcp_fm_seq_show', '1769'],
        ),
      },
      {
        name: 'local_lock',
        type: 'spinlock_t',
        offset: 8,
        size: 4,
        what: {
          zh: '自旋锁，关软中断取。护着换表和事件队列。',
          en: 'A spin lock, taken with bottom halves off. It guards the swap of tables and the queue of events.',
        },
        writes: of(
          ['mptcp_address_worker', '730-735, 841'],
          ['addr4_event_handler', '1084, 1103'],
          ['addr6_event_handler', '1146, 1165'],
          ['mptcp_fm_exit_net', '1846, 1851'],
        ),
      },
      {
        name: 'events',
        type: 'struct list_head',
        offset: 16,
        size: 16,
        what: {
          zh: '等着落实的[地址事件](./addr-event.mdx)，先来的在前。',
          en: '[Address events](./addr-event.mdx) that wait to be carried out, oldest first.',
        },
        guard: 'local',
        writes: of(
          ['mptcp_fm_init_net', '1819'],
          ['add_pm_event', '1044, 1065'],
          ['mptcp_address_worker', '740'],
          ['mptcp_fm_exit_net', '1847-1849'],
        ),
        reads: of(['lookup_similar_event', '1018'], ['mptcp_address_worker', '732']),
      },
      {
        name: 'address_worker',
        type: 'struct delayed_work',
        offset: 32,
        size: 88,
        what: {
          zh: '落实事件的工作项，第一个事件之后 500 ms 运行。',
          en: 'The work item that carries events out, 500 ms after the first.',
        },
        guard: 'queue',
        writes: of(
          ['mptcp_fm_init_net', '1818'],
          ['add_pm_event', '1068-1070'],
          ['mptcp_fm_exit_net', '1839'],
        ),
        reads: of(['mptcp_address_worker', '715-717']),
      },
      {
        name: 'net',
        type: 'struct net *',
        offset: 120,
        size: 8,
        what: {
          zh: '回到命名空间的指针。不持有引用：命名空间撤销时，状态先走。',
          en: 'The way back to the namespace. It holds no reference: when a namespace goes away, this state goes first.',
        },
        guard: 'once',
        writes: of(['mptcp_fm_init_net', '1821']),
        reads: of(['mptcp_address_worker', '718']),
      },
    ],
  },

  mptcp_addr_event: {
    name: 'struct mptcp_addr_event',
    size: 40,
    fields: [
      {
        name: 'list',
        type: 'struct list_head',
        offset: 0,
        size: 16,
        what: { zh: '在 `events` 队列里的前后指针。', en: 'Its neighbours in the queue `events`.' },
        guard: 'local',
        writes: of(
          ['add_pm_event', '1044, 1065'],
          ['mptcp_address_worker', '740'],
          ['mptcp_fm_exit_net', '1848'],
        ),
      },
      {
        name: 'family',
        type: 'unsigned short',
        offset: 16,
        size: 2,
        what: { zh: 'AF_INET 或 AF_INET6。', en: 'AF_INET or AF_INET6.' },
        guard: 'local',
        writes: of(['addr4_event_handler', '1086'], ['addr6_event_handler', '1148']),
        reads: of(['lookup_similar_event', '1019'], ['mptcp_address_worker', '760, 805, 826']),
      },
      {
        name: 'code',
        type: 'u8',
        offset: 18,
        size: 1,
        bits: '0–6',
        what: {
          zh: '来了（ADD = 1）、走了（DEL = 2），还是变了（MOD = 3）。合并时会改写，地址不在表里时 MOD 也会改成 ADD。',
          en: 'It came (ADD = 1), went (DEL = 2) or changed (MOD = 3). Merging rewrites it; for an address not in the table, MOD becomes ADD.',
        },
        guard: 'local',
        writes: of(
          ['addr4_event_handler', '1093-1097'],
          ['addr6_event_handler', '1155-1159'],
          ['add_pm_event', '1050, 1055'],
          ['mptcp_address_worker', '787'],
        ),
        reads: of(['add_pm_event', '1041'], ['mptcp_address_worker', '744, 896, 909, 973']),
      },
      {
        name: 'low_prio',
        type: 'u8',
        offset: 18,
        size: 1,
        bits: '7',
        what: {
          zh: '设备是备用的。以最后一个事件为准。',
          en: 'The device is a backup one. The last event has the say.',
        },
        guard: 'local',
        writes: of(
          ['addr4_event_handler', '1088'],
          ['addr6_event_handler', '1150'],
          ['add_pm_event', '1049, 1054'],
        ),
        reads: of(['mptcp_address_worker', '791, 795, 983, 994']),
      },
      {
        name: 'if_idx',
        type: 'int',
        offset: 20,
        size: 4,
        what: { zh: '设备的接口索引。', en: 'The index of the device.' },
        guard: 'local',
        writes: of(['addr4_event_handler', '1089'], ['addr6_event_handler', '1151']),
        reads: of(['lookup_similar_event', '1021'], ['mptcp_address_worker', '809, 818']),
      },
      {
        name: 'addr',
        type: 'union inet_addr',
        offset: 24,
        size: 16,
        what: {
          zh: '地址。IPv4 只用前四个字节，其余没有初始化，也没有人去读。',
          en: 'The address. IPv4 uses the first four bytes; the others are not initialised, and nobody reads them.',
        },
        guard: 'local',
        writes: of(['addr4_event_handler', '1087'], ['addr6_event_handler', '1149']),
        reads: of(['lookup_similar_event', '1024-1027'], ['mptcp_address_worker', '806, 815']),
      },
    ],
  },

  mptcp_pm_ops: {
    name: 'struct mptcp_pm_ops',
    file: 'include/net/mptcp.h',
    size: 152,
    fields: [
      {
        name: 'list',
        type: 'struct list_head',
        offset: 0,
        size: 16,
        what: {
          zh: '在内核的路径管理器链表里的位置，登记时由内核填。',
          en: 'Its place in the kernel’s list of path managers, filled in when it is registered.',
        },
        guard: 'chain',
      },
      {
        name: 'new_session … prio_changed',
        type: '(*)(…)[14]',
        offset: 16,
        size: 112,
        what: {
          zh: '十四个函数指针，各 8 字节。`full_mesh` 填了九个，[五个留空](../ops/index.mdx#empty)。',
          en: 'Fourteen function pointers of 8 bytes. `full_mesh` fills nine and [leaves five empty](../ops/index.mdx#empty).',
        },
        guard: 'build',
      },
      {
        name: 'name',
        type: 'char[16]',
        offset: 128,
        size: 16,
        what: {
          zh: '`fullmesh`：sysctl `net.mptcp.mptcp_path_manager` 和套接字选项认的就是它。',
          en: '`fullmesh`: the name that the sysctl `net.mptcp.mptcp_path_manager` and the socket option go by.',
        },
        guard: 'build',
      },
      {
        name: 'owner',
        type: 'struct module *',
        offset: 144,
        size: 8,
        what: {
          zh: '模块自己。会话用着它，就不能卸载。',
          en: 'The module itself, which cannot be unloaded while a session uses it.',
        },
        guard: 'build',
      },
    ],
  },

  pernet_operations: {
    name: 'struct pernet_operations',
    file: 'include/net/net_namespace.h',
    size: 56,
    fields: [
      {
        name: 'list',
        type: 'struct list_head',
        offset: 0,
        size: 16,
        what: { zh: '在内核的链表里的位置。', en: 'Its place in the kernel’s list.' },
        guard: 'chain',
      },
      {
        name: 'init',
        type: 'int (*)(struct net *)',
        offset: 16,
        size: 8,
        what: { zh: '`mptcp_fm_init_net`。', en: '`mptcp_fm_init_net`.' },
        guard: 'build',
      },
      {
        name: 'exit',
        type: 'void (*)(struct net *)',
        offset: 24,
        size: 8,
        what: { zh: '`mptcp_fm_exit_net`。', en: '`mptcp_fm_exit_net`.' },
        guard: 'build',
      },
      {
        name: 'exit_batch, id, size',
        type: '8 + 8 + 8',
        offset: 32,
        size: 24,
        what: {
          zh: '没有填。没有 `id` 和 `size`，状态就不在通用的每命名空间存储里，要自己分配。',
          en: 'Not filled in. Without `id` and `size` the state is not in the generic per-namespace storage; the module allocates its own.',
        },
        guard: 'build',
      },
    ],
  },

  notifier_block: {
    name: 'struct notifier_block',
    file: 'include/linux/notifier.h',
    size: 24,
    fields: [
      {
        name: 'notifier_call',
        type: 'notifier_fn_t',
        offset: 0,
        size: 8,
        what: {
          zh: '回调函数，三块里唯一填了的字段。',
          en: 'The callback, the only field that the three blocks fill in.',
        },
        guard: 'build',
      },
      {
        name: 'next',
        type: 'struct notifier_block __rcu *',
        offset: 8,
        size: 8,
        what: {
          zh: '链上的下一个，登记时由内核填。',
          en: 'The next of the chain, filled in when it is registered.',
        },
        guard: 'chain',
      },
      {
        name: 'priority',
        type: 'int',
        offset: 16,
        size: 4,
        what: {
          zh: '0：没有填，按登记的先后排。',
          en: '0, as it was left: it stands where it was registered.',
        },
        guard: 'build',
      },
    ],
  },
} as const satisfies Record<string, Layout>
