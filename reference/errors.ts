import type { Errno } from '../examples/kernel/errno.ts'
import type { Text } from './languages.ts'

/** The meaning of an error, and the log lines of examples and recordings that show it. Both are MDX. */
export interface ErrorEntry {
  readonly meaning: Text
  readonly from: Text
}

/** The errors that examples and recordings show. Their numbers are in `examples/kernel/errno.ts`. */
export const errors = {
  EPERM: {
    meaning: { zh: '操作不允许', en: 'operation not permitted' },
    from: {
      zh: '`join`：在场景文件中，除 ENETUNREACH 和 EHOSTUNREACH 外，其余路由错误的结果都是 -1；`mptcp_fullmesh.c` 只区分 ENETUNREACH 和其他错误',
      en: '`join`: the result in scenario files for any route error other than ENETUNREACH and EHOSTUNREACH; `mptcp_fullmesh.c` distinguishes only ENETUNREACH from the others',
    },
  },
  ENOMEM: {
    meaning: { zh: '内存不足', en: 'out of memory' },
    from: {
      zh: '`register`：测试令其失败；`pernet init`：无法创建 `/proc/net/mptcp_fullmesh`；`insmod` 返回二者的错误',
      en: '`register`, where a test makes it fail; `pernet init`, where `/proc/net/mptcp_fullmesh` cannot be created; `insmod` returns the error of either',
    },
  },
  EADDRNOTAVAIL: {
    meaning: { zh: '无法使用该地址', en: 'cannot assign requested address' },
    from: {
      zh: '`join`：bind() 失败，因为命名空间中没有设备配有该本地地址',
      en: '`join`: bind() fails, because no device of the namespace has the local address',
    },
  },
  ENETUNREACH: {
    meaning: { zh: '网络不可达：无路由', en: 'network is unreachable: there is no route' },
    from: {
      zh: '`join`：查找路由失败；只有此错误会置重试位（[重试工作函数](./workers/retry-subflow-worker.mdx)）',
      en: '`join`: the route lookup fails; the only error that sets a retry bit ([retry worker](./workers/retry-subflow-worker.mdx))',
    },
  },
  ECONNRESET: {
    meaning: { zh: '连接被对端重置', en: 'connection reset by peer' },
    from: {
      zh: '`error`：已建立的子流收到 RST',
      en: '`error`: an RST arrives on an established subflow',
    },
  },
  ENOBUFS: {
    meaning: { zh: '没有可用的缓冲区', en: 'no buffer space available' },
    from: {
      zh: '`pernet init`：命名空间的状态或地址表分配失败；`insmod` 返回同一错误',
      en: '`pernet init`: the state or the address table of a namespace cannot be allocated; `insmod` returns the same',
    },
  },
  ETIMEDOUT: {
    meaning: { zh: '连接超时', en: 'connection timed out' },
    from: {
      zh: '`error`：重传次数用尽；设置 `create_on_err` 后，只有此错误会立即重建子流（[delete_subflow](./ops/delete-subflow.mdx)）',
      en: '`error`: retransmissions are exhausted; with `create_on_err`, the only error after which the subflow is opened again immediately ([delete_subflow](./ops/delete-subflow.mdx))',
    },
  },
  ECONNREFUSED: {
    meaning: { zh: '连接被拒绝', en: 'connection refused' },
    from: { zh: '`error`：SYN 的应答是 RST', en: '`error`: the SYN is answered by an RST' },
  },
  EHOSTUNREACH: {
    meaning: { zh: '主机不可达', en: 'no route to host' },
    from: {
      zh: '`join`：查找路由失败，地址对在 `bitfield` 中的位保持置位，不再尝试（[有一个例外](./quirks/opening.mdx#families-differ)）；`error`：子流以此错误结束',
      en: '`join`: the route lookup fails; the bit of the pair in `bitfield` stays set, and the pair is not tried again ([one exception](./quirks/opening.mdx#families-differ)); `error`: a subflow ends with this error',
    },
  },
} as const satisfies Partial<Record<Errno, ErrorEntry>>
