import type { Text } from './languages.ts'

/** A term that the pages use in a special sense. */
export interface Term {
  /** The anchor of its entry in the glossary. */
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Other forms with the same meaning. `false`: the term is never marked automatically. */
  readonly forms: Readonly<Record<keyof Text, readonly string[] | false>>
  /** One or two sentences, with `code` in backquotes and no other markup, since small boxes show them too. */
  readonly definition: Text
  /** The source of the definition in the protocol, the kernel or the C file, as MDX. */
  readonly source: Text
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

export const glossary: readonly TermGroup[] = [
  {
    id: 'protocol',
    title: { zh: '协议', en: 'The protocol' },
    terms: [
      {
        id: 'meta-socket',
        zh: '元套接字',
        en: 'meta socket',
        forms: { zh: [], en: ['meta sockets'] },
        definition: {
          zh: '代表整个 MPTCP 会话的套接字，应用读写的就是它。它的锁保护会话的状态。',
          en: 'The socket that stands for the whole MPTCP session, the one the application reads and writes. Its lock guards the state of the session.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_cb.meta_sk" />'),
      },
      {
        id: 'subflow',
        zh: '子流',
        en: 'subflow',
        forms: { zh: [], en: ['subflows'] },
        definition: {
          zh: '会话中的一条 TCP 连接，走在一对地址之间。内核为每个会话准备 63 个编号（64 位），每条子流占一个。',
          en: 'One TCP connection of a session, between one pair of addresses. The kernel has 63 indices for each session (on 64-bit), and each subflow takes one.',
        },
        source: both(
          '[RFC 6824 §1.3](https://www.rfc-editor.org/rfc/rfc6824#section-1.3); <C of="net/mptcp/mptcp_ctrl.c" in="mptcp_set_new_pathindex" />',
        ),
      },
      {
        id: 'master-subflow',
        zh: '主子流',
        en: 'master subflow',
        forms: { zh: ['首个子流'], en: ['master'] },
        definition: {
          zh: '会话由它开始的那条子流，两端的地址标识都是 0。它断开之后，会话靠其余子流继续。',
          en: 'The subflow that a session began with; its address id is 0 on both sides. When it is gone the session goes on with the others.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_cb.master_sk" />'),
      },
      {
        id: 'address-id',
        zh: '地址标识',
        en: 'address id',
        forms: { zh: [], en: ['address ids'] },
        definition: {
          zh: '一个字节，代表一端的一个地址，通告和撤销都用它。本机的 IPv4 地址是槽位 + 1，IPv6 是槽位 + 8，会话起始的地址是 0。',
          en: 'One byte that stands for an address of one side when it is announced or withdrawn. Here an IPv4 address has its slot plus one, an IPv6 one its slot plus eight, and the address a session began on has 0.',
        },
        source: both(
          '[RFC 6824 §3.4](https://www.rfc-editor.org/rfc/rfc6824#section-3.4); <C in="mptcp_address_worker" at="807" />, <C in="mptcp_address_worker" at="816" />',
        ),
      },
      {
        id: 'mp-join',
        zh: 'MP_JOIN',
        en: 'MP_JOIN',
        forms: { zh: [], en: [] },
        definition: {
          zh: '把一条新的 TCP 连接加入已有会话的选项，在三次握手的三个报文段里各有一种形式。',
          en: 'The option by which a new TCP connection joins a session. It has a form of its own in each segment of the handshake.',
        },
        source: both('[RFC 6824 §3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.2)'),
      },
      {
        id: 'add-addr',
        zh: 'ADD_ADDR',
        en: 'ADD_ADDR',
        forms: { zh: [], en: ['ADD_ADDRs'] },
        definition: {
          zh: '通告一个地址的选项：“我还有这个地址，标识是这个。”本树每个报文段至多带一个，不重发。',
          en: 'The option that announces an address: “I have this one too, under this id.” This tree puts one into a segment at most, and never repeats it.',
        },
        source: both('[RFC 6824 §3.4.1](https://www.rfc-editor.org/rfc/rfc6824#section-3.4.1)'),
      },
      {
        id: 'remove-addr',
        zh: 'REMOVE_ADDR',
        en: 'REMOVE_ADDR',
        forms: { zh: [], en: ['REMOVE_ADDRs'] },
        definition: {
          zh: '撤销地址的选项，一个里可以有好几个标识。收到的一端关闭用着这些标识的子流。',
          en: 'The option that withdraws addresses, several ids in one. Whoever receives it closes the subflows that use them.',
        },
        source: both('[RFC 6824 §3.4.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.4.2)'),
      },
      {
        id: 'mp-prio',
        zh: 'MP_PRIO',
        en: 'MP_PRIO',
        forms: { zh: [], en: [] },
        definition: {
          zh: '改变一条子流备用与否的选项：请对端把它当作备用，或者不再当作备用。',
          en: 'The option that asks the peer to treat a subflow as a backup, or no longer to.',
        },
        source: both('[RFC 6824 §3.3.8](https://www.rfc-editor.org/rfc/rfc6824#section-3.3.8)'),
      },
      {
        id: 'dss',
        zh: 'DSS',
        en: 'DSS',
        forms: { zh: [], en: [] },
        definition: {
          zh: '数据序号信号：把子流的字节对应到会话的字节，并确认收到的数据。几乎每个报文段都有。',
          en: 'Data Sequence Signal: it maps the bytes of a subflow to those of the session and acknowledges data. Nearly every segment has one.',
        },
        source: both('[RFC 6824 §3.3](https://www.rfc-editor.org/rfc/rfc6824#section-3.3)'),
      },
      {
        id: 'data-ack',
        zh: 'DATA_ACK',
        en: 'DATA_ACK',
        forms: { zh: [], en: [] },
        definition: {
          zh: 'DSS 里对会话数据的确认，与子流自己的 TCP 确认各是各的。',
          en: 'The part of a DSS that acknowledges data of the session, as distinct from the subflow’s own TCP acknowledgement.',
        },
        source: both('[RFC 6824 §3.3.2](https://www.rfc-editor.org/rfc/rfc6824#section-3.3.2)'),
      },
      {
        id: 'fully-established',
        zh: '完全建立',
        en: 'fully established',
        forms: { zh: [], en: [] },
        definition: {
          zh: '子流收到了能证明对端也在用 MPTCP 的报文段：带有 DATA_ACK，且其 TCP 确认号越过 SYN；或者收到的数据超过初始接收窗口。主子流完全建立之前，不建立别的子流。',
          en: 'Said of a subflow that has proof of the peer using MPTCP too: a segment with a DATA_ACK whose TCP ACK goes beyond the SYN, or more data than the initial receive window. No other subflow is opened before the master is fully established.',
        },
        source: both(
          '[RFC 6824 §3.1](https://www.rfc-editor.org/rfc/rfc6824#section-3.1); <C of="net/mptcp/mptcp_input.c" in="mptcp_prevalidate_skb" at="586-593" />, <C of="net/mptcp/mptcp_input.c" in="mptcp_process_data_ack" at="1434-1439" />, <C in="full_mesh_create_subflows" at="1365-1367" />',
        ),
      },
      {
        id: 'infinite-mapping',
        zh: '无限映射',
        en: 'infinite mapping',
        forms: { zh: [], en: [] },
        definition: {
          zh: '回退到普通 TCP 的方式：从某处起，子流的字节就是会话的字节，不再带 MPTCP 选项，也不再加入子流。',
          en: 'How a session falls back to plain TCP: from some point on the bytes of the subflow are those of the session, without MPTCP options and without new subflows.',
        },
        source: both('[RFC 6824 §3.6](https://www.rfc-editor.org/rfc/rfc6824#section-3.6)'),
      },
      {
        id: 'backup',
        zh: '备用',
        en: 'backup',
        forms: { zh: [], en: false },
        definition: {
          zh: '没有别的子流可用时才用的子流。由设备的 IFF_MPBACKUP 标志而来，用 MP_JOIN 里的一位或 MP_PRIO 告诉对端。',
          en: 'Said of a subflow to be used only when there is no other. It comes from the IFF_MPBACKUP flag of the device, and the peer learns of it by a bit in MP_JOIN or by MP_PRIO.',
        },
        source: both(
          '<C in="addr4_event_handler" at="1088" />, <C in="full_mesh_new_session" at="1283-1286" />',
        ),
      },
      {
        id: 'v4-mapped',
        zh: 'v4-mapped',
        en: 'v4-mapped',
        forms: { zh: [], en: [] },
        definition: {
          zh: '用 IPv6 套接字走 IPv4：地址形如 `::ffff:10.0.1.1`。',
          en: 'Said of an IPv6 socket that speaks IPv4; its addresses look like `::ffff:10.0.1.1`.',
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
        zh: '路径管理器',
        en: 'path manager',
        forms: { zh: [], en: ['path managers'] },
        definition: {
          zh: '内核里决定会话用哪些地址、何时建立子流、通告什么的部分。一张函数表，每个会话选一个。',
          en: 'The part of the kernel that decides which addresses a session uses, when subflows are opened and what is announced. It is a table of functions; each session has one.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_pm_ops" />'),
      },
      {
        id: 'full-mesh',
        zh: '全网状',
        en: 'full mesh',
        forms: { zh: [], en: ['full-mesh'] },
        definition: {
          zh: '本机的每个地址与对端的每个同族地址之间都有子流。',
          en: 'A subflow between every address of this host and every address of the peer of the same family.',
        },
        source: both('<C in="create_subflow_worker" />'),
      },
      {
        id: 'slot',
        zh: '槽位',
        en: 'slot',
        forms: { zh: [], en: ['slots'] },
        definition: {
          zh: '地址在表里的位置，每个地址族 0–7。地址走了，槽位空出来给别人。',
          en: 'The place of an address in a table: 0 to 7 in each family. When the address goes, another may have its slot.',
        },
        source: both('<C in="MPTCP_MAX_ADDR" />'),
      },
      {
        id: 'pair',
        zh: '地址对',
        en: 'pair',
        forms: { zh: [], en: ['pairs'] },
        definition: {
          zh: '同一地址族的一个本地槽位和一个远端槽位，子流就在它们之间建立。',
          en: 'A local slot and a remote slot of the same family, between which a subflow can be opened.',
        },
        source: both('<C in="struct fullmesh_rem4.bitfield" />'),
      },
      {
        id: 'bitfield',
        zh: '位域',
        en: 'bitfield',
        forms: { zh: [], en: ['bitfields'] },
        definition: {
          zh: '一个整数，每一位代表一个槽位（或一个标识），记着它有没有、用没用过。',
          en: 'A number each of whose bits stands for a slot, or an id: whether it is taken, whether it was used.',
        },
        source: both('<C in="struct fullmesh_rem4" at="27-28" />'),
      },
      {
        id: 'announce',
        zh: '通告',
        en: 'announce',
        forms: { zh: false, en: false },
        definition: {
          zh: '用 ADD_ADDR 把本机的一个地址告诉对端。',
          en: 'To tell the peer of an address of this host, by ADD_ADDR.',
        },
        source: both('<C in="full_mesh_addr_signal" />'),
      },
      {
        id: 'withdraw',
        zh: '撤销',
        en: 'withdraw',
        forms: { zh: false, en: false },
        definition: {
          zh: '用 REMOVE_ADDR 告诉对端，本机的一个地址不能再用了。',
          en: 'To tell the peer by REMOVE_ADDR that an address of this host is gone.',
        },
        source: both('<C in="announce_remove_addr" />'),
      },
      {
        id: 'event',
        zh: '地址事件',
        en: 'address event',
        forms: { zh: [], en: ['address events'] },
        definition: {
          zh: '“某设备上的某地址来了、走了或变了”，在队列里等 500 ms 再落实。',
          en: '“This address on this device came, went or changed”: it waits in a queue for 500 ms, to be carried out.',
        },
        source: both('<C in="struct mptcp_addr_event" />'),
      },
      {
        id: 'default-path-manager',
        zh: 'default 路径管理器',
        en: 'default path manager',
        forms: { zh: [], en: [] },
        definition: {
          zh: '只有 `get_local_id` 一个操作的路径管理器：不建立子流，不通告地址，不记录对端的地址；对端的加入一律接受，本地地址 ID 都是 0。',
          en: 'The path manager with one op, `get_local_id`: it opens no subflow, announces no address and records no address of the peer; it accepts every join, all under the local address id 0.',
        },
        source: both('<C of="net/mptcp/mptcp_pm.c" in="mptcp_default_id, mptcp_pm_default" />'),
      },
      {
        id: 'deferred',
        zh: '推迟的路径管理',
        en: 'deferred',
        forms: { zh: [], en: false },
        definition: {
          zh: '套接字有主时，地址工作函数只留下一个记号；套接字放开的时候，再由 `release_sock` 操作补做。',
          en: 'While somebody owns the socket the address worker only leaves a mark; the `release_sock` op does the work when the socket is let go.',
        },
        source: both(
          '<C of="net/ipv4/tcp_output.c" in="tcp_release_cb" />; <C in="mptcp_address_worker" at="889" />',
        ),
      },
    ],
  },
  {
    id: 'kernel',
    title: { zh: '内核', en: 'The kernel' },
    terms: [
      {
        id: 'op',
        zh: '操作',
        en: 'op',
        forms: { zh: false, en: ['ops'] },
        definition: {
          zh: '函数表里的一个函数。内核在会话的某个时刻调用它，填了才调用。',
          en: 'A function of a table. The kernel calls it at a certain moment of a session, if it is there.',
        },
        source: both('<C in="full_mesh" />'),
      },
      {
        id: 'notifier',
        zh: '通知链',
        en: 'notifier',
        forms: { zh: [], en: ['notifiers', 'notifier chain', 'notifier chains'] },
        definition: {
          zh: '内核在某事发生时，依次调用注册在通知链上的函数，即通知回调。这里用到设备、IPv4 地址、IPv6 地址三条链。',
          en: 'A function registered in a notifier chain; when something happens, the kernel calls all functions of the chain in turn. Three chains matter here: devices, IPv4 addresses, IPv6 addresses.',
        },
        source: both('<C of="include/linux/notifier.h" in="struct notifier_block" />'),
      },
      {
        id: 'worker',
        zh: '工作函数',
        en: 'worker',
        forms: { zh: [], en: ['workers'] },
        definition: {
          zh: '由工作队列在进程上下文里运行的函数，因此可以睡眠。',
          en: 'A function that a workqueue runs in process context, where it may sleep.',
        },
        source: both('<C of="include/linux/workqueue.h" in="struct work_struct" />'),
      },
      {
        id: 'workqueue',
        zh: '工作队列',
        en: 'workqueue',
        forms: { zh: [], en: ['workqueues'] },
        definition: {
          zh: '在进程上下文里运行工作项的内核线程。这里的是 `mptcp_wq`，不绑定 CPU，每个 NUMA 节点至多同时运行八项。',
          en: 'Kernel threads that run work items in process context. Here it is `mptcp_wq`, bound to no CPU, which runs eight items at a time at most on each NUMA node.',
        },
        source: both(
          '<C of="net/mptcp/mptcp_ctrl.c" in="mptcp_init" at="3085" />; <C in="full_mesh_create_subflows" at="1372" />, <C in="add_pm_event" at="1069-1070" />',
        ),
      },
      {
        id: 'softirq',
        zh: '软中断',
        en: 'softirq',
        forms: { zh: [], en: ['softirqs'] },
        definition: {
          zh: '收包等工作所在的上下文，紧跟在中断之后，不能睡眠。',
          en: 'The context right behind an interrupt, in which packets are received. Nothing there may sleep.',
        },
        source: {
          zh: '内核通则，由阅读可知',
          en: 'common knowledge of the kernel, known by reading',
        },
      },
      {
        id: 'process-context',
        zh: '进程上下文',
        en: 'process context',
        forms: { zh: [], en: [] },
        definition: {
          zh: '替某个进程（或内核线程）运行的上下文，可以睡眠。',
          en: 'Where the kernel runs on behalf of a process or a thread of its own, and may sleep.',
        },
        source: {
          zh: '内核通则，由阅读可知',
          en: 'common knowledge of the kernel, known by reading',
        },
      },
      {
        id: 'namespace',
        zh: '命名空间',
        en: 'namespace',
        forms: { zh: [], en: ['namespaces'] },
        definition: {
          zh: '这里指网络命名空间：一套独立的设备、地址和路由。路径管理器为每一个单独记账。',
          en: 'A network namespace: devices, addresses and routes of its own. The path manager keeps separate books for each.',
        },
        source: both('<C in="mptcp_fm_init_net" />'),
      },
      {
        id: 'rcu',
        zh: 'RCU',
        en: 'RCU',
        forms: { zh: [], en: [] },
        definition: {
          zh: '读者不加锁的办法：写者发布新版本，旧版本等所有读者离开才释放。',
          en: 'A way to read without locks: a writer publishes a new version, and the old one is freed when its last reader has left.',
        },
        source: both('<C in="mptcp_address_worker" at="765-766" />'),
      },
      {
        id: 'grace-period',
        zh: '宽限期',
        en: 'grace period',
        forms: { zh: [], en: ['grace periods'] },
        definition: {
          zh: 'RCU 等旧读者全部离开的那段时间。',
          en: 'The time RCU waits until all readers of an old version have left.',
        },
        source: both('<C in="mptcp_address_worker" at="766" />'),
      },
      {
        id: 'rtnl',
        zh: 'RTNL',
        en: 'RTNL',
        forms: { zh: [], en: [] },
        definition: {
          zh: '网络配置的大锁；设备和 IPv4 地址的通知链在它之下运行。inet6addr 链多数时候也是，在软中断里（收到路由器通告）则不持有它。',
          en: 'The big lock of network configuration, held while the chains of devices and of IPv4 addresses run. It is mostly held for the inet6addr chain too, but not in softirq, after a router advertisement.',
        },
        source: both('<C in="netdev_event" at="1206" />'),
      },
      {
        id: 'backlog',
        zh: 'backlog',
        en: 'backlog',
        forms: { zh: [], en: [] },
        definition: {
          zh: '套接字有主时到达的报文先排在这里，放开套接字时由主人处理。',
          en: 'Where segments wait that arrive while somebody owns the socket; the owner handles them when letting it go.',
        },
        source: {
          zh: '内核通则，由阅读可知',
          en: 'common knowledge of the kernel, known by reading',
        },
      },
      {
        id: 'control-block',
        zh: '控制块',
        en: 'control block',
        forms: { zh: ['mpcb'], en: ['mpcb'] },
        definition: {
          zh: '`struct mptcp_cb`：会话里不属于任何一条子流的东西，其中 608 字节留给路径管理器。',
          en: '`struct mptcp_cb`: what a session has that belongs to no single subflow. 608 bytes of it are the path manager’s.',
        },
        source: both('<C of="include/net/mptcp.h" in="struct mptcp_cb" />'),
      },
    ],
  },
]
