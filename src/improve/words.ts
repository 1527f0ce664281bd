import { inLanguage } from '../island/language.ts'
import { syntaxWords } from '../notes/syntax.ts'

const zh = {
  control: '改进这一节的文字',
  title: (heading: string) => `改进文字：${heading}`,
  close: '关闭',
  panels: '面板',
  text: '编辑',
  preview: '预览',
  textOf: (file: string) => `${file} 中这一节的原文`,
  keyboard: '按 Tab 键离开编辑器。组件显示为方块，不能编辑；点击或按退格键选中方块，再按一次退格键删除。',
  stays: '这一部分不能删除：其他语言的页面有同样的部分。',
  loadFailed: '编辑器或原文加载失败。请检查网络后重试。',
  noSection: '这一节不在本页的文件中。',
  otherMissing: (language: string) => `没有这一节的${language}文本。`,
  restored: '已恢复您上次在本标签页中的改动。',
  // Problems
  problems: (count: number) =>
    count === 0 ? '用词、标点和标记没有问题；链接和组件不在这里检查。' : `${count} 处问题：`,
  line: (number: number) => `第 ${number} 行`,
  refused: (found: string, write: string) => `本站不用“${found}”，写：${write}`,
  typography: (rule: string, found: string, write: string) =>
    write ? `${rule}：“${found}”，写：“${write}”` : `${rule}：“${found}”`,
  fix: '改正',
  syntax: syntaxWords.zh,
  missing: (label: string) => `缺少组件 ${label}。`,
  putBack: '放回光标处',
  notHere: (text: string) => `这里不能添加 ${text}；花括号写作 \\{，段落不能以 import 或 export 开头。`,
  outline: '标题的级别和标识不能修改，也不能增删标题：其他语言的页面有同样的标题。',
  matter: '这一行不是有效的 YAML：不能为空；文字中有半角冒号时，用双引号括起来。',
  // What comes out
  download: '下载补丁',
  copy: '复制全文并打开 GitHub',
  reset: '放弃改动',
  resume: '恢复改动',
  unchanged: '文字没有改动。',
  unfit: '请先改正标红的问题，再生成补丁；其他问题不影响下载。',
  remarks: (count: number) => `还有 ${count} 处问题，不影响下载`,
  downloaded: (name: string, repository?: string, site?: string) =>
    repository
      ? `补丁已下载。要提交给项目，把它附在 ${repository}/issues 的 issue 里；要自行应用，在仓库的根目录执行 git apply ${name}。`
      : `补丁已下载。有仓库的副本时，在其根目录执行 git apply ${name}，然后提交。没有时，把补丁文件发给${
          site ? ` ${site} ` : '本站'
        }的发布者：构建本站时没有给出仓库的地址。`,
  copied: '整个文件的新文本已复制。在 GitHub 的编辑器中全选并粘贴，检查差异后提交。',
  copyFailed: '浏览器不允许复制，请下载补丁。',
  note: '方块是组件，不能编辑。本页不发送任何内容。',
  stale: (language: string) => `改动后，这一节的${language}文本将标为过时。`,
  // Closing
  ask: '改动还没有下载或复制，会保留在本标签页中，下次打开时恢复。',
  askClose: '关闭',
  askStay: '继续编辑',
}

const en: Words = {
  control: 'Improve the text of this section',
  title: (heading) => `Improve the text: ${heading}`,
  close: 'Close',
  panels: 'Panels',
  text: 'Text',
  preview: 'Preview',
  textOf: (file) => `Source of this section in ${file}`,
  keyboard:
    'Tab leaves the editor. Components are shown as boxes and cannot be edited. A click or Backspace selects a box; pressed again, Backspace deletes it.',
  stays: 'This part cannot be deleted: the pages in other languages have the same part.',
  loadFailed: 'The editor or the source failed to load. Check the connection and try again.',
  noSection: 'This section is not in the file of the page.',
  otherMissing: (language) => `There is no text of this section in ${language}.`,
  restored: 'Restored your earlier edits from this tab.',
  problems: (count) =>
    count === 0
      ? 'No problems in words, punctuation and markup; links and components are not checked here.'
      : count === 1
        ? '1 problem:'
        : `${count} problems:`,
  line: (number) => `line ${number}`,
  refused: (found, write) => `“${found}” is not used on this site; write: ${write}`,
  typography: (rule, found, write) =>
    write ? `${rule}: “${found}”; write: “${write}”` : `${rule}: “${found}”`,
  fix: 'Fix it',
  syntax: syntaxWords.en,
  missing: (label) => `The component ${label} is missing.`,
  putBack: 'Put it back at the cursor',
  notHere: (text) =>
    `${text} cannot be added here. Write a brace as \\{, and begin no paragraph with import or export.`,
  outline: 'Keep each heading’s level and id, and do not add or remove headings: all languages share them.',
  matter:
    'This line is not valid YAML: it must not be empty, and a text with a colon is put between double quotes.',
  download: 'Download the patch',
  copy: 'Copy the file and open GitHub',
  reset: 'Discard changes',
  resume: 'Restore changes',
  unchanged: 'The text has not been changed.',
  unfit: 'Fix the problems marked in red to get a patch. The others do not block it.',
  remarks: (count) =>
    count === 1
      ? '1 problem left; it does not block the patch'
      : `${count} problems left; they do not block the patch`,
  downloaded: (name, repository, site) =>
    repository
      ? `The patch has been downloaded. To propose it, attach it to an issue at ${repository}/issues. To apply it yourself, run git apply ${name} at the root of the repository.`
      : `The patch has been downloaded. If you have a copy of the repository, run git apply ${name} at its root, and commit. If not, send the file to the publisher of ${
          site ?? 'this site'
        }: it was built without an address of its repository.`,
  copied:
    'The new text of the whole file has been copied. In GitHub’s editor select all, paste, look at the difference, and propose the change.',
  copyFailed: 'The browser does not allow copying. Download the patch instead.',
  note: 'Boxes are components, which are not edited here. This page sends nothing.',
  stale: (language) => `After the change, this section in ${language} will be marked as out of date.`,
  ask: 'You have not downloaded or copied your change. It is kept in this tab until you return.',
  askClose: 'Close',
  askStay: 'Keep editing',
}

export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
