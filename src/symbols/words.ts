import type { SymbolKind } from '../../examples/reference/symbols.ts'
import { inLanguage } from '../island/language.ts'

const zh = {
  kinds: {
    enum: '枚举',
    enumerator: '枚举值',
    macro: '宏',
    struct: '结构体',
    field: '字段',
    parameter: '模块参数',
    'op table': '函数表',
    'notifier block': '通知块',
    function: '函数',
    metadata: '模块信息',
  } satisfies Record<SymbolKind, string> as Record<SymbolKind, string>,
  page: '页面',
  typescript: 'TypeScript',
  because: '没有对应：',
  twin: '另一地址族',
  callers: '调用者',
  pointer: (name: string) => `经 ${name}`,
  callees: '调用',
  writers: '写入',
  readers: '读取',
  stacks: '调用栈',
  walks: '单步演示',
  stackCount: (count: number) => `${count} 个调用栈`,
  walkCount: (count: number) => `${count} 个单步演示`,
  /** A call stack, where the other family has one with the same summary. */
  ofFamily: (summary: string, family: string) => `${summary}（${family}）`,
  filter: '按名称或行号筛选',
  filterHint: 'C 或 TS 的名称',
  noMatch: '没有匹配的符号。此处只按名称和行号筛选；其他内容请',
  searchFor: (query: string) => `搜索“${query}”`,
  matches: (count: number, all: number) =>
    count === all ? `共 ${all} 个符号` : `${all} 个符号中有 ${count} 个匹配`,
}

const en: Words = {
  kinds: {
    enum: 'enum',
    enumerator: 'enumerator',
    macro: 'macro',
    struct: 'struct',
    field: 'field',
    parameter: 'module parameter',
    'op table': 'table of functions',
    'notifier block': 'notifier block',
    function: 'function',
    metadata: 'metadata',
  },
  page: 'Page',
  typescript: 'TypeScript',
  because: 'no counterpart: ',
  twin: 'Other family',
  callers: 'Called by',
  pointer: (name) => `through ${name}`,
  callees: 'Calls',
  writers: 'Written by',
  readers: 'Read by',
  stacks: 'Call stacks',
  walks: 'Walkthroughs',
  stackCount: (count) => `${count} call stacks`,
  walkCount: (count) => `${count} walkthroughs`,
  ofFamily: (summary, family) => `${summary} (${family})`,
  filter: 'Filter by name or line',
  filterHint: 'name in C or TS',
  noMatch: 'No symbol matches. Only names and lines are filtered here; for anything else, ',
  searchFor: (query) => `search for “${query}”`,
  matches: (count, all) => (count === all ? `${all} symbols` : `${count} of ${all} symbols match`),
}

/** The words of the entries and of the filter. */
export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
