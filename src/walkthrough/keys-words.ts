import { inLanguage } from '../island/language.ts'

/** The keys of a walk and of a call stack, and the signs of a walk, in each language. */
const zh = {
  table: [
    ['→ ←', '下一步、上一步'],
    ['↓ ↑', '跳过函数调用，向前、向后'],
    ['空格', '播放、暂停'],
    ['n p', '跳到所选种类的下一处、上一处'],
    ['c l s', '跳到下一处状态变化、下一行日志、下一个报文段'],
    ['PageDown PageUp', '下一处、上一处状态变化'],
    ['m d', '标记本步、与标记比较'],
    ['t', '在时间线上显示本步改变的值，再按则不显示'],
    ['i', '步骤列表'],
    ['j k', '指向下一条、上一条语句，并标出 C 中的对应行'],
    ['Home End', '第一步、最后一步'],
    ['Esc', '收起'],
    ['?', '显示或收起快捷键'],
  ] as [keys: string, effect: string][],
  /** What the signs of the stage mean. */
  signs: [
    ['◆', '本步变化'],
    ['➤', '发出报文段'],
    ['◷', '时钟前进'],
    ['★', '显示在时间线上的值'],
    ['×3', '该行已执行三次'],
    ['空白格', '地址对：本地槽位没有地址'],
    ['灰色细线', '未尝试的地址对'],
    ['灰色点线', '已尝试的地址对，没有子流'],
    ['空心点', '地址不可用：设备停用或关闭了 multipath'],
  ] as [sign: string, meaning: string][],
}

const en: typeof zh = {
  table: [
    ['→ ←', 'next step, previous step'],
    ['↓ ↑', 'step over a call, forward and back'],
    ['Space', 'play, pause'],
    ['n p', 'next, previous event of the chosen kind'],
    ['c l s', 'next state change, log line, segment'],
    ['PageDown PageUp', 'next, previous state change'],
    ['m d', 'mark this step, compare with the mark'],
    ['t', 'show a value that this step changed on the time line, or hide it'],
    ['i', 'list of steps'],
    ['j k', 'point at the next, previous statement, and at its lines in C'],
    ['Home End', 'first step, last step'],
    ['Esc', 'close'],
    ['?', 'show or hide the keys'],
  ],
  signs: [
    ['◆', 'changed by this step'],
    ['➤', 'a segment is sent'],
    ['◷', 'the clock moves forward'],
    ['★', 'a value on the time line'],
    ['×3', 'the line has run three times'],
    ['empty cell', 'a pair whose local slot has no address'],
    ['thin grey', 'a pair that was not tried'],
    ['dotted grey', 'a pair that was tried and has no subflow'],
    ['hollow dot', 'an address that is not used: its device is down, or its multipath is off'],
  ],
}

/** Returns the keys for the language of the page. */
export const keysWords = () => inLanguage({ zh, en })
