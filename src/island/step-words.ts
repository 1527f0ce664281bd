/** The words that walks and call stacks share, in each language. */

const zh = {
  start: '开始单步',
  close: '收起',
  back: '上一步',
  forward: '下一步',
  keys: '快捷键',
  contexts: { process: '进程上下文', softirq: '软中断', workqueue: '工作队列' },
  or: '或',
  locks: '锁：',
}

const en: typeof zh = {
  start: 'Step through',
  close: 'Close',
  back: 'Back',
  forward: 'Step',
  keys: 'Keys',
  contexts: { process: 'process context', softirq: 'softirq', workqueue: 'workqueue' },
  or: ' or ',
  locks: 'Locks: ',
}

export const stepWords = { zh, en }
