import { inLanguage } from '../island/words.ts'

const zh = {
  title: '搜索',
  control: '搜索（/ 或 Ctrl+K）',
  placeholder: '符号、术语、日志、测试标题',
  close: '关闭',
  results: '搜索结果',
  count: (count: number, shown: number) =>
    count > shown ? `${count} 个结果，显示前 ${shown} 个` : `${count} 个结果`,
  none: '没有结果。',
  partly: (count: number) => `没有同时包含全部词语的小节；${count} 个小节包含其中一部分。`,
  instead: '可改搜：',
  keys: '↑ ↓ 选择，Enter 打开，Esc 关闭',
  failed: '搜索索引加载失败。请检查网络后重试。',
  noIndex: '开发服务器没有搜索索引；请用 npm start 构建并打开站点。',
}

const en: typeof zh = {
  title: 'Search',
  control: 'Search (/ or Ctrl+K)',
  placeholder: 'Symbol, term, log line, test title',
  close: 'Close',
  results: 'Search results',
  count: (count, shown) =>
    count > shown
      ? `${count} results, the first ${shown} are shown`
      : `${count} ${count === 1 ? 'result' : 'results'}`,
  none: 'No results.',
  partly: (count) =>
    `No section has all of these words; ${count} ${count === 1 ? 'has' : 'have'} some of them.`,
  instead: 'Search instead: ',
  keys: '↑ ↓ select, Enter opens, Esc closes',
  failed: 'The search index could not be loaded. Check the connection and try again.',
  noIndex: 'The development server has no search index; build and serve the site with npm start.',
}

export type Words = typeof zh

/** Returns the words for a language tag; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
