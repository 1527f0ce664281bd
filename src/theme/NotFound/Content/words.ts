import { inLanguage } from '../../../island/language.ts'

const zh = {
  title: '页面不存在',
  text: '地址可能有误，或页面已改名。',
  search: '请用搜索或目录查找，也可以从首页开始。',
  start: '首页',
  notKeptTitle: '本机没有保留此页',
  notKept: '现在无法连接网络，本机保留的副本中没有这个地址。连接网络后可再打开。',
}

const en: typeof zh = {
  title: 'Page not found',
  text: 'The address may be wrong, or the page may have been renamed.',
  search: 'Use the search or the contents, or begin at the first page.',
  start: 'First page',
  notKeptTitle: 'This page is not kept',
  notKept:
    'There is no network now, and the copy kept on this device does not have this address. Open it again when there is a network.',
}

/** Returns the words for a language tag. */
export function wordsIn(tag: string): typeof zh {
  return inLanguage({ zh, en }, tag)
}
