import { inLanguage } from '../island/language.ts'
import type { Side } from './recording.ts'

/** The hosts of a recording. */
const sides: Record<string, string> = { client: '客户端', server: '服务器', router: '路由器' }

/** A time that fits beside a ladder. */
function shortTime(ms: number): string {
  if (ms >= 1000) return `${Math.round(ms / 10) / 100} s`
  return `${ms < 10 ? ms : Math.round(ms)} ms`
}

/** All words of a comparison, in Chinese. */
const zh = {
  oldTitle: 'v0.95',
  oldSource: 'mptcp_fullmesh.c 的模型，构建网站时运行',
  oldInspected: '源码分析，未实测',
  newTitle: '主线 6.18',
  newSource: (kernel: string) => `Linux ${kernel}，真实内核的记录`,
  noCounterpart: '没有对应功能',
  whole: (commands: number) => `全部 ${commands} 条命令和输出`,
  settings: '端点与设置',
  before: (events: number) => `此前建立全网状的 ${events} 个事件`,
  sides,
  time: (ms: number) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(3)} s`),
  connects: (from: string, to: string) => `初始子流 ${from} → ${to}`,
  joins: (from: string, to: string) => `MP_JOIN ${from} → ${to}`,
  ids: (local: number | undefined, remote: number | undefined) =>
    remote === undefined ? `ID\u00a0${local}` : `ID\u00a0${local}\u00a0→\u00a0${remote}`,
  backup: '备用',
  peerBackup: '对端设为备用',
  refused: '被 RST 拒绝',
  noAnswer: '没有应答',
  again: (times: string) => `SYN 重传于 ${times}`,
  announces: (id: number, address: string) => `ADD_ADDR ID ${id}，${address}`,
  echoes: (id: number, address: string) => `回显 ADD_ADDR ID ${id}，${address}`,
  withdraws: (ids: string) => `REMOVE_ADDR ID ${ids}`,
  priority: (subflow: number, backup: boolean) =>
    `MP_PRIO ${backup ? '设为备用' : '取消备用'}，在子流 #${subflow} 上`,
  closes: (_count: number, subflows: string, by: string) => `以 ${by} 关闭子流 ${subflows}`,
  gone: (from: string, to: string, error: string) => `子流 ${from} → ${to} 以错误 ${error} 结束`,
  fastclose: (subflows: string) => `MP_FASTCLOSE 与 RST，子流 ${subflows}`,
  flags: (flags: string) => `MP_CAPABLE 的标志字节：0x${flags}`,
  fails: '失败',
  ends: (client: number, server: number) =>
    client === server
      ? `应用关闭连接；此前有 ${client} 条子流`
      : `应用关闭连接；此前客户端有 ${client} 条子流，服务器有 ${server} 条`,
  failures: (side: Side, counters: string) => `${sides[side]}的失败计数：${counters}`,
  // The ladder.
  ladder: (segments: number) => `梯形图，${segments} 个报文段`,
  compared: (both: number, only: number, moved: number, others: number) =>
    `两边相同 ${both}，仅此内核 ${only}，次序不同 ${moved}${others ? `，未比较 ${others}` : ''}`,
  asText: '文字形式',
  remarks: '备注',
  only: { v095: '仅 v0.95', mainline: '仅主线' },
  earlier: '较早',
  later: '较晚',
  otherId: 'ID 不同',
  otherIds: (ids: string) => `[ID 不同] ${ids}`,
  delayed: (ms: number) => `${ms} ms 后`,
  shortTime,
  mesh: (subflows: number) => `已有 ${subflows} 条子流`,
  fullyEstablished: '完全建立',
  closesAll: (subflows: number) => `关闭连接，子流 ${subflows} 条`,
  idle: (seconds: number) => `${seconds} s：路径管理器无动作`,
  pairOfIds: (local: number | undefined, remote: number | undefined) =>
    remote === undefined ? `ID ${local}` : `ID ${local}→${remote}`,
  comma: '，',
  port: (port: number) => `端口 ${port}`,
  synAgain: (subflows: string) => `重传 SYN ${subflows}`,
  echo: (id: number) => `回显 ADD_ADDR(${id})`,
  noSyn: (pair: string, error: string) => `未发送 SYN ${pair}：${error}`,
  noNeighbour: '无邻居',
  closed: (subflow: string) => `关闭 #${subflow}`,
  endsWith: (error: string, subflow: string) => `${error}，结束 ${subflow}`,
}

const en: Words = {
  oldTitle: 'v0.95',
  oldSource: 'the model of mptcp_fullmesh.c, run when this site was built',
  oldInspected: 'by inspection',
  newTitle: 'Mainline 6.18',
  newSource: (kernel) => `Linux ${kernel}, recorded from a real kernel`,
  noCounterpart: 'No counterpart',
  whole: (commands) => `All ${commands} commands, with their output`,
  settings: 'Endpoints and settings',
  before: (events) => `The ${events} earlier events, which opened the mesh`,
  sides: { client: 'client', server: 'server', router: 'router' },
  time: (ms) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(3)} s`),
  connects: (from, to) => `initial subflow ${from} → ${to}`,
  joins: (from, to) => `MP_JOIN ${from} → ${to}`,
  ids: (local, remote) =>
    remote === undefined ? `id\u00a0${local}` : `ids\u00a0${local}\u00a0→\u00a0${remote}`,
  backup: 'backup',
  peerBackup: 'set to backup by the peer',
  refused: 'refused with RST',
  noAnswer: 'no answer',
  again: (times) => `SYN retransmitted at ${times}`,
  announces: (id, address) => `ADD_ADDR id ${id}, ${address}`,
  echoes: (id, address) => `echo of ADD_ADDR id ${id}, ${address}`,
  withdraws: (ids) => `REMOVE_ADDR id ${ids}`,
  priority: (subflow, backup) => `MP_PRIO ${backup ? 'backup' : 'no longer backup'}, on subflow #${subflow}`,
  closes: (count, subflows, by) => `closes ${count === 1 ? 'subflow' : 'subflows'} ${subflows} with ${by}`,
  gone: (from, to, error) => `subflow ${from} → ${to} ends with error ${error}`,
  fastclose: (subflows) => `MP_FASTCLOSE and RST on subflows ${subflows}`,
  flags: (flags) => `flags of MP_CAPABLE: 0x${flags}`,
  fails: 'fails',
  ends: (client, server) =>
    client === server
      ? `the application closes the connection, which had ${client} ${client === 1 ? 'subflow' : 'subflows'}`
      : `the application closes the connection; the client had ${client} subflows, the server ${server}`,
  failures: (side, counters) => `Failure counters of the ${side}: ${counters}`,
  ladder: (segments) => `Ladder diagram, ${segments} ${segments === 1 ? 'segment' : 'segments'}`,
  compared: (both, only, moved, others) =>
    `${both} on both kernels, ${only} only here, ${moved} in another order${others ? `, ${others} not compared` : ''}`,
  asText: 'As text',
  remarks: 'Remarks',
  only: { v095: 'only v0.95', mainline: 'only mainline' },
  earlier: 'earlier',
  later: 'later',
  otherId: 'other id',
  otherIds: (ids) => `[other id] ${ids}`,
  delayed: (ms) => `${ms} ms later`,
  shortTime,
  mesh: (subflows) => `${subflows} subflows exist`,
  fullyEstablished: 'fully established',
  closesAll: (subflows) => `close(), ${subflows} ${subflows === 1 ? 'subflow' : 'subflows'}`,
  idle: (seconds) => `${seconds} s: path manager idle`,
  pairOfIds: (local, remote) => (remote === undefined ? `id ${local}` : `id ${local}→${remote}`),
  comma: ', ',
  port: (port) => `port ${port}`,
  synAgain: (subflows) => `SYN retransmitted ${subflows}`,
  echo: (id) => `echo ADD_ADDR(${id})`,
  noSyn: (pair, error) => `no SYN ${pair}: ${error}`,
  noNeighbour: 'no neighbour',
  closed: (subflow) => `closes #${subflow}`,
  endsWith: (error, subflow) => `${error} ends ${subflow}`,
}

export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`. */
export function wordsIn(tag: string): Words {
  return inLanguage({ zh, en }, tag)
}
