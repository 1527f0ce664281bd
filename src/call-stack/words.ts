import type { Context } from './call-stack.ts'

/** What a call stack says beside its data. Texts may hold `code` between backticks. */
export interface Words {
  contexts: Record<Context, string>
  anyContext: string
  or: string
  from: string
  locks: string
  through(pointer: string): string
}

const zh: Words = {
  contexts: { process: '进程上下文', softirq: '软中断', workqueue: '工作队列' },
  anyContext: '任何发送路径',
  or: '或',
  from: '起点：',
  locks: '锁：',
  through: (pointer) => `经函数指针 \`${pointer}\`，赋值处 `,
}

const en: Words = {
  contexts: { process: 'process context', softirq: 'softirq', workqueue: 'workqueue' },
  anyContext: 'whatever transmits',
  or: 'or',
  from: 'from ',
  locks: 'Locks: ',
  through: (pointer) => `through the pointer \`${pointer}\`, set in `,
}

/** The words for a language tag such as `zh-Hans` or `en`. */
export function wordsIn(tag: string): Words {
  return tag.startsWith('en') ? en : zh
}
