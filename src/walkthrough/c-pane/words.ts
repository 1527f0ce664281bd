import { inLanguage } from '../../island/words.ts'
import type { CFile, Problem } from './c-file.ts'

const zh = {
  title: 'C 源码',
  invitation: '这里没有内核代码。您可以从公开的地址载入这个文件，或者选用自己手头的一份。',
  load: '从 GitHub 载入',
  loading: '正在载入…',
  choose: '选择文件…',
  address: '按下“载入”才会发出请求，并且只发往',
  problem: (problem: Problem) => {
    if (typeof problem === 'number')
      return `GitHub 没有给出文件（状态码 ${problem}）。请稍后再试，或者选择一个文件。`
    const problems = {
      offline: '没能连上 GitHub。请检查网络后重试，或者选择一个文件。',
      late: 'GitHub 迟迟没有回应。请稍后再试，或者选择一个文件。',
      unreadable: '没能读出这个文件。',
      tooLarge: '文件太大：最多 2 MiB、两万行。',
      notText: '这不是 C 语言的文本文件。',
      noFunctions: '里面一个 C 函数也没有，不会是 mptcp_fullmesh.c。',
    }
    return problems[problem]
  },
  frame: '栈帧',
  elsewhere: '这一步不在这个文件里',
  missing: (name: string) => `这个文件里没有 ${name}。`,
  versions: {
    same: 'sha256 与注解所依据的文件一致。',
    other: '版本不同：这个文件的 sha256 与注解所依据的不一致。下面只按函数名对应，具体是哪一行无从得知。',
    unchecked:
      '版本未知：页面不是经安全连接打开的，浏览器无法核对 sha256。下面只按函数名对应，具体是哪一行无从得知。',
  } satisfies Record<CFile['version'], string>,
  kept: '已存在浏览器里，下次直接显示。',
  notKept: '浏览器不允许保存，离开本页后需要重新载入。',
  remove: '移除',
}

/** The words of the pane of the C file, in one language. */
export type Words = typeof zh

const en: Words = {
  title: 'C source',
  invitation:
    'There is no kernel code here. Load the file from its public address, or choose a copy of your own.',
  load: 'Load from GitHub',
  loading: 'Loading…',
  choose: 'Choose a file…',
  address: 'Only “Load” sends a request, and only to',
  problem: (problem) => {
    if (typeof problem === 'number')
      return `GitHub did not give the file (status ${problem}). Try again later, or choose a file.`
    const problems = {
      offline: 'GitHub could not be reached. Check the connection and try again, or choose a file.',
      late: 'GitHub does not answer. Try again later, or choose a file.',
      unreadable: 'The file could not be read.',
      tooLarge: 'The file is too large: 2 MiB and 20,000 lines are the most.',
      notText: 'This is not a text in C.',
      noFunctions: 'There is not one C function in it: it cannot be mptcp_fullmesh.c.',
    }
    return problems[problem]
  },
  frame: 'Frame',
  elsewhere: 'This step is not in this file',
  missing: (name) => `There is no ${name} in this file.`,
  versions: {
    same: 'The sha256 is that of the file these notes are about.',
    other:
      'Another version: the sha256 is not that of the file these notes are about. Functions are found by name; which line is at work is not known.',
    unchecked:
      'Version unknown: the page did not come over a secure connection, so the browser cannot check the sha256. Functions are found by name; which line is at work is not known.',
  },
  kept: 'Kept in this browser for the next time.',
  notKept: 'The browser does not let it be kept: it is gone when you leave the page.',
  remove: 'Remove',
}

/** The words in the language of the page. */
export function pageWords(): Words {
  return inLanguage({ zh, en })
}
