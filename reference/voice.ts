import type { Language } from './languages.ts'

/** A word or a phrase that the texts of the site do not use. Wrong names of a term are at the term, in `glossary.ts`. */
export interface Refused {
  readonly pattern: RegExp
  /** What to write, as the end of a message. */
  readonly write: string
}

/**
 * Returns the language of a line in a file that has texts in several.
 *
 * @returns undefined for a language with Han characters that is not in {@link refused}
 */
export function languageOfLine(line: string): Language | undefined {
  if (/\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(line)) return undefined
  return /\p{Script=Han}/u.test(line) ? 'zh' : 'en'
}

/** The words that texts do not use, and what to write. A pattern says what it does not mean, and has no `g`. */
export const refused: Readonly<Record<Language, readonly Refused[]>> = {
  zh: [
    { pattern: /装载|装卸|卸下/, write: '加载、卸载' },
    { pattern: /没有内存/, write: '分配失败' },
    { pattern: /没人|有人|别人|谁会碰上/, write: '函数、字段或主机作主语' },
    { pattern: /今日|当年|今昔/, write: '主线 6.18、v0.95' },
    { pattern: /说了算|照样|到此为止|三本账|一份账|记账/, write: '平实的说法' },
    { pattern: /半秒/, write: '500 ms' },
    { pattern: /由(代码|阅读)可知|读代码(可知|得知)/, write: '（源码分析，未实测）' },
    { pattern: /你/, write: '您，或不写人称' },
    { pattern: /前者|后者/, write: '重复名词' },
    { pattern: /对[^，。；：]{1,12}进行/, write: '直接用动词' },
  ],
  en: [
    {
      pattern: /\b(no|some|every|any)body\b|\bwhoever\b|\bwhom\b/i,
      write: 'the function, the host or the field as the subject',
    },
    { pattern: /\bbooks\b|\bbooked\b|\bbook-?keeping\b/i, write: 'state, entry' },
    { pattern: /\blet(s|ting)? go\b/i, write: 'releases' },
    { pattern: /\bbites?\b|\bbitten\b/i, write: 'affects' },
    { pattern: /\bcom(e|es|ing) and go/i, write: 'is added and removed' },
    { pattern: /\bhas never heard\b/i, write: 'does not handle' },
    { pattern: /\bof course\b|\bobviously\b|\bsimply\b|\bnote that\b/i, write: 'leave it out' },
    { pattern: /\bthen and now\b|\bof today\b|\btoday'?s\b/i, write: 'v0.95, mainline 6.18' },
    {
      pattern: /\b(known|learned) (by|from) reading\b|\bas the code shows\b|\bread, not run\b/i,
      write: '(by inspection)',
    },
    { pattern: /\bhalf a second\b/i, write: '500 ms' },
  ],
}
