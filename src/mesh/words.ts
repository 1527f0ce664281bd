import { inLanguage } from '../island/language.ts'
import type { PairKind } from './mesh.ts'

const zh = {
  title: (session: string) => (session ? `会话 ${session} 的地址与子流` : '本机地址'),
  thisHost: '本机',
  peer: '对端',
  client: '客户端',
  server: '服务器',
  slot: (slot: number) => `槽位 ${slot}`,
  id: (id: number) => `ID ${id}`,
  off: '停用',
  backup: '备用',
  established: '已完全建立',
  pf: '可能失效',
  noAddress: '无地址',
  noSession: '尚无会话',
  kinds: {
    subflow: '子流',
    retry: '待重试',
    tried: '已尝试，无子流',
    untried: '未尝试',
  } satisfies Record<PairKind, string>,
  sends: '发出',
  changed: '本步变化',
  pairs: (count: number) => `${count} 对`,
  list: '、',
  colon: '：',
  end: '。',
}

/** The words of a mesh, in one language. */
export type MeshWords = typeof zh

const en: MeshWords = {
  title: (session) => (session ? `Addresses and subflows of session ${session}` : 'Addresses of this host'),
  thisHost: 'this host',
  peer: 'peer',
  client: 'client',
  server: 'server',
  slot: (slot) => `slot ${slot}`,
  id: (id) => `id ${id}`,
  off: 'off',
  backup: 'backup',
  established: 'fully established',
  pf: 'potentially failed',
  noAddress: 'no address',
  noSession: 'no session yet',
  kinds: {
    subflow: 'subflow',
    retry: 'to be retried',
    tried: 'tried, no subflow',
    untried: 'not tried',
  },
  sends: 'sends',
  changed: 'changed by this step',
  pairs: (count) => `${count} ${count === 1 ? 'pair' : 'pairs'}`,
  list: ', ',
  colon: ': ',
  end: '. ',
}

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function meshWords(tag?: string): MeshWords {
  return inLanguage({ zh, en }, tag)
}
