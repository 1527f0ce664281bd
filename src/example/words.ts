import { inLanguage } from '../island/language.ts'
import type { TestState } from '../sandbox/protocol.ts'

/** The words of an example in Chinese. */
const zh = {
  model: 'TypeScript 实现',
  run: '运行',
  stop: '停止',
  edit: '编辑',
  /** Behind it, if the browser keeps a change of the reader's. */
  keptMark: '（有修改）',
  reset: '还原',
  /** In the place of Reset, after it. */
  undo: '恢复修改',
  copyLink: '复制链接',
  copyCode: '复制代码',
  copied: '已复制',
  walk: '单步',
  walkOf: (title: string) => `单步：${title}`,
  results: '运行结果',
  expectedResults: '预期结果',
  running: '正在运行……',
  states: { pass: '通过', fail: '失败', skip: '跳过', todo: '待写', waiting: '等待' } satisfies Record<
    TestState | 'waiting',
    string
  >,
  /** Before a run. */
  expectedStates: {
    pass: '应通过',
    fail: '应失败',
    skip: '跳过',
    todo: '待写',
    waiting: '',
  } satisfies Record<TestState | 'waiting', string>,
  expected: '预期',
  received: '实际',
  notExpected: '不应为',
  differs: '实际值与预期不符。',
  lacks: '实际值中没有这一项。',
  missing: '缺少',
  failed: '断言未通过。',
  threw: '代码抛出了错误。',
  consoleOutput: '控制台输出',
  keyboard: 'Ctrl/⌘ + ] 增加缩进，Ctrl/⌘ + [ 减少缩进；Ctrl/⌘ + Enter 运行；按 Tab 键离开编辑器。',
  type: '类型',
  typeKeys: '按 Enter 查看标识符的类型，按方向键切换标识符，按 Esc 退出。',
  /** A link to the page that explains how to read examples. */
  guide: '怎样读例子',
  outputCut: '输出过多，其余已省略。',
  noTests: '未找到测试。',
  stopped: '已停止。',
  loadFailed: '运行所需的文件加载失败。请检查网络后重试。',
  notHere: '链接中的例子不在本页，可能已经移走或删除。',
  crashed: '运行已中断，可能是内存不足。',
  builtInChanged: (name: string) => `代码修改了运行测试所需的 ${name}，结果可能缺失或有误。`,
  tests: (file: string, count: number) => `测试：${file}（${count} 个）`,
  lines: (first: number, last: number) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  imports: (lines: number) => `导入（${lines} 行）`,
  helpers: '辅助函数：',
  comma: '、',
  count: (passed: number, failed: number, others: number) => {
    if (failed + others === 0) return passed === 1 ? '通过' : `${passed} 个测试全部通过`
    const parts = [passed && `${passed} 个通过`, failed && `${failed} 个失败`, others && `${others} 个未运行`]
    return parts.filter(Boolean).join('，')
  },
  summary: (title: string, count: string) => `${title}：${count}`,
  outOfTime: (seconds: number) => `已停止：${seconds} s 内未运行完，可能有死循环。`,
  syntaxError: (file: string, line: number, column?: number) =>
    `${file} 第 ${line} 行${column ? `第 ${column} 列` : ''}：语法错误`,
  editorOf: (file: string) => `编辑 ${file}`,
}

const en: typeof zh = {
  model: 'in TypeScript',
  run: 'Run',
  stop: 'Stop',
  edit: 'Edit',
  keptMark: ' (your change)',
  reset: 'Reset',
  undo: 'Undo reset',
  copyLink: 'Copy link',
  copyCode: 'Copy code',
  copied: 'Copied',
  walk: 'Step',
  walkOf: (title) => `Step through: ${title}`,
  results: 'Results',
  expectedResults: 'Expected results',
  running: 'Running…',
  states: { pass: 'passed', fail: 'failed', skip: 'skipped', todo: 'to do', waiting: 'waiting' },
  expectedStates: { pass: 'passes', fail: 'fails', skip: 'skipped', todo: 'to do', waiting: '' },
  expected: 'Expected',
  received: 'Received',
  notExpected: 'Not expected',
  differs: 'The value is not the expected one.',
  lacks: 'The value does not include this.',
  missing: 'Missing',
  failed: 'An assertion failed.',
  threw: 'The code threw an error.',
  consoleOutput: 'Console output',
  keyboard: 'Ctrl/⌘ + ] indents, Ctrl/⌘ + [ unindents. Ctrl/⌘ + Enter runs the tests. Tab leaves the editor.',
  type: 'Type',
  typeKeys: 'Press Enter to see the types of names, the arrow keys to move between names, Esc to leave.',
  guide: 'How to read examples',
  outputCut: 'Too much output. The rest is not shown.',
  noTests: 'No tests found.',
  stopped: 'Stopped.',
  loadFailed: 'The files needed to run the tests failed to load. Check the connection and try again.',
  notHere: 'The example of the link is not on this page. It may have been moved or removed.',
  crashed: 'The run was aborted. It may have run out of memory.',
  builtInChanged: (name) =>
    `The code changed ${name}, which is needed to run the tests. Results may be missing or wrong.`,
  tests: (file, count) => `Tests: ${file} (${count})`,
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  imports: (lines) => `Imports (${lines} ${lines === 1 ? 'line' : 'lines'})`,
  helpers: 'Helpers: ',
  comma: ', ',
  count: (passed, failed, others) => {
    if (failed + others === 0) return passed === 1 ? 'passed' : `all ${passed} tests passed`
    const parts = [passed && `${passed} passed`, failed && `${failed} failed`, others && `${others} not run`]
    return parts.filter(Boolean).join(', ')
  },
  summary: (title, count) => `${title}: ${count}`,
  outOfTime: (seconds) => `Stopped: the run took longer than ${seconds} s. It may contain an endless loop.`,
  syntaxError: (file, line, column) =>
    `Syntax error in ${file}, line ${line}${column ? `, column ${column}` : ''}`,
  editorOf: (file) => `Edit ${file}`,
}

export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
