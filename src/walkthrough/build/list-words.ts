import { inLanguage } from '../../island/language.ts'

/** The words of the list of steps, in Chinese. */
const zh = {
  steps: (count: number) => `全部 ${count} 步`,
  effects: (count: number, all: number) => `共 ${all} 步，其中 ${count} 步有变化`,
  title: (walk: string) => `单步：${walk}`,
  shownOn: '在页面上单步执行：',
  comma: '、',
  places: '。每一步的文件名链接到页面上的这一步。',
  cut: '步数过多，其余未记录。',
}

const en: ListWords = {
  steps: (count) => `All ${count} steps`,
  effects: (count, all) => `${count} of ${all} steps, those with a change`,
  title: (walk) => `Walkthrough: ${walk}`,
  shownOn: 'Step through it on a page: ',
  comma: ', ',
  places: '. The file name of a step leads to this step on the page.',
  cut: 'Too many steps. The rest was not recorded.',
}

export type ListWords = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`. */
export function listWordsIn(tag: string): ListWords {
  return inLanguage({ zh, en }, tag)
}
