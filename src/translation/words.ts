import { type Language, labelOf, languageOf, tagOf, textIn } from '../../reference/languages.ts'
import type { SectionState } from '../../tools/translate/states.ts'

type Reason = NonNullable<SectionState['reason']>

/** The words of the notices in Chinese. `{0}` is the name of the other language. */
const zh = {
  reasons: {
    'source changed': '本节译自{0}，{0}原文此后有改动，本节可能过时。',
    'translation changed': '本节的{0}译文有改动，本节可能过时。',
    'both changed': '本节和{0}文本都有改动，尚未互相核对，两者可能不一致。',
    'both marked': '本节和{0}文本都有改动，尚未互相核对，两者可能不一致。',
    'source removed': '本节译自{0}，{0}原文已删除。',
    'no mark': '本节尚未与{0}文本核对。',
    'not translated': '本节尚未翻译，下面是{0}文本。',
    'not written': '本节只有{0}文本。',
  } satisfies Record<Reason, string>,
  show: '查看改动',
  hide: '收起改动',
  changed: '{0}文本的改动：',
  noHistory: '构建网站时没有 Git 历史，因此不能显示改动。用页面上方的“双语对照”可以同时阅读两种语言的文本。',

  states: { current: '已核对', stale: '过时', conflict: '冲突', missing: '缺少' },
  page: '页面或文件',
  sections: '章节或文字',
  state: '状态',
  whole: '全部，共 {0} 处',
  some: '{0} 处，共 {1} 处',
  first: '开头',
  allCurrent: '{0}的文字都已核对。',
}

const en: typeof zh = {
  reasons: {
    'source changed':
      'The {0} original of this section has changed since it was translated; this section may be out of date.',
    'translation changed':
      'The {0} translation of this section has changed; this section may be out of date.',
    'both changed':
      'This section and the text in {0} have both changed and have not been compared since. They may differ.',
    'both marked':
      'This section and the text in {0} have both changed and have not been compared since. They may differ.',
    'source removed': 'The {0} original of this section has been removed.',
    'no mark': 'This section has not been compared with the text in {0}.',
    'not translated': 'This section is not translated. It is shown in {0}.',
    'not written': 'This section exists in {0} only.',
  },
  show: 'Show the change',
  hide: 'Hide the change',
  changed: 'Change of the text in {0}:',
  noHistory:
    'This site was built without Git history, so the change cannot be shown. “Both languages”, at the top of the page, shows both texts.',

  states: { current: 'current', stale: 'out of date', conflict: 'in conflict', missing: 'missing' },
  page: 'page or file',
  sections: 'sections or texts',
  state: 'state',
  whole: 'all {0}',
  some: '{0} of {1}',
  first: 'beginning',
  allCurrent: 'All texts in {0} are current.',
}

export type Words = typeof zh

const all = { zh, en }

/** Returns the words for a language, or for its fallback. */
export function wordsIn(tag: string): Words {
  return textIn(all, languageOf(tag))
}

/** Puts values into a text: `{0}` is the first. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[index]))
}

/** Returns the name of a language in another, or in its fallback if the words are in that: `英语`. */
export function nameIn(language: Language, other: Language): string {
  const keys = Object.fromEntries(Object.keys(all).map((key) => [key, key]))
  const tag = tagOf(textIn(keys, language))
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tagOf(other)) ?? labelOf(other)
}
