import { inLanguage } from '../island/language.ts'

const zh = {
  title: '搜索',
  control: '搜索（/ 或 Ctrl+K）',
  placeholder: '现象、符号、术语、日志',
  close: '关闭',
  results: '搜索结果',
  count: (count: number, shown: number) =>
    count > shown ? `${count} 个结果，显示前 ${shown} 个` : `${count} 个结果`,
  /** Between the titles of the page and the section, as it is spoken. */
  between: '，',
  none: '没有结果。',
  partly: (count: number, shown: number) =>
    `没有含全部词语的小节。含部分词语的有 ${count} 个${count > shown ? `，显示前 ${shown} 个` : ''}：`,
  instead: '可改搜：',
  keys: '↑ ↓ 选择，Enter 打开，Esc 关闭',
  failed: '搜索索引加载失败。请检查网络后重试。',
  more: (count: number) => `再显示 ${count} 个`,
  /** Words of questions, which are left out of a query. */
  asking:
    '为什么|为何|怎么办|怎么样|怎么|怎样|如何|是什么|什么是|什么意思|什么时候|什么|请问|是不是|能不能|会不会|吗|呢'.split(
      '|',
    ),
  noIndex: '开发服务器没有搜索索引；请用 npm start 构建并打开站点。',
}

const en: typeof zh = {
  title: 'Search',
  control: 'Search (/ or Ctrl+K)',
  placeholder: 'Symptom, symbol, term, log line',
  close: 'Close',
  results: 'Search results',
  count: (count, shown) =>
    count > shown
      ? `${count} results, the first ${shown} are shown`
      : `${count} ${count === 1 ? 'result' : 'results'}`,
  between: ', ',
  none: 'No results.',
  partly: (count, shown) =>
    `No section has all of these words; ${count} ${count === 1 ? 'has' : 'have'} some of them${count > shown ? `; the first ${shown} are shown` : ''}.`,
  instead: 'Search instead: ',
  keys: '↑ ↓ select, Enter opens, Esc closes',
  failed: 'The search index could not be loaded. Check the connection and try again.',
  more: (count) => `Show ${count} more`,
  asking:
    'why|how|what|when|where|which|who|is|are|was|does|do|did|can|could|should|will|the|a|an|my|i|it|there|to'.split(
      '|',
    ),
  noIndex: 'The development server has no search index; build and serve the site with npm start.',
}

export type Words = typeof zh

/** Returns the words for a language tag; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
