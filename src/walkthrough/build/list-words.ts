import { inLanguage } from '../../island/language.ts'

/** The words of the list of steps, in Chinese. */
const zh = {
  /** What follows the name of the list: how many steps it has, of how many. */
  count: (count: number, all: number) =>
    count < all ? `（共 ${all} 步，列出 ${count} 步）` : `（${all} 步）`,
  /** Which steps the list has. It ends the paragraph at its head. */
  listed: (count: number, all: number) =>
    count < all ? `只列出有变化的 ${count} 步，共 ${all} 步。` : `共 ${all} 步。`,
  title: (walk: string) => `单步：${walk}`,
  shownOn: '在页面上单步执行：',
  comma: '、',
  places: '。每一步的文件名链接到页面上的这一步。',
  cut: '步数过多，其余未记录。',
}

const en: ListWords = {
  count: (count, all) => (count < all ? ` (${count} of ${all})` : ` (${all})`),
  listed: (count, all) =>
    count < all
      ? ` Listed are the ${count} of ${all} steps that change something.`
      : ` All ${all} steps are listed.`,
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
