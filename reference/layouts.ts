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
  local: {
    zh: '`local_lock`；已从队列取出的事件不需要锁',
    en: '`local_lock`; none for an event that has been taken out of the queue',
  },
  rcu: {
    zh: '写：`local_lock`；读：RCU，或 `local_lock`',
    en: '`local_lock` to write; RCU, or `local_lock`, to read',
  },
  frozen: {
    zh: '修改副本时为 `local_lock`；已发布的表不再修改，读者使用 RCU',
    en: '`local_lock` to change a copy; RCU to read the published table, which does not change',
  },
  retired: {
    zh: '替换表时为 `local_lock`；`mptcp_fm_exit_net` 中不持锁，此前工作项已取消',
    en: '`local_lock` when a table is replaced; none in `mptcp_fm_exit_net`, after the work item was cancelled',
  },
  once: { zh: '无；初始化时写一次，此后只读', en: 'none; written once, at initialisation, then only read' },
  queue: { zh: '无；由工作队列同步', en: 'none; synchronised by the workqueue' },
  chain: { zh: '所注册链表的锁', en: 'the lock of the list in which it is registered' },
  build: { zh: '无；编译时初始化，此后不变', en: 'none; initialised by the compiler, then unchanged' },
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
          zh: '建立子流的工作项。入队时取元套接字与控制块的引用各一个，工作函数结束时释放；地址表的副本分配失败时，工作函数不释放这两个引用。',
          en: 'The work item that opens subflows. Queuing it takes one reference to the meta socket and one to the control block; the worker drops both when it ends. If the copy of the address table cannot be allocated, it drops neither.',
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
          zh: '`connect()` 返回 ENETUNREACH（-101）时，1000 ms 后重试一次的工作项。每个会话只有一个定时器。',
          en: 'The work item that retries once, 1000 ms after `connect()` returned ENETUNREACH (-101). A session has one timer for all its pairs.',
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
          zh: '对端的 IPv4 地址：八个[远端槽位](./remotes.mdx)，每个 12 字节。',
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
        reads: of(
          ['mptcp_addv4_raddr', '153'],
          ['mptcp_v4_rem_raddress', '261'],
          ['mptcp_v4_set_init_addr_bit', '293'],
          ['retry_subflow_worker', '391'],
          ['create_subflow_worker', '515'],
          ['full_mesh_delete_subflow', '1716'],
        ),
      },
      {
        name: 'remaddr6',
        type: 'struct fullmesh_rem6[8]',
        offset: 216,
        size: 192,
        what: {
          zh: '对端的 IPv6 地址：八个槽位，每个 24 字节。',
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
        reads: of(
          ['mptcp_addv6_raddr', '209'],
          ['mptcp_v6_rem_raddress', '276'],
          ['mptcp_v6_set_init_addr_bit', '308'],
          ['retry_subflow_worker', '414'],
          ['create_subflow_worker', '563'],
          ['full_mesh_delete_subflow', '1737'],
        ),
      },
      {
        name: 'mpcb',
        type: 'struct mptcp_cb *',
        offset: 408,
        size: 8,
        what: {
          zh: '指回控制块的指针。工作函数只得到工作项，由此指针找到会话。',
          en: 'Pointer back to the control block. A worker is passed only its work item, and finds the session through this pointer.',
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
          zh: '待撤销的地址。第 *n* 位对应**地址 ID** *n*，不是槽位；ID 最大为 15，十六位恰好够用。',
          en: 'Addresses to be withdrawn. Bit *n* stands for the **address id** *n*, not for a slot. The largest id is 15, so sixteen bits are enough.',
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
          zh: '已通告的本机 IPv4 地址，按**本地槽位**。初始地址的位在会话开始时置位。',
          en: 'The IPv4 addresses of this host that were announced, by **local slot**. The bit of the initial address is set when the session starts.',
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
        what: { zh: '同上，用于 IPv6。', en: 'The same for IPv6.' },
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
          zh: '待发 ADD_ADDR 的数量。只记数量，不记地址；[第 256 次请求使其归零](../ops/addr-signal.mdx#wishes)。',
          en: 'The number of ADD_ADDRs to send. It does not record for which addresses, and it [wraps to 0 at the 256th request](../ops/addr-signal.mdx#wishes).',
        },
        guard: 'meta',
        writes: of(
          ['full_mesh_new_session', '1309, 1328'],
          ['mptcp_address_worker', '899'],
          ['full_mesh_release_sock', '1425, 1469'],
          ['full_mesh_addr_signal', '1607, 1650, 1662'],
        ),
        reads: of(['full_mesh_new_session', '1342'], ['full_mesh_addr_signal', '1569, 1680']),
      },
      {
        name: 'rem4_bits',
        type: 'u8',
        offset: 421,
        size: 1,
        what: {
          zh: '位图：`remaddr4` 的哪些槽位已占用。',
          en: 'Bitmap: which slots of `remaddr4` are in use.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '195'], ['mptcp_v4_rem_raddress', '263']),
        reads: of(
          ['mptcp_addv4_raddr', '152, 178'],
          ['mptcp_v4_rem_raddress', '260'],
          ['mptcp_v4_set_init_addr_bit', '292'],
          ['retry_subflow_worker', '390'],
          ['create_subflow_worker', '511'],
          ['update_addr_bitfields', '631'],
          ['full_mesh_delete_subflow', '1715'],
        ),
      },
      {
        name: 'rem6_bits',
        type: 'u8',
        offset: 422,
        size: 1,
        what: {
          zh: '位图：`remaddr6` 的哪些槽位已占用。',
          en: 'Bitmap: which slots of `remaddr6` are in use.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '250'], ['mptcp_v6_rem_raddress', '278']),
        reads: of(
          ['mptcp_addv6_raddr', '208, 233'],
          ['mptcp_v6_rem_raddress', '275'],
          ['mptcp_v6_set_init_addr_bit', '307'],
          ['retry_subflow_worker', '413'],
          ['create_subflow_worker', '559'],
          ['update_addr_bitfields', '638'],
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
          zh: '初始地址对的[额外子流](../workers/create-subflow-worker.mdx#extra)已经建立过。',
          en: 'The [extra subflows](../workers/create-subflow-worker.mdx#extra) of the initial pair have been opened.',
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
          zh: '对端给出的地址 ID，接受 0–255；0 是会话的初始地址。',
          en: 'The address id given by the peer; 0 to 255 are accepted. 0 is the initial address.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '193']),
        reads: of(
          ['mptcp_addv4_raddr', '156, 166'],
          ['mptcp_v4_rem_raddress', '261'],
          ['retry_subflow_worker', '402'],
          ['create_subflow_worker', '527'],
        ),
      },
      {
        name: 'bitfield',
        type: 'u8',
        offset: 1,
        size: 1,
        what: {
          zh: '位图。第 *i* 位：已从本地槽位 *i* 尝试向该地址建立子流，或已有子流，`create_subflow_worker` 不再尝试。',
          en: 'Bitmap. Bit *i*: a subflow from local slot *i* to this address has been tried or exists; `create_subflow_worker` does not try the pair.',
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
          zh: '位图。第 *i* 位：从本地槽位 *i* 到该地址的 `connect()` 返回 ENETUNREACH（-101），将重试一次。',
          en: 'Bitmap. Bit *i*: `connect()` from local slot *i* to this address returned ENETUNREACH (-101); the pair will be retried once.',
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
          zh: '对端给出的端口；0 表示使用会话的端口。',
          en: 'The port given by the peer; 0 stands for the port of the session.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '172, 190']),
        reads: of(
          ['mptcp_addv4_raddr', '157'],
          ['retry_subflow_worker', '401'],
          ['create_subflow_worker', '526'],
          ['full_mesh_delete_subflow', '1721'],
        ),
      },
      {
        name: 'addr',
        type: 'struct in_addr',
        offset: 8,
        size: 4,
        what: {
          zh: '地址，网络字节序。',
          en: 'The address, in network byte order.',
        },
        guard: 'meta',
        writes: of(['mptcp_addv4_raddr', '171, 189']),
        reads: of(
          ['mptcp_addv4_raddr', '157, 166'],
          ['mptcp_v4_set_init_addr_bit', '293'],
          ['retry_subflow_worker', '400'],
          ['create_subflow_worker', '525'],
          ['full_mesh_delete_subflow', '1718'],
        ),
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
        what: { zh: '同 `rem4_id`。', en: 'Like `rem4_id`.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '248']),
        reads: of(
          ['mptcp_addv6_raddr', '212, 222'],
          ['mptcp_v6_rem_raddress', '276'],
          ['retry_subflow_worker', '426'],
          ['create_subflow_worker', '575'],
        ),
      },
      {
        name: 'bitfield',
        type: 'u8',
        offset: 1,
        size: 1,
        what: { zh: '同上表中的同名字段。', en: 'Like the field of the same name above.' },
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
        what: { zh: '同上表中的同名字段。', en: 'Like the field of the same name above.' },
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
        what: { zh: '同上表中的同名字段。', en: 'Like the field of the same name above.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '227, 245']),
        reads: of(
          ['mptcp_addv6_raddr', '213'],
          ['retry_subflow_worker', '425'],
          ['create_subflow_worker', '574'],
          ['full_mesh_delete_subflow', '1742'],
        ),
      },
      {
        name: 'addr',
        type: 'struct in6_addr',
        offset: 8,
        size: 16,
        what: { zh: '地址，16 字节。', en: 'The address, 16 bytes.' },
        guard: 'meta',
        writes: of(['mptcp_addv6_raddr', '226, 244']),
        reads: of(
          ['mptcp_addv6_raddr', '213'],
          ['mptcp_v6_set_init_addr_bit', '308'],
          ['retry_subflow_worker', '424'],
          ['create_subflow_worker', '573'],
          ['full_mesh_delete_subflow', '1739'],
        ),
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
          zh: '本机的 IPv4 地址：八个槽位，每个 12 字节。删除地址只清除有效位，槽位的内容保留。',
          en: 'The IPv4 addresses of this host: eight slots of 12 bytes. Deleting an address clears only its valid bit; the slot keeps its content.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '806-809']),
        reads: of(
          ['retry_subflow_worker', '404-406'],
          ['create_subflow_worker', '530-535'],
          ['mptcp_find_address', '659-660'],
          ['mptcp_find_address_transp', '693'],
          ['mptcp_address_worker', '791'],
          ['full_mesh_new_session', '1283, 1301, 1305'],
          ['full_mesh_release_sock', '1398, 1414-1416, 1489'],
          ['full_mesh_get_local_id', '1539-1540'],
          ['full_mesh_addr_signal', '1589-1600'],
          ['mptcp_fm_seq_show', '1774'],
        ),
      },
      {
        name: 'loc4_bits',
        type: 'u8',
        offset: 96,
        size: 1,
        what: { zh: '位图：哪些 IPv4 槽位有效。', en: 'Bitmap: which IPv4 slots are valid.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '761, 827']),
        reads: of(
          ['create_subflow_worker', '516'],
          ['update_addr_bitfields', '629-633'],
          ['mptcp_find_address', '653'],
          ['mptcp_find_address_transp', '687'],
          ['mptcp_address_worker', '775'],
          ['full_mesh_new_session', '1300'],
          ['full_mesh_release_sock', '1397, 1488'],
          ['full_mesh_addr_signal', '1579'],
          ['mptcp_fm_seq_show', '1773'],
        ),
      },
      {
        name: 'next_v4_index',
        type: 'u8',
        offset: 97,
        size: 1,
        what: {
          zh: '下次查找空闲槽位的起点：上次分配的槽位加 1，即 1–8；为 8 时从 0 号槽位开始查找。新命名空间中为 1，因此第一个 IPv4 地址占用 1 号槽位。',
          en: 'Where the next search for a free slot starts: the slot assigned last plus 1, so 1 to 8; at 8 the search begins at slot 0. It is 1 in a new namespace, so the first IPv4 address gets slot 1.',
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
          zh: '本机的 IPv6 地址：八个槽位，每个 24 字节。',
          en: 'The IPv6 addresses of this host: eight slots of 24 bytes.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '815-818']),
        reads: of(
          ['retry_subflow_worker', '428-430'],
          ['create_subflow_worker', '578-583'],
          ['mptcp_find_address', '665-666'],
          ['mptcp_find_address_transp', '698'],
          ['mptcp_address_worker', '795'],
          ['full_mesh_new_session', '1285, 1320-1324'],
          ['full_mesh_release_sock', '1442, 1458-1460, 1496'],
          ['full_mesh_get_local_id', '1542-1543'],
          ['full_mesh_addr_signal', '1632-1643'],
          ['mptcp_fm_seq_show', '1783'],
        ),
      },
      {
        name: 'loc6_bits',
        type: 'u8',
        offset: 292,
        size: 1,
        what: { zh: '位图：哪些 IPv6 槽位有效。', en: 'Bitmap: which IPv6 slots are valid.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '763, 830']),
        reads: of(
          ['create_subflow_worker', '564'],
          ['update_addr_bitfields', '636-640'],
          ['mptcp_find_address', '655'],
          ['mptcp_find_address_transp', '689'],
          ['mptcp_address_worker', '778'],
          ['full_mesh_new_session', '1319'],
          ['full_mesh_release_sock', '1441, 1495'],
          ['full_mesh_addr_signal', '1622'],
          ['mptcp_fm_seq_show', '1782'],
        ),
      },
      {
        name: 'next_v6_index',
        type: 'u8',
        offset: 293,
        size: 1,
        what: {
          zh: '同 `next_v4_index`，但范围是 0–8：新命名空间中为 0，因为结构体分配时清零。',
          en: 'Like `next_v4_index`, but 0 to 8: it is 0 in a new namespace, because the struct is zeroed at allocation.',
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
          zh: '供 RCU 在宽限期之后释放已替换的旧表。',
          en: 'Used by RCU to free a replaced table after the grace period.',
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
        what: { zh: '地址 ID：槽位 + 1。', en: 'The address id: slot + 1.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '807']),
        reads: of(
          ['full_mesh_get_local_id', '1539'],
          ['full_mesh_addr_signal', '1589, 1600'],
          ['mptcp_fm_seq_show', '1776'],
        ),
      },
      {
        name: 'low_prio',
        type: 'u8',
        offset: 1,
        size: 1,
        bits: '0',
        what: {
          zh: '备用标志：设备为备用（IFF_MPBACKUP）。',
          en: 'Backup flag: the device is a backup (IFF_MPBACKUP).',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '808']),
        reads: of(
          ['mptcp_address_worker', '791'],
          ['full_mesh_new_session', '1283'],
          ['full_mesh_release_sock', '1414-1416'],
          ['full_mesh_get_local_id', '1540'],
          ['mptcp_fm_seq_show', '1777'],
        ),
      },
      {
        name: 'if_idx',
        type: 'int',
        offset: 4,
        size: 4,
        what: {
          zh: '设备的接口索引。用该地址建立的子流绑定到该设备。',
          en: 'The interface index of the device. A subflow opened from this address is bound to it.',
        },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '809']),
        reads: of(
          ['mptcp_find_address', '659'],
          ['mptcp_find_address_transp', '693'],
          ['full_mesh_new_session', '1305'],
          ['mptcp_fm_seq_show', '1777'],
        ),
      },
      {
        name: 'addr',
        type: 'struct in_addr',
        offset: 8,
        size: 4,
        what: { zh: '地址。', en: 'The address.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '806']),
        reads: of(
          ['mptcp_find_address', '660'],
          ['full_mesh_new_session', '1301'],
          ['full_mesh_release_sock', '1398, 1489'],
          ['full_mesh_addr_signal', '1590'],
          ['mptcp_fm_seq_show', '1777'],
        ),
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
        what: { zh: '地址 ID：槽位 + 8。', en: 'The address id: slot + 8.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '816']),
        reads: of(
          ['full_mesh_get_local_id', '1542'],
          ['full_mesh_addr_signal', '1632, 1643'],
          ['mptcp_fm_seq_show', '1785'],
        ),
      },
      {
        name: 'low_prio',
        type: 'u8',
        offset: 1,
        size: 1,
        bits: '0',
        what: { zh: '同上表中的同名字段。', en: 'Like the field of the same name above.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '817']),
        reads: of(
          ['mptcp_address_worker', '795'],
          ['full_mesh_new_session', '1285'],
          ['full_mesh_release_sock', '1458-1460'],
          ['full_mesh_get_local_id', '1543'],
          ['mptcp_fm_seq_show', '1786'],
        ),
      },
      {
        name: 'if_idx',
        type: 'int',
        offset: 4,
        size: 4,
        what: { zh: '同上表中的同名字段。', en: 'Like the field of the same name above.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '818']),
        reads: of(
          ['mptcp_find_address', '665'],
          ['mptcp_find_address_transp', '698'],
          ['full_mesh_new_session', '1324'],
          ['mptcp_fm_seq_show', '1786'],
        ),
      },
      {
        name: 'addr',
        type: 'struct in6_addr',
        offset: 8,
        size: 16,
        what: { zh: '地址，16 字节。', en: 'The address, 16 bytes.' },
        guard: 'frozen',
        writes: of(['mptcp_address_worker', '815']),
        reads: of(
          ['mptcp_find_address', '666'],
          ['full_mesh_new_session', '1320'],
          ['full_mesh_release_sock', '1442, 1496'],
          ['full_mesh_addr_signal', '1633'],
          ['mptcp_fm_seq_show', '1786'],
        ),
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
          zh: '指向当前[本地地址表](./loc-addr.mdx)的指针。替换地址表即改写此指针。',
          en: 'Pointer to the current [table of local addresses](./loc-addr.mdx). The table is replaced by changing this pointer.',
        },
        guard: 'rcu',
        writes: of(['mptcp_fm_init_net', '1817'], ['mptcp_address_worker', '765, 835']),
        reads: of(
          ['retry_subflow_worker', '365'],
          ['create_subflow_worker', '467'],
          ['mptcp_address_worker', '742, 915'],
          ['full_mesh_new_session', '1273'],
          ['full_mesh_release_sock', '1391'],
          ['full_mesh_get_local_id', '1533'],
          ['full_mesh_addr_signal', '1573'],
          ['full_mesh_delete_subflow', '1704'],
          ['mptcp_fm_seq_show', '1769'],
          ['mptcp_fm_exit_net', '1843'],
        ),
      },
      {
        name: 'local_lock',
        type: 'spinlock_t',
        offset: 8,
        size: 4,
        what: {
          zh: '自旋锁，取锁时下半部已禁用。保护地址表的替换和事件队列。',
          en: 'A spin lock, held with bottom halves disabled. It protects the replacement of the table and the event queue.',
        },
        writes: of(
          ['mptcp_address_worker', '730-735, 841'],
          ['mptcp_fm_init_net', '1820'],
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
          zh: '尚未处理的[地址事件](./addr-event.mdx)，先入队的在前。',
          en: '[Address events](./addr-event.mdx) that have not been handled, oldest first.',
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
          zh: '处理事件的工作项，入队 500 ms 之后运行。',
          en: 'The work item that handles the events, 500 ms after the event that queued it.',
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
          zh: '指回命名空间的指针，不持有引用：销毁命名空间时，先释放本结构体。',
          en: 'Pointer back to the namespace. It holds no reference: when a namespace is destroyed, this struct is freed first.',
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
        what: { zh: '在 `events` 队列中的链表指针。', en: 'The list pointers in the queue `events`.' },
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
        reads: of(
          ['lookup_similar_event', '1019-1023'],
          [
            'mptcp_address_worker',
            '745, 760, 768, 774-777, 790-794, 805, 826, 864-866, 925-939, 968, 979, 991',
          ],
        ),
      },
      {
        name: 'code',
        type: 'u8',
        offset: 18,
        size: 1,
        bits: '0–6',
        what: {
          zh: '添加（ADD = 1）、删除（DEL = 2）或改变（MOD = 3）。队列中同一设备、同一地址的事件，由后来的 ADD 或 MOD 改写。地址不在表中时，MOD 改为 ADD。',
          en: 'Added (ADD = 1), deleted (DEL = 2) or changed (MOD = 3). A later ADD or MOD for the same address and device overwrites it in the queue. For an address that is not in the table, MOD becomes ADD.',
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
          zh: '备用标志：设备为备用。队列中同一设备、同一地址的事件，由后来的 ADD 或 MOD 改写此值。',
          en: 'Backup flag: the device is a backup. A later ADD or MOD for the same address and device overwrites it in the queue.',
        },
        guard: 'local',
        writes: of(
          ['addr4_event_handler', '1088'],
          ['addr6_event_handler', '1150'],
          ['add_pm_event', '1049, 1054'],
        ),
        reads: of(['mptcp_address_worker', '791, 795, 808, 817, 983-985, 994-996']),
      },
      {
        name: 'if_idx',
        type: 'int',
        offset: 20,
        size: 4,
        what: { zh: '设备的接口索引。', en: 'The interface index of the device.' },
        guard: 'local',
        writes: of(['addr4_event_handler', '1089'], ['addr6_event_handler', '1151']),
        reads: of(['lookup_similar_event', '1021'], ['mptcp_address_worker', '746, 769, 809, 818']),
      },
      {
        name: 'addr',
        type: 'union inet_addr',
        offset: 24,
        size: 16,
        what: {
          zh: '地址。IPv4 只用前四个字节，其余字节未初始化，也不读取。',
          en: 'The address. IPv4 uses the first four bytes; the others are neither initialised nor read.',
        },
        guard: 'local',
        writes: of(['addr4_event_handler', '1087'], ['addr6_event_handler', '1149']),
        reads: of(
          ['lookup_similar_event', '1024-1027'],
          ['mptcp_address_worker', '746, 769, 806, 815, 936, 941, 982, 993'],
        ),
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
          zh: '在内核的路径管理器链表中的指针，注册时由内核填写。',
          en: 'The pointers in the kernel’s list of path managers, set by the kernel at registration.',
        },
        guard: 'chain',
      },
      {
        name: 'new_session … prio_changed',
        type: '(*)(…)[14]',
        offset: 16,
        size: 112,
        what: {
          zh: '十四个函数指针，各 8 字节。`full_mesh` 设置了九个，[五个为空](../ops/index.mdx#empty)。',
          en: 'Fourteen function pointers of 8 bytes. `full_mesh` sets nine and [leaves five null](../ops/index.mdx#empty).',
        },
        guard: 'build',
      },
      {
        name: 'name',
        type: 'char[16]',
        offset: 128,
        size: 16,
        what: {
          zh: '名称 `fullmesh`，用于 sysctl `net.mptcp.mptcp_path_manager` 和套接字选项 MPTCP_PATH_MANAGER。',
          en: 'The name `fullmesh`, for the sysctl `net.mptcp.mptcp_path_manager` and the socket option MPTCP_PATH_MANAGER.',
        },
        guard: 'build',
      },
      {
        name: 'owner',
        type: 'struct module *',
        offset: 144,
        size: 8,
        what: {
          zh: '本模块。会话使用它时，模块不能卸载。',
          en: 'This module. It cannot be unloaded while a session uses the ops.',
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
        what: { zh: '在内核链表中的指针。', en: 'The pointers in the kernel’s list.' },
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
          zh: '未设置。由于没有 `id` 和 `size`，内核不分配每个命名空间的状态，由模块自行分配。',
          en: 'Not set. Without `id` and `size` the kernel does not allocate state for each namespace, so the module allocates its own.',
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
          zh: '回调函数。三个通知块只设置了这个字段。',
          en: 'The callback, the only field that the three blocks set.',
        },
        guard: 'build',
      },
      {
        name: 'next',
        type: 'struct notifier_block __rcu *',
        offset: 8,
        size: 8,
        what: {
          zh: '通知链上的下一个，注册时由内核填写。',
          en: 'The next block in the chain, set by the kernel at registration.',
        },
        guard: 'chain',
      },
      {
        name: 'priority',
        type: 'int',
        offset: 16,
        size: 4,
        what: {
          zh: '未设置，即 0：优先级相同的按注册先后排列。',
          en: 'Not set, so 0: among blocks of the same priority, the order of registration decides.',
        },
        guard: 'build',
      },
    ],
  },
} as const satisfies Record<string, Layout>

/** A range of lines: the first and the last. */
export type LineRange = readonly [first: number, last: number]

/** Returns the ranges of `171-172, 189`. */
export function rangesIn(lines: string): LineRange[] {
  return lines.split(', ').map((range) => {
    const [first, last = first] = range.split('-').map(Number)
    return [first as number, last as number]
  })
}

/** A function that reads or writes a field, and where. */
export interface FieldAccess {
  readonly name: SymbolName
  readonly ranges: readonly LineRange[]
}

/**
 * Returns the functions of `mptcp_fullmesh.c` that write and that read a field.
 *
 * @param symbol the name among the symbols: `struct fullmesh_rem4.port`
 */
export function accessesOf(symbol: string): { writes: FieldAccess[]; reads: FieldAccess[] } {
  const all: readonly Layout[] = Object.values(layouts)
  const field = all
    .flatMap(({ name, fields }) => fields.map((field) => ({ symbol: `${name}.${field.name}`, ...field })))
    .find((field) => field.symbol === symbol)
  const listed = (accesses: readonly Access[] = []) =>
    accesses.map(([name, lines]) => ({ name, ranges: rangesIn(lines) }))
  return { writes: listed(field?.writes), reads: listed(field?.reads) }
}
