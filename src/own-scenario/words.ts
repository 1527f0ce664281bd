import { inLanguage } from '../island/language.ts'

const zh = {
  label: '场景',
  hint: '修改下面的场景，再按“运行”（Ctrl+Enter）。模型在本页内执行，文字不会发送，只保留在这个浏览器里。',
  run: '运行',
  reset: '恢复示例',
  undo: '恢复修改',
  running: '正在运行……',
  printed: (commands: number) => `已运行 ${commands} 条命令。`,
  problems: '发现错误。点按下面的信息，即选中它所指的行。',
  output: '模型的输出',
  restored: '已恢复示例。',
  undone: '已恢复修改。',
  tooLarge: (most: number) => `文字超过 ${most.toLocaleString('en')} 个字符，未运行。`,
  outOfTime: (seconds: number) => `${seconds} s 后仍未结束，已停止。`,
  loadFailed: '未能加载模型。请检查网络，再按“运行”。',
}

const en: Words = {
  label: 'Scenario',
  hint: 'Change the scenario below, then press Run (Ctrl+Enter). The model runs in this page. The text is kept in this browser and sent nowhere.',
  run: 'Run',
  reset: 'Restore the example',
  undo: 'Undo restore',
  running: 'Running…',
  printed: (commands) => `${commands} ${commands === 1 ? 'command has' : 'commands have'} run.`,
  problems: 'There is a mistake. Press a message to select the line that it names.',
  output: 'Output of the model',
  restored: 'The example is restored.',
  undone: 'Your text is back.',
  tooLarge: (most) => `The text has more than ${most.toLocaleString('en')} characters, and did not run.`,
  outOfTime: (seconds) => `It did not end within ${seconds} s, and was stopped.`,
  loadFailed: 'The model could not be loaded. Check the network, then press Run again.',
}

export type Words = typeof zh

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}
