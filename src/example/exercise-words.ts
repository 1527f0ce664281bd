import { inLanguage } from '../island/language.ts'

const zh = {
  exercise: '练习',
  /** In the list of sections. */
  listed: (title: string) => `练习：${title}`,
  check: '检查',
  hint: '提示',
  solution: '参考答案',
  useSolution: '检查参考答案',
  answer: '答案：',
  setup: '场景',
  solved: '已完成',
  right: '正确。',
  wrong: '还不对。',
  /** Before what an answer has to do. */
  met: '满足',
  unmet: '未满足',
  noAnswer: '请先填写答案。',
  /** A sentence, with the space before the next one. */
  rightLines: (right: number, all: number) =>
    right === 0 ? `共 ${all} 行，第 1 行就不对。` : `共 ${all} 行，前 ${right} 行正确。`,
  progress: (solved: number, all: number) => `已完成 ${solved} / ${all} 个练习`,
  clear: '清除进度',
  kept: '进度只保存在本浏览器中。',
}

const en: Words = {
  exercise: 'Exercise',
  listed: (title) => `Exercise: ${title}`,
  check: 'Check',
  hint: 'Hint',
  solution: 'Solution',
  useSolution: 'Check the solution',
  answer: 'Answer: ',
  setup: 'Setup',
  solved: 'solved',
  right: 'Right.',
  wrong: 'Not yet.',
  met: 'met',
  unmet: 'not met',
  noAnswer: 'Enter an answer first.',
  rightLines: (right, all) =>
    right === 0
      ? `Of ${all} lines, the first is not right yet. `
      : `Of ${all} lines, the first ${right === 1 ? 'is' : `${right} are`} right. `,
  progress: (solved, all) => `${solved} of ${all} exercises solved`,
  clear: 'Clear the progress',
  kept: 'The progress is kept in this browser only.',
}

type Words = typeof zh

/** Returns the words of an exercise for a language tag such as `zh-Hans` or `en`; without a tag, for the page. */
export function exerciseWordsIn(tag?: string): Words {
  return inLanguage({ zh, en }, tag)
}

/** Returns the id that an exercise has on its page. */
export function exerciseId(name: string): string {
  return `exercise-${name}`
}
