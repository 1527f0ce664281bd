import type { Language, Text } from './languages.ts'

/** A term that the pages use in a special sense. */
export interface Term {
  /** The anchor of its entry in the glossary. */
  readonly id: string
  readonly name: Text
  /** Other forms with the same meaning. `false`: the term is never marked automatically. */
  readonly forms: Readonly<Record<Language, readonly string[] | false>>
  /** Names of the term that texts do not use. */
  readonly refused?: readonly RefusedName[]
  /** One or two sentences, with `code` in backquotes and no other markup, since small boxes show them too. */
  readonly definition: Text
  /** The source of the definition in the protocol, the kernel or the C file, as MDX. */
  readonly source: Text
}

/** Names that are not used for a term. */
interface RefusedName {
  readonly language: Language
  readonly words: readonly string[]
  /** Longer words with another meaning, in which these are allowed: 摘要 for 摘. */
  readonly except?: readonly string[]
  /** What to write, if it is not the name of the term. */
  readonly write?: string
}

export interface TermGroup {
  readonly id: string
  readonly title: Text
  readonly terms: readonly Term[]
}

/** Returns links that are the same in both languages, with the punctuation of each. */
const both = (links: string): Text => ({
  zh: links.replace(/; (?=[<[])/g, '；').replace(/, (?=[<[])/g, '、'),
  en: links,
})

const general: Text = { zh: '内核通用概念', en: 'general concept of the kernel' }

export const glossary: readonly TermGroup[] = [
  {
    id: 'protocol',
    title: { zh: '协议', en: 'The protocol' },
    terms: [
      {
        id: 'mptcp',
        name: { zh: 'Multipath TCP', en: 'Multipath TCP' },
        forms: { zh: ['MPTCP'], en: ['MPTCP'] },
        definition: {
          zh: 'TCP 的扩展：一个连接同时使用多条网络路径，例如 Wi-Fi 和 LTE。每条路径上是一条单独的 TCP 连接，即子流。',
          en: 'An extension of TCP with which one connection uses several network paths at once, for example Wi-Fi and LTE. Each path carries a TCP connection of its own, a subflow.',
        },
        source: both('[RFC 6824 §1](https://www.rfc-editor.org/rfc/rfc6824#section-1)'),
      },
      {
        id: 'session',
        name: { zh: '会话', en: 'session' },
        forms: { zh: ['MPTCP 连接'], en: ['sessions', 'MPTCP connection', 'MPTCP connections'] },
        definition: {
          zh: '即 MPTCP 连接：两台主机之间传输同一数据流的全部子流。其共用状态存放在 `struct mptcp_cb` 中。',
          en: 'An MPTCP connection: all subflows between two hosts that carry one stream of data. The kernel keeps its shared state in `struct mptcp_cb`.',
        },
        source: both(
          '[RFC 6824 §1.3](https://www.rfc-editor.org/rfc/rfc6824#section-1.3); <C of="include/net/mptcp.h" in="struct mptcp_cb" />',
        ),
      },
      {
        id: 'subflow',
        name: { zh: '子流', en: 'subflow' },
        forms: { zh: [], en: ['subflows'] },
        definition: {
          zh: '会话中的一条 TCP 连接，位于一对地址之间。64 位内核上，每条子流占用 1 至 63 中的一个路径索引，因此一个会话名义上同时至多有 63 条。释放 31 及以上的索引时会清除错误的位，所以可能超过。',
          en: 'One TCP connection of a session, between one pair of addresses. On 64-bit kernels each subflow takes a path index from 1 to 63, so the nominal limit is 63 in a session at one time. A session can exceed it, because freeing an index of 31 or more clears wrong bits.',
        },
        source: both(
          '[RFC 6824 §1.3](https://www.rfc-editor.org/rfc/rfc6824#section-1.3); <C of="net/mptcp/mptcp_ctrl.c" in="mptcp_set_new_pathindex" />, <C of="net/mptcp/mptcp_ctrl.c" in="mptcp_del_sock" at="1549" />',
        ),
      },
      {
        id: 'master-subflow',
        name: { zh: '主子流', en: 'master subflow' },
        forms: { zh: ['初始子流'], en: ['master subflows', 'initial subflow', 'initial subflows'] },
        refused: [{ language: 'zh', words: ['首个子流', '起始子流'], write: '主子流（主线称初始子流）' }],
        definition: {
          zh: '会话的第一条子流，v0.95 的代码中为 `master_sk`；RFC 6824 和主线称之为初始子流（initial subflow）。其两端地址的 ID 都是 0。主子流结束后，会话在其余子流上继续。',
          en: 'The first subflow of a session, `master_sk` in the code of v0.95. RFC 6824 and mainline call it the initial subflow. The ids of its two addresses are 0. When it has ended, the session continues on the other subflows.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_cb.master_sk" />'),
      },
      {
        id: 'initial-address',
        name: { zh: '初始地址', en: 'initial address' },
        forms: { zh: [], en: ['initial addresses'] },
        refused: [{ language: 'zh', words: ['起始地址'] }],
        definition: {
          zh: '主子流两端的地址，分本地和远端。在主子流上 ID 为 0；从本地初始地址到其他远端地址的子流，使用由槽位决定的 ID。',
          en: 'The local or the remote address of the master subflow. Its id there is 0. A subflow from the local initial address to another remote address uses the id of the slot.',
        },
        source: both('<C in="full_mesh_new_session" at="1251-1262" />'),
      },
      {
        id: 'meta-socket',
        name: { zh: '元套接字', en: 'meta socket' },
        forms: { zh: [], en: ['meta sockets'] },
        definition: {
          zh: '代表整个会话的套接字，应用程序读写该套接字。它的锁保护会话的状态。',
          en: 'The socket that represents the whole session; the application reads from it and writes to it. Its lock protects the state of the session.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_cb.meta_sk" />'),
      },
      {
        id: 'control-block',
        name: { zh: '控制块', en: 'control block' },
        forms: { zh: ['mpcb'], en: ['control blocks', 'mpcb'] },
        definition: {
          zh: '`struct mptcp_cb`：会话中各子流共用的状态，其中预留 608 字节，存放路径管理器的私有数据。',
          en: '`struct mptcp_cb`: the state of a session that all its subflows share. It reserves 608 bytes for the private data of the path manager.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_cb" />'),
      },
      {
        id: 'peer',
        name: { zh: '对端', en: 'peer' },
        forms: { zh: false, en: false },
        definition: {
          zh: '会话另一端的主机。',
          en: 'The host at the other end of the session.',
        },
        source: general,
      },
      {
        id: 'address-id',
        name: { zh: '地址 ID', en: 'address id' },
        forms: { zh: [], en: ['address ids'] },
        refused: [{ language: 'zh', words: ['地址标识'] }],
        definition: {
          zh: '在 MPTCP 选项中标识一个地址的单字节数。本路径管理器中，本地 IPv4 地址的 ID 为槽位 + 1，本地 IPv6 地址为槽位 + 8；主子流的两个地址为 0。',
          en: 'A one-byte number that identifies an address in MPTCP options. In this path manager it is the slot + 1 for a local IPv4 address and the slot + 8 for a local IPv6 address; on the master subflow, both addresses have 0.',
        },
        source: both(
          '[RFC 6824 §3.4](https://www.rfc-editor.org/rfc/rfc6824#section-3.4); <C in="mptcp_address_worker" at="807" />, <C in="mptcp_address_worker" at="816" />',
        ),
      },
      {
        id: 'token',
        name: { zh: '令牌', en: 'token' },
        forms: { zh: ['token'], en: ['tokens'] },
        definition: {
          zh: '32 位数，由主机的密钥散列而来，在该主机上标识一个会话。带 MP_JOIN 的 SYN 中含有令牌。',
          en: 'A 32-bit number, a hash of the key of a host, that identifies a session on that host. The SYN with MP_JOIN contains it.',
        },
        source: both('[RFC 6824 §3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.2)'),
      },
      {
        id: 'hmac',
        name: { zh: 'HMAC', en: 'HMAC' },
        forms: { zh: [], en: false },
        definition: {
          zh: '带密钥的散列值，主机以此证明自己持有会话的密钥。MP_JOIN 握手的 SYN/ACK 和第三个报文段中含有 HMAC，MPTCP 版本 1 的 ADD_ADDR 中也有；v0.95 使用 HMAC-SHA1。',
          en: 'A keyed hash, by which a host proves that it knows the keys of the session. MP_JOIN has one in the SYN/ACK and in the third segment of the handshake, and so has ADD_ADDR in MPTCP version 1. v0.95 uses HMAC-SHA1.',
        },
        source: both(
          '[RFC 6824 §3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.2); <C in="full_mesh_addr_signal" at="1597" />',
        ),
      },
      {
        id: 'mp-capable',
        name: { zh: 'MP_CAPABLE', en: 'MP_CAPABLE' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '主子流握手时使用的 TCP 选项，表明主机支持 MPTCP，双方用它交换密钥。',
          en: 'The TCP option in the handshake of the master subflow. It says that the host supports MPTCP, and the two hosts exchange their keys in it.',
        },
        source: both('[RFC 6824 §3.1](https://www.rfc-editor.org/rfc/rfc6824#section-3.1)'),
      },
      {
        id: 'mp-join',
        name: { zh: 'MP_JOIN', en: 'MP_JOIN' },
        forms: { zh: [], en: ['join', 'joins'] },
        definition: {
          zh: '把新子流加入已有会话的 TCP 选项，在握手的各个报文段中形式不同。这样建立的子流，或其建立过程，在日志中称为 join。',
          en: 'The TCP option that adds a new subflow to an existing session; the subflow, or its opening, is called a join. The option has a different form in each segment of the handshake.',
        },
        source: both('[RFC 6824 §3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.2)'),
      },
      {
        id: 'fourth-ack',
        name: { zh: '第四个 ACK', en: 'fourth ACK' },
        forms: { zh: [], en: ['fourth ACKs'] },
        definition: {
          zh: '完成 MP_JOIN 握手的 ACK，由收到 SYN 的一方在握手的第三个报文段之后发送。发送 SYN 的一方收到它之后，才可在新子流上发送数据。',
          en: 'The ACK that completes the handshake of a join. The host that received the SYN sends it after the third segment. Until it arrives, the host that sent the SYN may not send data on the new subflow.',
        },
        source: both('[RFC 6824 §3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.2)'),
      },
      {
        id: 'add-addr',
        name: { zh: 'ADD_ADDR', en: 'ADD_ADDR' },
        forms: { zh: [], en: ['ADD_ADDRs'] },
        definition: {
          zh: '向对端通告一个地址及其 ID 的 TCP 选项。v0.95 的每个报文段至多带一个；丢失后不重发。',
          en: 'The TCP option that announces an address and its id to the peer. v0.95 puts at most one into a segment, and does not send it again if it is lost.',
        },
        source: both('[RFC 6824 §3.4.1](https://www.rfc-editor.org/rfc/rfc6824#section-3.4.1)'),
      },
      {
        id: 'remove-addr',
        name: { zh: 'REMOVE_ADDR', en: 'REMOVE_ADDR' },
        forms: { zh: [], en: ['REMOVE_ADDRs'] },
        definition: {
          zh: '撤销地址的 TCP 选项，可列出多个 ID。接收方关闭远端地址 ID 在其中的子流。',
          en: 'The TCP option that withdraws addresses; it can list several ids. The receiver closes the subflows to addresses with these ids.',
        },
        source: both('[RFC 6824 §3.4.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.4.2)'),
      },
      {
        id: 'mp-prio',
        name: { zh: 'MP_PRIO', en: 'MP_PRIO' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '把已有子流设为备用或取消备用的 TCP 选项。',
          en: 'The TCP option that makes an existing subflow a backup subflow, or a normal one again.',
        },
        source: both('[RFC 6824 §3.3.8](https://www.rfc-editor.org/rfc/rfc6824#section-3.3.8)'),
      },
      {
        id: 'dss',
        name: { zh: 'DSS', en: 'DSS' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '数据序号信号（Data Sequence Signal）：把子流的字节映射到会话的字节，并确认会话数据的 TCP 选项。几乎每个报文段都带有 DSS。',
          en: 'Data Sequence Signal: the TCP option that maps bytes of a subflow to bytes of the session and acknowledges data of the session. Nearly every segment has one.',
        },
        source: both('[RFC 6824 §3.3](https://www.rfc-editor.org/rfc/rfc6824#section-3.3)'),
      },
      {
        id: 'data-ack',
        name: { zh: 'DATA_ACK', en: 'DATA_ACK' },
        forms: { zh: ['数据级 ACK'], en: ['data-level ACK', 'data-level ACKs'] },
        definition: {
          zh: '数据级 ACK：DSS 中确认会话数据的部分，与子流的 TCP 确认号相互独立。',
          en: 'The data-level ACK: the part of a DSS that acknowledges data of the session. It is independent of the TCP acknowledgement of the subflow.',
        },
        source: both('[RFC 6824 §3.3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.3.2)'),
      },
      {
        id: 'fully-established',
        name: { zh: '完全建立', en: 'fully established' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '子流的一种状态，表示对端已在该子流上使用 MPTCP：收到带 DATA_ACK 且 TCP 确认号越过 SYN 的报文段，或者收到的数据超过初始接收窗口。主子流完全建立之前，路径管理器不建立其他子流。',
          en: 'State of a subflow on which the peer has shown that it uses MPTCP: a segment with a DATA_ACK has acknowledged more than the SYN, or more data has arrived than the initial receive window holds. The path manager opens no other subflow before the master subflow is fully established.',
        },
        source: both(
          '[RFC 6824 §3.1](https://www.rfc-editor.org/rfc/rfc6824#section-3.1); <C of="net/mptcp/mptcp_input.c" in="mptcp_prevalidate_skb" at="586-593" />, <C of="net/mptcp/mptcp_input.c" in="mptcp_process_data_ack" at="1434-1439" />, <C in="full_mesh_create_subflows" at="1365-1367" />',
        ),
      },
      {
        id: 'fallback',
        name: { zh: '回退到普通 TCP', en: 'fallback to plain TCP' },
        forms: { zh: ['回退'], en: ['fall back to plain TCP', 'falls back to plain TCP', 'fallback'] },
        definition: {
          zh: '会话停用 MPTCP，以普通 TCP 的方式在一条子流上继续。日志行 `fallback c1 to default` 与此不同：该会话只是更换路径管理器。',
          en: 'The session stops using MPTCP and continues as plain TCP on one subflow. This differs from the log line `fallback c1 to default`: there the session only changes its path manager.',
        },
        source: both(
          '[RFC 6824 §3.6](https://www.rfc-editor.org/rfc/rfc6824#section-3.6); <C of="include/net/mptcp.h" in="mptcp_fallback_infinite" />',
        ),
      },
      {
        id: 'infinite-mapping',
        name: { zh: '无限映射', en: 'infinite mapping' },
        forms: { zh: [], en: ['infinite mappings'] },
        definition: {
          zh: 'DSS 中长度字段为 0 的映射，用于回退到普通 TCP：此后子流的字节即会话的字节，不再新增子流。',
          en: 'A mapping of length 0 in a DSS, by which a host falls back to plain TCP: all following bytes of the subflow are those of the session, and no subflow is added.',
        },
        source: both('[RFC 6824 §3.6](https://www.rfc-editor.org/rfc/rfc6824#section-3.6)'),
      },
      {
        id: 'backup',
        name: { zh: '备用', en: 'backup' },
        forms: { zh: [], en: false },
        definition: {
          zh: '地址或子流的一种属性（备用标志），表示优先级低：调度器 `default` 优先使用其他子流，但备用子流仍可能传输数据。该属性来自设备的 IFF_MPBACKUP 标志，用 MP_JOIN 中的一位或 MP_PRIO 通知对端。',
          en: 'A property of an address or a subflow, its backup flag: low priority. The scheduler `default` prefers other subflows, but a backup subflow can still carry data. The property comes from the flag IFF_MPBACKUP of the device; a bit in MP_JOIN or an MP_PRIO announces it to the peer.',
        },
        source: both(
          '<C in="addr4_event_handler" at="1088" />, <C in="full_mesh_new_session" at="1283-1286" />',
        ),
      },
      {
        id: 'scheduler',
        name: { zh: '调度器', en: 'scheduler' },
        forms: { zh: [], en: ['schedulers'] },
        definition: {
          zh: 'MPTCP 中决定由哪条子流发送下一段数据的部分，与路径管理器分开；路径管理器只设置子流的备用标志。',
          en: 'The part of MPTCP that decides which subflow sends the next data. It is separate from the path manager, which only sets the backup flag of a subflow.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_sched_ops" />'),
      },
      {
        id: 'mptcp-version',
        name: { zh: 'MPTCP 版本', en: 'MPTCP version' },
        forms: { zh: false, en: false },
        definition: {
          zh: '指协议的版本（0 或 1），不是内核的版本。v0.95 两者都支持，默认为 0；其版本 1 是 RFC 8684 的早期草案，ADD_ADDR 另含 HMAC。',
          en: 'The version of the protocol, 0 or 1, not of the kernel. v0.95 supports both and uses 0 by default; its version 1 is an early draft of RFC 8684, in which an ADD_ADDR also has an HMAC.',
        },
        source: both(
          '[RFC 6824](https://www.rfc-editor.org/rfc/rfc6824); [RFC 8684](https://www.rfc-editor.org/rfc/rfc8684)',
        ),
      },
      {
        id: 'v4-mapped',
        name: { zh: 'v4-mapped', en: 'v4-mapped' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '指通过 IPv4 通信的 IPv6 套接字，其地址形如 `::ffff:10.0.1.1`。',
          en: 'An IPv6 socket that communicates over IPv4 is v4-mapped. Its addresses have the form `::ffff:10.0.1.1`.',
        },
        source: both(
          '[RFC 4291 §2.5.5.2](https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2); <C of="include/net/mptcp.h" in="mptcp_v6_is_v4_mapped" />',
        ),
      },
    ],
  },
  {
    id: 'path-manager',
    title: { zh: '路径管理器', en: 'The path manager' },
    terms: [
      {
        id: 'path-manager-term',
        name: { zh: '路径管理器', en: 'path manager' },
        forms: { zh: [], en: ['path managers'] },
        definition: {
          zh: 'MPTCP 中决定会话使用哪些地址、通告哪些地址、何时建立子流的部分。内核中是一张函数表，每个会话选用一个。',
          en: 'The part of MPTCP that decides which addresses a session uses, which of them are announced, and when subflows are opened. In the kernel it is a table of functions, and each session has one.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_pm_ops" />'),
      },
      {
        id: 'full-mesh',
        name: { zh: '全网状', en: 'full mesh' },
        forms: { zh: ['全互联'], en: ['full-mesh'] },
        refused: [{ language: 'zh', words: ['全互联'], except: ['全互联”', "全互联'"] }],
        definition: {
          zh: '每个本地地址与每个同族的远端地址之间都有子流；子流由客户端建立。',
          en: 'A subflow between every local address and every remote address of the same family. The client opens the subflows.',
        },
        source: both('<C in="create_subflow_worker" />'),
      },
      {
        id: 'default-path-manager',
        name: { zh: 'default 路径管理器', en: 'default path manager' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '只有 `get_local_id` 一个操作的路径管理器：不建立子流，不通告地址，不保存对端地址；接受对端的所有 MP_JOIN，本地地址 ID 一律为 0。',
          en: 'The path manager that has a single op, `get_local_id`. It opens no subflow, announces no address and stores no address of the peer; it accepts every join, with local address id 0.',
        },
        source: both('<C of="net/mptcp/mptcp_pm.c" in="mptcp_default_id, mptcp_pm_default" />'),
      },
      {
        id: 'server-side',
        name: { zh: '服务器端', en: 'server side' },
        forms: { zh: ['被动打开的一方'], en: ['passive side', 'passive opener'] },
        definition: {
          zh: '接受主子流的主机（被动打开），即服务器。路径管理器在服务器上通告地址，但不建立子流。主动打开的主机是客户端。',
          en: 'The host that accepted the master subflow (passive open): the server. There, the path manager announces addresses but opens no subflow. The host of the active open is the client.',
        },
        source: both('<C in="full_mesh_create_subflows" at="1361-1363" />'),
      },
      {
        id: 'slot',
        name: { zh: '槽位', en: 'slot' },
        forms: { zh: [], en: ['slots'] },
        definition: {
          zh: '地址在地址表中的下标，每个地址族为 0–7。地址删除后，槽位可分配给其他地址。',
          en: 'The index of an address in an address table, 0 to 7 for each family. After the address has been deleted, another address can take the slot.',
        },
        source: both('<C in="MPTCP_MAX_ADDR" />'),
      },
      {
        id: 'pair',
        name: { zh: '地址对', en: 'pair' },
        forms: { zh: [], en: ['pairs'] },
        definition: {
          zh: '地址族相同的一个本地地址和一个远端地址，可在二者之间建立子流。位图中以本地地址的槽位表示地址对。',
          en: 'A local and a remote address of the same family, between which a subflow can be opened. In a bitfield, the slot of the local address stands for the pair.',
        },
        source: both('<C in="struct fullmesh_rem4.bitfield" />'),
      },
      {
        id: 'bitfield',
        name: { zh: '位图', en: 'bitfield' },
        forms: { zh: [], en: ['bitfields', 'bitmap', 'bitmaps'] },
        refused: [{ language: 'zh', words: ['位域'], write: '位图（字段名 `bitfield`）' }],
        definition: {
          zh: '一个整数，每一位对应一个槽位（或一个地址 ID）。远端地址的 `bitfield` 字段中，第 n 位置位表示该远端地址与本地槽位 n 中地址的地址对已尝试或正在使用。',
          en: 'An integer used as a bitmap: one bit for each slot, or for each address id. In the `bitfield` of a remote address, bit n is set if its pair with the address in local slot n has been tried or is in use.',
        },
        source: both('<C in="struct fullmesh_rem4" at="27-28" />'),
      },
      {
        id: 'announce',
        name: { zh: '通告', en: 'announce' },
        forms: { zh: false, en: false },
        definition: {
          zh: '用 ADD_ADDR 把本机的一个地址发送给对端。',
          en: 'Send an address of this host to the peer in an ADD_ADDR.',
        },
        source: both('<C in="full_mesh_addr_signal" />'),
      },
      {
        id: 'withdraw',
        name: { zh: '撤销', en: 'withdraw' },
        forms: { zh: false, en: false },
        definition: {
          zh: '用 REMOVE_ADDR 通知对端，本机的某个地址不再可用。',
          en: 'Tell the peer, in a REMOVE_ADDR, the id of an address of this host that can no longer be used.',
        },
        source: both('<C in="announce_remove_addr" />'),
      },
      {
        id: 'request',
        name: { zh: '待发请求', en: 'request' },
        forms: { zh: false, en: false },
        refused: [
          { language: 'zh', words: ['愿望'], write: '待发请求、待发通告计数' },
          { language: 'en', words: ['wish', 'wishes'], write: 'request, counter' },
        ],
        definition: {
          zh: '待发通告计数中的一个单位，即一个尚未发送的 ADD_ADDR。内核不记录是哪个地址。',
          en: 'One unit of the `add_addr` counter: an ADD_ADDR that is still to be sent. It does not record which address.',
        },
        source: both('<C in="struct fullmesh_priv.add_addr" />'),
      },
      {
        id: 'add-addr-counter',
        name: { zh: '待发通告计数', en: 'add_addr counter' },
        forms: { zh: [], en: false },
        definition: {
          zh: '会话的 8 位字段 `add_addr`：尚未发送的 ADD_ADDR 的数量。',
          en: 'The 8-bit field `add_addr` of a session: the number of ADD_ADDR options still to be sent.',
        },
        source: both('<C in="struct fullmesh_priv.add_addr" />'),
      },
      {
        id: 'event',
        name: { zh: '地址事件', en: 'address event' },
        forms: { zh: [], en: ['address events'] },
        definition: {
          zh: '某设备上的地址新增、删除或改变的记录。事件先入队；地址工作函数在其工作项入队 500 ms 之后运行，处理队列中的全部事件。',
          en: 'A record that an address on a device was added, deleted or changed. Events are queued; the address worker runs 500 ms after the event that queued its work item, and processes them all.',
        },
        source: both('<C in="struct mptcp_addr_event" />; <C in="add_pm_event" at="1065-1070" />'),
      },
      {
        id: 'pf',
        name: { zh: '可能失效', en: 'potentially failed' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '子流的标志 `pf`，子流的数据改由其他子流重发时置位。路径管理器不选用可能失效的子流发送 ACK。',
          en: 'A flag of a subflow, `pf`, that is set when its data is retransmitted on other subflows. The path manager does not choose such a subflow to send an ACK.',
        },
        source: both('<C in="mptcp_address_worker" at="944-948" />'),
      },
      {
        id: 'reinjection',
        name: { zh: '重新注入', en: 'reinjection' },
        forms: { zh: [], en: ['reinjected', 'reinjects'] },
        definition: {
          zh: '把在一条子流上发送过的数据，改由另一条子流重发。',
          en: 'The retransmission, on one subflow, of data that was first sent on another.',
        },
        source: both('<C in="mptcp_address_worker" at="948" />'),
      },
      {
        id: 'transparent-socket',
        name: { zh: '透明套接字', en: 'transparent socket' },
        forms: { zh: ['透明代理会话', '透明会话'], en: ['transparent sockets', 'transparent session'] },
        definition: {
          zh: '设置了 IP_TRANSPARENT 选项的套接字，供代理使用，其本地地址可以不是本机的地址。对这种会话，路径管理器按接收接口查找本地地址。',
          en: 'A socket with the option IP_TRANSPARENT, as proxies use: its local address need not be an address of the host. For such a session the path manager looks up the local address by the receiving interface.',
        },
        source: both('<C in="full_mesh_new_session" at="1269-1278" />'),
      },
      {
        id: 'quirk',
        name: { zh: '意外行为', en: 'quirk' },
        forms: { zh: [], en: ['quirks'] },
        refused: [{ language: 'zh', words: ['怪事'] }],
        definition: {
          zh: 'C 文件中与协议规定不符，或从代码难以预料的行为。模型重现这些行为。',
          en: 'Behaviour of the C file that is surprising to a reader of the protocol specification or of the code. The model reproduces it.',
        },
        source: { zh: '[各页列表](../quirks/index.mdx)', en: '[list of quirks](../quirks/index.mdx)' },
      },
      {
        id: 'v095',
        name: { zh: 'v0.95', en: 'v0.95' },
        forms: { zh: false, en: false },
        definition: {
          zh: '本站所解读的 multipath-tcp.org 内核版本，基于 Linux 4.19。',
          en: 'The release of the multipath-tcp.org kernel that these pages explain. It is based on Linux 4.19.',
        },
        source: { zh: '[代码版本](../index.mdx#reference)', en: '[code version](../index.mdx#reference)' },
      },
      {
        id: 'mainline',
        name: { zh: '主线 6.18', en: 'mainline 6.18' },
        forms: { zh: false, en: false },
        definition: {
          zh: 'Linux 6.18 内核自带的 MPTCP 实现，用 `ip mptcp` 配置；它是另一套实现，不是 v0.95 的移植。',
          en: 'The MPTCP implementation of the Linux 6.18 kernel, configured with `ip mptcp`. It is a separate implementation, not a port of v0.95.',
        },
        source: {
          zh: '[与主线 6.18 对比](../then-and-now/index.mdx)',
          en: '[comparison with mainline](../then-and-now/index.mdx)',
        },
      },
      {
        id: 'endpoint',
        name: { zh: '端点', en: 'endpoint' },
        forms: { zh: [], en: ['endpoints'] },
        definition: {
          zh: '主线 6.18 中用 `ip mptcp endpoint` 配置的地址及其标志。v0.95 没有端点，地址取自已启用、没有 IFF_NOMULTIPATH 标志的设备。',
          en: 'In mainline 6.18, an address with flags that `ip mptcp endpoint` configures. v0.95 has no endpoints; it takes the addresses of all devices that are up and do not have the flag IFF_NOMULTIPATH.',
        },
        source: {
          zh: '[与主线 6.18 对比](../then-and-now/index.mdx)',
          en: '[comparison with mainline](../then-and-now/index.mdx)',
        },
      },
    ],
  },
  {
    id: 'kernel',
    title: { zh: '内核', en: 'The kernel' },
    terms: [
      {
        id: 'op',
        name: { zh: '操作', en: 'op' },
        forms: { zh: false, en: ['ops'] },
        definition: {
          zh: '路径管理器的函数表 `struct mptcp_pm_ops` 中的一个函数。内核在握手完成、收到 ADD_ADDR、构造报文段的选项等时刻调用相应的函数；若表中为 NULL，则不调用。',
          en: 'A function in `struct mptcp_pm_ops`, the function table of a path manager. The kernel calls it when something happens in a session, for example when an ADD_ADDR arrives, unless the entry is NULL.',
        },
        source: both('<C in="full_mesh" />'),
      },
      {
        id: 'register',
        name: { zh: '注册、注销', en: 'register, unregister' },
        forms: { zh: false, en: false },
        refused: [
          { language: 'zh', words: ['登记'], write: '注册' },
          { language: 'zh', words: ['摘'], except: ['摘要', '摘录', '摘自'], write: '注销、删除' },
        ],
        definition: {
          zh: '把含有回调函数的结构体加入内核的链表，或从链表中移除。',
          en: 'Enter a structure with callbacks into a list of the kernel, or take it out of the list.',
        },
        source: both('<C in="full_mesh_register" />, <C in="full_mesh_unregister" />'),
      },
      {
        id: 'notifier',
        name: { zh: '通知链', en: 'notifier chain' },
        forms: { zh: [], en: ['notifier chains'] },
        definition: {
          zh: '一组函数，事件发生时由内核依次调用。本文件用到三条通知链：设备、IPv4 地址、IPv6 地址。',
          en: 'A list of functions that the kernel calls in turn when an event occurs. This file uses three: for devices, IPv4 addresses and IPv6 addresses.',
        },
        source: both('<C of="kernel/notifier.c" in="notifier_call_chain" />'),
      },
      {
        id: 'notifier-function',
        name: { zh: '通知回调', en: 'notifier function' },
        forms: { zh: [], en: ['notifier', 'notifiers', 'notifier functions'] },
        definition: {
          zh: '注册在通知链上的函数。',
          en: 'A function that is registered in a notifier chain.',
        },
        source: both(
          '<C in="mptcp_pm_inetaddr_event" />, <C in="inet6_addr_event" />, <C in="netdev_event" />',
        ),
      },
      {
        id: 'notifier-block',
        name: { zh: '通知块', en: 'notifier block' },
        forms: { zh: [], en: ['notifier blocks'] },
        definition: {
          zh: '注册通知回调时使用的结构体 `struct notifier_block`，其中有指向该函数的指针。',
          en: 'The structure by which a notifier function is registered: `struct notifier_block`, with a pointer to the function.',
        },
        source: both('<C of="include/linux/notifier.h" in="struct notifier_block" />'),
      },
      {
        id: 'workqueue',
        name: { zh: '工作队列', en: 'workqueue' },
        forms: { zh: [], en: ['workqueues', 'work queue', 'work queues'] },
        definition: {
          zh: '由内核线程在进程上下文中执行的工作项队列。这里是 `mptcp_wq`，它不绑定 CPU，每个 NUMA 节点至多同时执行八项。',
          en: 'A queue of work items that kernel threads execute in process context. Here it is `mptcp_wq`, an unbound workqueue that runs at most eight items at a time on each NUMA node.',
        },
        source: both(
          '<C of="net/mptcp/mptcp_ctrl.c" in="mptcp_init" at="3085" />; <C in="full_mesh_create_subflows" at="1372" />, <C in="add_pm_event" at="1069-1070" />',
        ),
      },
      {
        id: 'work-item',
        name: { zh: '工作项', en: 'work item' },
        forms: { zh: [], en: ['work items'] },
        definition: {
          zh: '工作队列的一项，即 `struct work_struct`，含有指向待执行函数的指针。',
          en: 'An entry of a workqueue, `struct work_struct`: a pointer to the function that is to run.',
        },
        source: both('<C of="include/linux/workqueue.h" in="struct work_struct" />'),
      },
      {
        id: 'worker',
        name: { zh: '工作函数', en: 'worker' },
        forms: { zh: [], en: ['workers', 'work function', 'work functions'] },
        refused: [{ language: 'zh', words: ['干活'] }],
        definition: {
          zh: '工作项的函数，在进程上下文中执行，可以睡眠。本站英文页称之为 worker；内核代码中 worker 指执行它的线程，本站称工作者线程。',
          en: 'On these pages, the function of a work item. It runs in process context, where it may sleep. (In the code of the kernel, a worker is the thread that runs it; here that is a worker thread.)',
        },
        source: both('<C of="include/linux/workqueue.h" in="struct work_struct" />'),
      },
      {
        id: 'worker-thread',
        name: { zh: '工作者线程', en: 'worker thread' },
        forms: { zh: [], en: ['worker threads'] },
        definition: {
          zh: '从工作队列中取出工作项并执行其函数的内核线程。',
          en: 'A kernel thread that takes items from a workqueue and runs their functions.',
        },
        source: both('<C of="kernel/workqueue.c" in="worker_thread" />'),
      },
      {
        id: 'queue',
        name: { zh: '排队；入队', en: 'queue (a work item)' },
        forms: { zh: false, en: false },
        definition: {
          zh: '把工作项放入工作队列。若该项已待执行，则无效果。',
          en: 'Put a work item into a workqueue. If the item is pending, this has no effect.',
        },
        source: both('<C of="include/linux/workqueue.h" in="queue_work" />'),
      },
      {
        id: 'pending',
        name: { zh: '待执行', en: 'pending' },
        forms: { zh: [], en: false },
        refused: [{ language: 'zh', words: ['排着'] }],
        definition: {
          zh: '工作项自入队（或启动定时器）到其函数开始执行之间的状态。函数开始执行后，可再次入队。',
          en: 'A work item is pending from when it is queued, or its timer is armed, until its function begins to run. It can then be queued again.',
        },
        source: both(
          '<C in="full_mesh_create_subflows" at="1369" />; <C of="kernel/workqueue.c" in="process_one_work" />',
        ),
      },
      {
        id: 'delayed-work',
        name: { zh: '延迟工作', en: 'delayed work' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '带定时器的工作项，即 `struct delayed_work`，定时器到期时进入工作队列。',
          en: 'A work item with a timer, `struct delayed_work`: it enters the workqueue when the timer fires.',
        },
        source: both(
          '<C of="include/linux/workqueue.h" in="queue_delayed_work" />; <C of="kernel/workqueue.c" in="delayed_work_timer_fn" />',
        ),
      },
      {
        id: 'owned-by-user',
        name: { zh: '套接字被占用', en: 'owned by user' },
        forms: { zh: ['被占用'], en: ['owned socket', 'socket is owned', 'socket was owned'] },
        refused: [
          {
            language: 'zh',
            words: ['有主', '主人'],
            except: [
              '有主要',
              '有主动',
              '有主机',
              '有主体',
              '有主线',
              '有主题',
              '有主旨',
              '有主页',
              '有主流',
              '有主子流',
            ],
            write: '被占用',
          },
        ],
        definition: {
          zh: '套接字自 `lock_sock()` 起，至 `release_sock()` 为止，处于被占用状态，占用者可以是进程或工作函数。此时其他代码（如地址工作函数、收包路径）把处理延后到解除占用时。',
          en: 'A socket is owned by user from `lock_sock()` until `release_sock()`, whether a process or a worker holds it. Other code, such as the address worker or the receive path, then defers its work.',
        },
        source: both('<C in="mptcp_address_worker" at="888" />'),
      },
      {
        id: 'release-sock-function',
        name: { zh: '解除占用', en: 'release_sock()' },
        forms: { zh: [], en: false },
        refused: [{ language: 'zh', words: ['放手', '放开'] }],
        definition: {
          zh: '`release_sock()` 的作用：处理 backlog，结束对套接字的占用，并执行延后的处理。路径管理器延后的处理在占用结束之后执行，此时仍持有套接字的自旋锁。',
          en: 'The function that processes the backlog, ends the ownership of a socket, and does the work that was deferred. The deferred work of the path manager runs after the ownership has ended, while the spin lock of the socket is still held.',
        },
        source: both('<C of="net/core/sock.c" in="release_sock" />'),
      },
      {
        id: 'deferred',
        name: { zh: '延后', en: 'deferred' },
        forms: { zh: ['推后'], en: false },
        refused: [{ language: 'zh', words: ['补课', '补做', '推迟'], except: ['推迟到下半部”'] }],
        definition: {
          zh: '指因套接字被占用而不立即处理，留到 `release_sock()` 中处理。',
          en: 'Not done at once because the socket was owned, and done in `release_sock()` instead.',
        },
        source: both('<C of="net/ipv4/tcp_output.c" in="tcp_release_cb" />'),
      },
      {
        id: 'deferred-flag',
        name: { zh: '延后标志', en: 'deferred flag' },
        forms: { zh: [], en: ['deferred flags'] },
        refused: [{ language: 'zh', words: ['记号'], write: '标志（延后标志）' }],
        definition: {
          zh: '元套接字的标志位 `MPTCP_PATH_MANAGER_DEFERRED`。套接字被占用时由地址工作函数置位，`release_sock()` 随后调用 `release_sock` 操作。',
          en: 'The bit `MPTCP_PATH_MANAGER_DEFERRED` of the meta socket. The address worker sets it if the socket is owned; `release_sock()` then calls the op `release_sock`.',
        },
        source: both(
          '<C of="net/ipv4/tcp_output.c" in="tcp_release_cb" />; <C in="mptcp_address_worker" at="889" />',
        ),
      },
      {
        id: 'backlog',
        name: { zh: 'backlog', en: 'backlog' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '套接字被占用期间收到的报文段在此排队，由 `release_sock()` 处理。',
          en: 'The queue for segments that arrive while the socket is owned. `release_sock()` processes them.',
        },
        source: both('<C of="net/core/sock.c" in="__release_sock" />'),
      },
      {
        id: 'softirq',
        name: { zh: '软中断', en: 'softirq' },
        forms: { zh: [], en: ['softirqs'] },
        definition: {
          zh: '内核处理收到的报文和到期定时器的上下文，通常紧接在硬中断之后；其中的代码不能睡眠。',
          en: 'The context in which the kernel processes received packets and expired timers, usually right after a hardware interrupt. Code in it must not sleep.',
        },
        source: general,
      },
      {
        id: 'bottom-half',
        name: { zh: '下半部', en: 'bottom half' },
        forms: { zh: [], en: ['bottom halves'] },
        refused: [{ language: 'zh', words: ['关闭下半部', '下半部关闭'], write: '禁用下半部' }],
        definition: {
          zh: '中断处理中延后执行的部分，主要是软中断。“下半部已禁用”即本 CPU 上不运行软中断。',
          en: 'The part of interrupt handling that runs later, mainly softirqs. “Bottom halves disabled” means that no softirq runs on this CPU.',
        },
        source: general,
      },
      {
        id: 'process-context',
        name: { zh: '进程上下文', en: 'process context' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '内核为某个进程运行，或作为内核线程运行时的上下文，其中的代码可以睡眠。',
          en: 'The context in which the kernel runs for a process or as a kernel thread. Code in it may sleep.',
        },
        source: general,
      },
      {
        id: 'namespace',
        name: { zh: '命名空间', en: 'namespace' },
        forms: { zh: [], en: ['namespaces'] },
        definition: {
          zh: '本站均指网络命名空间：一组独立的设备、地址和路由。路径管理器为每个命名空间保存一张地址表。',
          en: 'Here always a network namespace: a separate set of devices, addresses and routes. The path manager keeps one address table for each.',
        },
        source: both('<C in="mptcp_fm_init_net" />'),
      },
      {
        id: 'rtnl',
        name: { zh: 'RTNL', en: 'RTNL' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '网络配置的互斥锁。设备和 IPv4 地址的通知链运行时持有 RTNL；IPv6 地址的通知链多数情况下也持有，在软中断中处理路由器通告时不持有。',
          en: 'The mutex of network configuration. It is held while the notifier chains of devices and IPv4 addresses run, and mostly for IPv6 addresses; it is not held when a router advertisement is processed in softirq.',
        },
        source: both('<C in="netdev_event" at="1206" />'),
      },
      {
        id: 'rcu',
        name: { zh: 'RCU', en: 'RCU' },
        forms: { zh: [], en: [] },
        definition: {
          zh: '读、复制、更新（read-copy-update）：读者不加锁，写者以修改后的副本替换数据；旧版本待其读者全部结束后释放。',
          en: 'Read-copy-update: readers take no lock, and a writer replaces the data by a changed copy. The old version is freed when its readers have finished.',
        },
        source: both('<C in="mptcp_address_worker" at="765-766" />'),
      },
      {
        id: 'rcu-read-side',
        name: { zh: 'RCU 读端临界区', en: 'RCU read-side critical section' },
        forms: {
          zh: ['读端临界区'],
          en: ['RCU read-side critical sections', 'RCU read-side section', 'RCU read-side sections'],
        },
        definition: {
          zh: '`rcu_read_lock()` 与 `rcu_read_unlock()` 之间，或 `rcu_read_lock_bh()` 与 `rcu_read_unlock_bh()` 之间的代码，不能睡眠。',
          en: 'The code between `rcu_read_lock()` and `rcu_read_unlock()`, or between `rcu_read_lock_bh()` and `rcu_read_unlock_bh()`. It must not sleep.',
        },
        source: both('<C in="create_subflow_worker" at="466-469" />'),
      },
      {
        id: 'grace-period',
        name: { zh: '宽限期', en: 'grace period' },
        forms: { zh: [], en: ['grace periods'] },
        definition: {
          zh: '从旧版本被替换，到可能使用它的 RCU 读端临界区全部结束的一段时间。',
          en: 'The time until all RCU read-side critical sections that can still use an old version have ended.',
        },
        source: both('<C in="mptcp_address_worker" at="766" />'),
      },
      {
        id: 'reference',
        name: { zh: '引用计数', en: 'reference count' },
        forms: { zh: [], en: ['reference counts'] },
        definition: {
          zh: '一个对象的使用者数量，减到 0 时释放该对象。',
          en: 'The number of users of an object. The object is freed when the count becomes 0.',
        },
        source: both('<C in="full_mesh_create_subflows" at="1370-1371" />'),
      },
      {
        id: 'race',
        name: { zh: '竞态条件', en: 'race condition' },
        forms: { zh: [], en: ['race conditions'] },
        definition: {
          zh: '结果取决于两段并发代码执行先后的情形。',
          en: 'A situation in which the result depends on which of two concurrent pieces of code runs first.',
        },
        source: general,
      },
      {
        id: 'teardown',
        name: { zh: '销毁、拆除', en: 'destroy, teardown' },
        forms: { zh: false, en: false },
        refused: [
          {
            language: 'zh',
            words: ['撤销命名空间', '命名空间撤销', '命名空间的撤销'],
            write: '销毁命名空间',
          },
        ],
        definition: {
          zh: '销毁命名空间，即删除命名空间；此时 `mptcp_fm_exit_net` 拆除路径管理器为该命名空间保存的状态。',
          en: 'To destroy a namespace is to remove it; `mptcp_fm_exit_net` then tears down the state that the path manager keeps for it.',
        },
        source: both('<C in="mptcp_fm_exit_net" />'),
      },
      {
        id: 'unwinding',
        name: { zh: '回滚', en: 'unwinding' },
        forms: { zh: false, en: false },
        definition: {
          zh: '初始化的某一步失败时，按相反顺序撤回已完成的各步。',
          en: 'Undoing, in reverse order, the steps already done when a later step of an initialisation fails.',
        },
        source: both('<C in="full_mesh_register" />'),
      },
      {
        id: 'caller-chain',
        name: { zh: '调用路径', en: 'call path' },
        forms: { zh: [], en: false },
        refused: [{ language: 'zh', words: ['来路'] }],
        definition: {
          zh: '从进入内核之处到所讲函数的各级调用。页面上以调用栈的形式显示。',
          en: 'The functions that call each other, from the entry into the kernel to the function in question. The pages show it as a call stack.',
        },
        source: { zh: '[调用栈](../call-stacks/index.mdx)', en: '[call stacks](../call-stacks/index.mdx)' },
      },
    ],
  },
]
