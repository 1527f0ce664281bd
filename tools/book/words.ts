import { inLanguage } from '../../src/island/language.ts'

const zh = {
  start: '开始',
  contents: '目录',
  walk: '单步演示',
  shownAt: (title: string) => `见“${title}”`,
  helpers: '示例所用的辅助函数',
  aboutHelpers: '示例在“辅助函数”一行列出所调用的函数，各函数的代码如下。',
  solutions: '练习的提示与答案',
  solution: '提示与答案',
  exercise: '题目',
  index: '符号索引',
  aboutIndex: (file: string) => `${file} 定义的名字。粗体是说明该名字的小节，其余是提到它的小节。`,
  subtitle: 'multipath-tcp.org 内核的全网状路径管理器，附用 TypeScript 写成的模型',
  front: [
    '注解针对 Linux 4.19 上的 v0.95。书中没有内核代码，也没有内核注释；行号链接到该文件的公开副本。',
    '本书与网站由同一份文字生成。示例的预期结果由生成网站时的实际运行得出。书中不能运行、修改示例，也没有按键：文中提到的“运行”、“编辑”、“单步”等按键在网站上。单步演示在书中列为各步，末尾是演示结束时的地址与子流。',
    '每个单步演示、辅助函数的代码只印一次，别处以链接代替。带 ↗ 的链接通往网站，不在书中。',
  ],
  licence: '全部内容以 GPL-2.0-only 发布；注解文字也可按 CC BY-SA 4.0 使用。',
}

const en: typeof zh = {
  start: 'Start',
  contents: 'Contents',
  walk: 'Walkthrough',
  shownAt: (title) => `see “${title}”`,
  helpers: 'Helpers of the examples',
  aboutHelpers:
    'An example names the functions that it calls in the line “Helpers”. This is the code of these functions.',
  solutions: 'Hints and solutions of the exercises',
  solution: 'Hints and solution',
  exercise: 'Exercise',
  index: 'Index of symbols',
  aboutIndex: (file) =>
    `The names that ${file} defines. The section in bold explains the name; the others mention it.`,
  subtitle: 'The full-mesh path manager of the multipath-tcp.org kernel, with a model in TypeScript',
  front: [
    'The notes are about v0.95 on Linux 4.19. No kernel code and no kernel comment is in this book; line numbers link to a public copy of the file.',
    'This book is made from the same text as the website. The expected results of the examples come from running them when the website was built. Examples cannot be run or changed here: buttons that the text mentions, such as “Run”, “Edit” and “Step through”, are on the website. A walkthrough is a list of its steps here, with the addresses and subflows at its end.',
    'The steps of each walkthrough and the code of each helper are printed once; elsewhere a link stands for them. A link with ↗ leads to the website.',
  ],
  licence:
    'Everything is licensed under GPL-2.0-only; the prose of the notes may also be used under CC BY-SA 4.0.',
}

export type Words = typeof zh

/** Returns the words for a language tag. */
export function wordsIn(tag: string): Words {
  return inLanguage({ zh, en }, tag)
}
