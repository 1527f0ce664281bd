import type { Language, Text } from './languages.ts'

/** In a text that is checked, this character stands for inline code or an element: readers see a Latin word there. */
export const codeMark = '\uE000'

/** A rule for how a text is set. */
export interface TypographyRule {
  /** Finds what is wrong; what is around it is in lookarounds. It has the flags `g` and `u`. */
  readonly pattern: RegExp
  /** What is wrong: the beginning of a message. */
  readonly problem: Text
  /** What to write instead of what was found. Without it the writer decides. */
  readonly write?: string | ((found: string, index: number, text: string) => string)
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
}

const widen = (found: string) => fullWidth[found.trim()] ?? found

/** Straight quotes are in pairs: the first of two opens. */
const curl = (_: string, index: number, text: string) =>
  (text.slice(0, index).match(/"/g)?.length ?? 0) % 2 ? '”' : '“'

/** The rules of all languages. */
const common: readonly TypographyRule[] = [
  {
    pattern:
      /(?<=(?<!\d)\d{1,3}(?:[.,]\d+)*)(?=(?:ns|µs|ms|s|Hz|[kKMG]i?B|[kKMG]?bit\/s|[kMG]bps)(?![\w-]))/gu,
    problem: { zh: '数字与单位之间没有空格', en: 'no space between a number and its unit' },
    write: ' ',
  },
  {
    pattern: /[\u00a0\u2000-\u200a\u3000]/gu,
    problem: { zh: '特殊的空格', en: 'a space that is not the plain one' },
    write: ' ',
  },
  {
    pattern: /[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/gu,
    problem: { zh: '不可见的字符', en: 'an invisible character' },
    write: '',
  },
  { pattern: /(?<=\S) {2,}(?=\S)/gu, problem: { zh: '空格多于一个', en: 'more than one space' }, write: ' ' },
]

/**
 * Returns how texts of a language are set. The rules apply to the text of a paragraph, a heading, a cell or a string,
 * without markup, in which the end of a line is \n; the build joins lines where there is no space. Where two rules fit a place, the first says what is wrong.
 */
export function typographyOf(language: Language): readonly TypographyRule[] {
  return [...common, ...(typography[language] ?? [])]
}

const typography: Readonly<Partial<Record<Language, readonly TypographyRule[]>>> = {
  zh: [
    { pattern: /(?<=\d) ?毫秒/gu, problem: { zh: '单位没有用符号', en: 'a unit in words' }, write: ' ms' },
    { pattern: /(?<=\d) ?秒/gu, problem: { zh: '单位没有用符号', en: 'a unit in words' }, write: ' s' },
    {
      pattern: /(?<=\p{Script=Han})(?=[A-Za-z0-9\uE000])|(?<=[A-Za-z0-9%\uE000])(?=\p{Script=Han})/gu,
      problem: {
        zh: '汉字与拉丁词、数字或代码之间没有空格',
        en: 'no space between Chinese and a Latin word, a number or code',
      },
      write: ' ',
    },
    {
      pattern: /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu,
      problem: { zh: '汉字之间有空格', en: 'a space between Chinese characters' },
      write: '',
    },
    {
      pattern:
        /(?<=[，。：；！？、（）《》]) +(?=\S)|(?<=\S) +(?=[，。：；！？、（）《》])|(?<=\p{Script=Han}) +(?=“)|(?<=”) +(?=\p{Script=Han})/gu,
      problem: { zh: '全角标点旁有空格', en: 'a space beside full-width punctuation' },
      write: '',
    },
    {
      pattern:
        /(?:\.{3,}|。{3,}|(?<!…)…)(?=[\p{Script=Han}，。”])(?!…)|(?<=[\p{Script=Han}“”，])(?:\.{3,}|。{3,}|…(?!…))/gu,
      problem: { zh: '省略号的写法不同', en: 'an ellipsis of another form' },
      write: '……',
    },
    {
      pattern: /(?<=\p{Script=Han})\s?(?:--+|(?<!—)—(?!—))|(?:--+|(?<!—)—(?!—))\s?(?=\p{Script=Han})/gu,
      problem: { zh: '破折号的写法不同', en: 'a dash of another form' },
      write: '——',
    },
    {
      pattern:
        /(?<=[\p{Script=Han}\uE000”）])[,;:?!.](?=\s|$|[\p{Script=Han}\uE000“（])\s?|[,;:?!] ?(?=\p{Script=Han})/gu,
      problem: { zh: '半角标点', en: 'half-width punctuation' },
      write: widen,
    },
    {
      pattern:
        /\((?=[^()]*\p{Script=Han}[^()]*\))|(?<=\p{Script=Han}\s?)\((?=[^()]+\))|\)(?<=\([^()]*\p{Script=Han}[^()]*\))|\)(?<=\p{Script=Han}\s?\([^()]+\))/gu,
      problem: { zh: '半角括号', en: 'half-width brackets' },
      write: widen,
    },
    { pattern: /"/gu, problem: { zh: '直引号', en: 'straight quotes' }, write: curl },
    { pattern: /[「」『』]/gu, problem: { zh: '直角引号', en: 'corner brackets for quotes' }, write: widen },
    {
      pattern: /(?<=([，。：；、！？]))\1+/gu,
      problem: { zh: '重复的标点', en: 'the same punctuation twice' },
      write: '',
    },
    {
      pattern: /([，。：；、])(?!\1)[，。：；！？、]/gu,
      problem: { zh: '两个标点相连', en: 'two punctuation marks in a row' },
    },
    {
      pattern: /[０-９Ａ-Ｚａ-ｚ％]/gu,
      problem: { zh: '全角字母或数字', en: 'full-width letters or digits' },
      write: (found) => found.normalize('NFKC'),
    },
    {
      pattern: /(?<=\d)\s?[~～—]\s?(?=\d)/gu,
      problem: { zh: '范围的写法不同', en: 'a range of another form' },
      write: '–',
    },
    {
      pattern: /“[^”]*$|(?<=^[^“]*)”/gu,
      problem: { zh: '引号不成对', en: 'a quote without its other half' },
    },
    {
      pattern: /（[^）]*$|(?<=^[^（]*)）/gu,
      problem: { zh: '括号不成对', en: 'a bracket without its other half' },
    },
  ],
  en: [
    { pattern: /[，。：；！？、（）]/gu, problem: { zh: '全角标点', en: 'full-width punctuation' } },
    {
      pattern: /(?<=[\w)”\uE000]) +(?=[,;:.?!](?:\s|$))/gu,
      problem: { zh: '标点前有空格', en: 'a space before a punctuation mark' },
      write: '',
    },
    { pattern: /"/gu, problem: { zh: '直引号', en: 'straight quotes' }, write: curl },
    {
      pattern: /(?<=[A-Za-z0-9\uE000])'/gu,
      problem: { zh: '直撇号', en: 'a straight apostrophe' },
      write: '’',
    },
    { pattern: /\.{3}/gu, problem: { zh: '省略号写成三个点', en: 'an ellipsis of three dots' }, write: '…' },
  ],
}
