import { inLanguage } from '../island/language.ts'

const zh = {
  open: '离线阅读',
  archive: '下载整站压缩包（需登录 GitHub）',
  newer: '本机保留的副本不是最新版本。',
  seeNewer: '查看更新',
  offer: (language: string, files: number, size: string) =>
    `可在本机保留全部${language}页面，包括例子、单步演示、图、搜索索引和各页的 Markdown，断网时仍可使用。共 ${files} 个文件，需下载 ${size}。`,
  keep: '下载并保留',
  current: (language: string) => `已保留全部${language}页面，断网时可以打开任何一页。`,
  unchecked: '目前无法检查有无新版本。',
  older: (files: number, size: string) =>
    `站点有新版本：${files} 个文件有改动，需下载 ${size}。更新完成之前，仍使用现有副本。`,
  update: '更新副本',
  remove: '删除副本',
  removed: '副本已删除。',
  loading: '正在下载。完成之前，请不要关闭或离开本页。',
  progress: '下载进度',
  cancel: '取消',
  cancelled: '已取消。',
  close: '关闭',
  again: '重试',
  failures: {
    unsupported: '浏览器在这里不能保留页面：无痕窗口和非 HTTPS 地址没有所需的功能。',
    full: '浏览器的存储空间不足。',
    network: '文件下载失败，请检查网络后重试。',
    changed: '下载期间站点已有改动，请重试。',
    busy: '另一个标签页正在下载。',
  },
  nothingKept: '本机没有保留任何文件。',
  oldKept: '现有副本不变。',
  space: '',
}

const en: typeof zh = {
  open: 'Offline reading',
  archive: 'The site as a zip file (needs a GitHub account)',
  newer: 'The copy kept on this device is not the latest version.',
  seeNewer: 'See the update',
  offer: (language, files, size) =>
    `All pages in ${language}, with their examples, walkthroughs, pictures and Markdown and the search index, can be kept on this device; they then work without a network. ${files} files, ${size} to download.`,
  keep: 'Download and keep',
  current: (language) => `All pages in ${language} are kept. Any page can be opened without a network.`,
  unchecked: 'Whether there is a newer version cannot be checked now.',
  older: (files, size) =>
    `The site has a newer version: ${files} ${files === 1 ? 'file has' : 'files have'} changed, ${size} to download. Until the update is complete, the copy you have stays in use.`,
  update: 'Update the copy',
  remove: 'Remove the copy',
  removed: 'The copy has been removed.',
  loading: 'Downloading. Keep this page open until it is complete.',
  progress: 'Download progress',
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  close: 'Close',
  again: 'Try again',
  failures: {
    unsupported:
      'The browser cannot keep pages here: private windows, and addresses without HTTPS, do not have what is needed.',
    full: 'The browser has too little storage space.',
    network: 'A file could not be downloaded. Check the connection and try again.',
    changed: 'The site changed during the download. Try again.',
    busy: 'Another tab is downloading.',
  },
  nothingKept: 'Nothing is kept on this device.',
  oldKept: 'The copy you have is unchanged.',
  space: ' ',
}

export type Words = typeof zh

/** Returns the words for a language tag; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
