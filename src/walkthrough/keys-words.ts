import { inLanguage } from '../island/words.ts'

/** The keys of a walk and of a call stack, in each language. */
const zh = {
  list: '快捷键',
  table: [
    ['→ ←', '下一步、上一步'],
    ['↓ ↑', '单步跳过函数调用，向前、向后'],
    ['空格', '播放、暂停'],
    ['n p', '跳到所选种类的下一处、上一处'],
    ['c l s', '跳到下一处状态变化、下一行日志、下一个报文段'],
    ['PageDown PageUp', '下一处、上一处状态变化'],
    ['m d', '标记本步、与标记比较'],
    ['j k', '指向下一条、上一条语句，并标出 C 中的对应行'],
    ['Home End', '第一步、最后一步'],
    ['Esc', '收起'],
    ['?', '显示或收起快捷键'],
  ] as [keys: string, effect: string][],
}

const en: typeof zh = {
  list: 'Keys',
  table: [
    ['→ ←', 'next step, previous step'],
    ['↓ ↑', 'step over a call, forward and back'],
    ['Space', 'play, pause'],
    ['n p', 'next, previous event of the chosen kind'],
    ['c l s', 'next state change, log line, segment'],
    ['PageDown PageUp', 'next, previous state change'],
    ['m d', 'mark this step, compare with the mark'],
    ['j k', 'point at the next, previous statement, and at its lines in C'],
    ['Home End', 'first step, last step'],
    ['Esc', 'close'],
    ['?', 'show or hide the keys'],
  ],
}

/** Returns the keys for the language of the page. */
export const keysWords = () => inLanguage({ zh, en })
