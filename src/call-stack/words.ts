import type { Context } from '../../reference/call-stacks.ts'
import { inLanguage } from '../island/words.ts'

/** What a call stack says beside its data, in Chinese. Texts may hold `code` between backticks; those of its steps are HTML. */
const zh = {
  contexts: { process: '进程上下文', softirq: '软中断', workqueue: '工作队列' } satisfies Record<
    Context,
    string
  >,
  anyContext: '任何发送路径',
  or: '或',
  from: '起点：',
  locks: '锁：',
  through: (pointer: string) => `经函数指针 \`${pointer}\`，赋值处 `,

  start: '开始单步',
  close: '收起',
  back: '后退',
  forward: '前进',
  keys: '按键',
  keyTable: [
    ['→ ↓', '前进一步'],
    ['← ↑', '后退一步'],
    ['Home End', '第一步、最后一步'],
    ['Esc', '收起'],
    ['?', '显示或收起这张表'],
  ] as [keys: string, what: string][],
  step: (number: number, count: number) => `第 ${number} 步，共 ${count} 步。`,
  calls: (caller: string, callee: string, place: string) => `${caller} 调用 ${callee}（${place}）`,
  arrives: (name: string, place: string) => `到达 ${name}（${place}）`,
  /** Locks that an earlier frame has named. */
  since: (locks: string, name: string) => `${locks}（自 ${name} 起）`,
  walk: '接着单步走它的模型',
  page: (name: string) => `讲 ${name} 的那一页`,
}

const en: Words = {
  contexts: { process: 'process context', softirq: 'softirq', workqueue: 'workqueue' },
  anyContext: 'whatever transmits',
  or: 'or',
  from: 'from ',
  locks: 'Locks: ',
  through: (pointer) => `through the pointer \`${pointer}\`, set in `,

  start: 'Step through',
  close: 'Close',
  back: 'Back',
  forward: 'Step',
  keys: 'Keys',
  keyTable: [
    ['→ ↓', 'one step on'],
    ['← ↑', 'one step back'],
    ['Home End', 'the first step, the last'],
    ['Esc', 'close'],
    ['?', 'show or hide this table'],
  ],
  step: (number, count) => `Step ${number} of ${count}. `,
  calls: (caller, callee, place) => `${caller} calls ${callee} (${place})`,
  arrives: (name, place) => `Arrived at ${name} (${place})`,
  since: (locks, name) => `${locks} (since ${name})`,
  walk: 'Go on in the walkthrough of the model',
  page: (name) => `The page about ${name}`,
}

export type Words = typeof zh

/** The words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
