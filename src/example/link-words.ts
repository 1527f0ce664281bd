import { inLanguage } from '../island/language.ts'

/** Why a link with code cannot be made, copied or read. */
const zh = {
  broken: '链接不完整，或内容已被改动，无法读出其中的代码。请重新复制完整的链接。',
  tooLong: '代码过长，无法放进链接。请改用“复制代码”。',
  inAddress: '浏览器不允许写入剪贴板。链接已放在地址栏中，可从地址栏复制。',
  refused: '浏览器不允许写入剪贴板。请在编辑器中全选后复制。',
}

const en: typeof zh = {
  broken: 'The link is incomplete or has been altered: its code cannot be read. Copy the whole link again.',
  tooLong: 'The code is too long for a link. Use “Copy code” instead.',
  inAddress:
    'The browser does not allow access to the clipboard. The link is now in the address bar: copy it there.',
  refused: 'The browser does not allow access to the clipboard. Select the code in the editor and copy it.',
}

/** Returns the sentences for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function linkWordsIn(tag?: string): typeof zh {
  return inLanguage({ zh, en }, tag)
}
