import { inLanguage } from '../island/language.ts'
import { stepWords } from '../island/step-words.ts'

/** The words of a call stack in Chinese. Texts may have `code` between backticks. */
const zh = {
  ...stepWords.zh,
  anyContext: '任何发送报文段的上下文',
  from: '起点：',
  through: (pointer: string) => `经函数指针 \`${pointer}\`，赋值处 `,
  walk: '继续单步查看模型',
  page: (name: string) => `${name} 的说明页面`,
}

const en: Words = {
  ...stepWords.en,
  anyContext: 'any context that sends a segment',
  from: 'from ',
  through: (pointer) => `through the pointer \`${pointer}\`, set in `,
  walk: 'Continue in the walkthrough of the model',
  page: (name) => `The page about ${name}`,
}

export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
