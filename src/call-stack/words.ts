import { stepWords } from '../island/step-words.ts'
import { inLanguage } from '../island/words.ts'

/** The words of a call stack in Chinese. Texts may have `code` between backticks; those of its steps are HTML. */
const zh = {
  ...stepWords.zh,
  anyContext: '任何发送报文段的上下文',
  from: '起点：',
  through: (pointer: string) => `经函数指针 \`${pointer}\`，赋值处 `,
  keyTable: [
    ['→ ↓', '下一步'],
    ['← ↑', '上一步'],
    ['Home End', '第一步、最后一步'],
    ['Esc', '收起'],
    ['?', '显示或收起快捷键'],
  ] as [keys: string, effect: string][],
  step: (number: number, count: number) => `第 ${number} 步，共 ${count} 步。`,
  calls: (caller: string, callee: string, place: string) => `${caller} 调用 ${callee}（${place}）`,
  arrives: (name: string, place: string) => `到达 ${name}（${place}）`,
  /** Locks that an earlier frame names. */
  since: (locks: string, name: string) => `${locks}（自 ${name} 起）`,
  walk: '继续单步查看模型',
  page: (name: string) => `${name} 的说明页面`,
}

const en: Words = {
  ...stepWords.en,
  anyContext: 'any context that sends a segment',
  from: 'from ',
  through: (pointer) => `through the pointer \`${pointer}\`, set in `,
  keyTable: [
    ['→ ↓', 'next step'],
    ['← ↑', 'previous step'],
    ['Home End', 'first step, last step'],
    ['Esc', 'close'],
    ['?', 'show or hide the keys'],
  ],
  step: (number, count) => `Step ${number} of ${count}. `,
  calls: (caller, callee, place) => `${caller} calls ${callee} (${place})`,
  arrives: (name, place) => `Reaches ${name} (${place})`,
  since: (locks, name) => `${locks} (since ${name})`,
  walk: 'Continue in the walkthrough of the model',
  page: (name) => `The page about ${name}`,
}

export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
