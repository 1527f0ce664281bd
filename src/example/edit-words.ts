import { inLanguage } from '../island/language.ts'

/** What an editor says about the code in it: sentences, which may follow each other. */
const zh = {
  kept: '已打开上次的修改（保存在本浏览器中）。按“还原”可恢复页面上的代码。',
  link: '这段代码来自链接，不属于本站内容。',
  notRun: '代码尚未运行。',
  changedLink: '这段代码来自链接，并含有此后的修改（保存在本浏览器中），不属于本站内容。',
  outdated: '页面上的代码此后已更新。',
  ownKept: '此前在本浏览器中所作的修改仍在：先按“还原”，再按“编辑”，即可打开。',
  notKept: '浏览器无法保存修改，关闭页面后修改会丢失。',
  gap: '',
}

const en: typeof zh = {
  kept: 'Your earlier change is open; it is kept in this browser. Reset brings back the code of the page.',
  link: 'This code comes from a link. It is not part of this site.',
  notRun: 'It has not been run.',
  changedLink:
    'This code comes from a link, with your later changes, which are kept in this browser. It is not part of this site.',
  outdated: 'The code of the page has changed since then.',
  ownKept: 'Your own change is still kept: Reset, then Edit opens it.',
  notKept: 'This browser cannot keep your change: it is lost when the page is closed.',
  gap: ' ',
}

/** Returns the sentences for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function editWordsIn(tag?: string): typeof zh {
  return inLanguage({ zh, en }, tag)
}
