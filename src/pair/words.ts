import { inLanguage } from '../island/language.ts'

const zh = {
  control: '双语对照',
  unreachable: '另一种语言的文字未能载入，请检查网络后再试。',
  notKept: '本机保留的副本没有另一种语言的文字，联网后再试。',
  close: '关闭',
  second: '另一种语言',
  missing: '本页没有另一种语言的文字。',
}

const en: typeof zh = {
  control: 'Both languages',
  unreachable: 'The text in the other language could not be loaded. Check the connection and try again.',
  notKept: 'The copy kept on this device does not have the other language. Try again with a network.',
  close: 'Close',
  second: 'Second language',
  missing: 'This page has no text in another language.',
}

/** Returns the words for a language tag; without a tag, for the language of the page. */
export function wordsIn(tag?: string): typeof zh {
  return inLanguage({ zh, en }, tag)
}
