import { inLanguage } from '../island/language.ts'

const zh = {
  copy: '复制为 Markdown',
  copied: '已复制',
  unreachable: '未能载入，请检查网络后再试。',
  refused: '浏览器未允许复制。请再按一次，或打开旁边的“本页的 Markdown”。',
  page: '网页：',
  start: '开始',
  about: (full: string, symbols: string, stacks: string, feed: string) =>
    `每页各有一份 Markdown，地址如下；网页地址末尾的 / 换成 .md 即是。全部页面合为一个文件：${full}（不含单步演示的各步）。另有 JSON：C 文件的符号 ${symbols}，调用栈 ${stacks}。文字改动的订阅源：${feed}。`,
  steps: (address: string) => `各步见 ${address}`,
  feed: '文字有改动的页面',
  noHistory: '构建本站时没有 git 历史，不知道哪些文字有改动，所以这里没有条目。',
  changed: '改动的小节：',
  beginning: '开头',
}

const en: typeof zh = {
  copy: 'Copy as Markdown',
  copied: 'Copied',
  unreachable: 'Could not be loaded. Check the connection and try again.',
  refused: 'The browser did not allow copying. Press again, or open “This page as Markdown” instead.',
  page: 'Web page: ',
  start: 'Start',
  about: (full, symbols, stacks, feed) =>
    `Each page is also Markdown, at the addresses below: that of the page, with .md replacing the final slash. All pages in one file: ${full} (without the steps of walkthroughs). As JSON: the symbols of the C file, ${symbols}, and the call stacks, ${stacks}. Feed of changed texts: ${feed}.`,
  steps: (address) => `The steps are in ${address}`,
  feed: 'Pages whose text has changed',
  noHistory:
    'This site was built without git history. Which texts have changed is not known, so there are no entries.',
  changed: 'Changed sections:',
  beginning: 'Beginning',
}

export type Words = typeof zh

/** Returns the words for a language tag; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
