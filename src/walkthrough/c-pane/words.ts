import { inLanguage } from '../../island/language.ts'
import type { CFile, Problem } from './c-file.ts'

const zh = {
  title: 'C 源码',
  /** The address of the file follows. */
  invitation: '本站不含内核代码。按“从 GitHub 加载”后才发出请求，且只请求一个文件：',
  load: '从 GitHub 加载',
  loading: '正在加载……',
  choose: '选择文件……',
  problem: (problem: Problem) => {
    if (typeof problem === 'number')
      return `GitHub 未返回文件（状态码 ${problem}）。请稍后重试，或选择一个文件。`
    const problems = {
      offline: '无法连接 GitHub。请检查网络后重试，或选择一个文件。',
      late: 'GitHub 响应超时。请稍后重试，或选择一个文件。',
      unreadable: '文件读取失败。',
      tooLarge: '文件过大：至多 2 MiB、20000 行。',
      notText: '这不是 C 源文件。',
      noFunctions: '文件中没有 C 函数，不是 mptcp_fullmesh.c。',
    }
    return problems[problem]
  },
  frame: '栈帧',
  missing: (name: string) => `该文件中没有 ${name}。`,
  versions: {
    same: 'sha256 与本站所讲解的文件一致。',
    other: '版本不同：该文件的 sha256 与本站所讲解的文件不一致。下面只按函数名对应，无法确定具体的行。',
    unchecked:
      '版本未知：页面未经安全连接打开，浏览器无法核对 sha256。下面只按函数名对应，无法确定具体的行。',
  } satisfies Record<CFile['version'], string>,
  kept: '已保存在浏览器中，下次直接显示。',
  notKept: '浏览器不允许保存，离开本页后需重新加载。',
  remove: '移除',
}

/** The words of the pane of the C file, in one language. */
export type Words = typeof zh

const en: Words = {
  title: 'C source',
  invitation: 'This site has no kernel code. Only “Load from GitHub” sends a request, for one file: ',
  load: 'Load from GitHub',
  loading: 'Loading…',
  choose: 'Choose a file…',
  problem: (problem) => {
    if (typeof problem === 'number')
      return `GitHub did not return the file (status ${problem}). Try again later, or choose a file.`
    const problems = {
      offline: 'Cannot connect to GitHub. Check the connection and try again, or choose a file.',
      late: 'GitHub did not respond in time. Try again later, or choose a file.',
      unreadable: 'Cannot read the file.',
      tooLarge: 'The file is too large. The limits are 2 MiB and 20,000 lines.',
      notText: 'This is not a C source file.',
      noFunctions: 'The file contains no C function, so it is not mptcp_fullmesh.c.',
    }
    return problems[problem]
  },
  frame: 'Frame',
  missing: (name) => `This file does not contain ${name}.`,
  versions: {
    same: 'The sha256 matches the file that this site explains.',
    other:
      'Different version: the sha256 does not match the file that this site explains. Functions are found by name; the exact lines are not known.',
    unchecked:
      'Unknown version: the page was not loaded over a secure connection, so the browser cannot check the sha256. Functions are found by name; the exact lines are not known.',
  },
  kept: 'Saved in this browser for your next visit.',
  notKept: 'The browser does not allow saving. Load the file again after you leave this page.',
  remove: 'Remove',
}

/** The words in the language of the page. */
export function pageWords(): Words {
  return inLanguage({ zh, en })
}
