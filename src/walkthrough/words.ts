import { type Language, languageOf } from '../../reference/languages.ts'
import { inLanguage, pageTag } from '../island/language.ts'
import { stepWords } from '../island/step-words.ts'
import type { State } from '../recorder/state.ts'
import type { Kind } from './kinds.ts'
import type { Lane } from './lanes.ts'

/** The panels that a phone shows one at a time. */
export type Tab = 'code' | 'stack' | 'state' | 'wire' | 'timeline'

const zh = {
  ...stepWords.zh,
  title: '单步',
  loadFailed: '单步记录加载失败。请检查网络后重试。',
  edited: '已编辑',
  editedFailed: '编辑过的代码无法单步：可能有语法错误或死循环，或者测试标题已修改。请先按“运行”检查。',
  step: (number: number, count: number) => `第 ${number} 步，共 ${count} 步`,
  over: '跳过',
  play: '播放',
  pause: '暂停',
  next: '下一处',
  previous: '上一处',
  kindLabel: '跳到',
  kinds: {
    change: '状态变化',
    log: '日志',
    segment: '发出报文段',
    join: '建立子流',
    worker: '工作函数开始执行',
    event: '地址事件',
    timer: '定时器',
    lock: '锁',
    slot: '槽位与位图',
    device: '设备与路由',
  } satisfies Record<Kind, string>,
  list: '步骤列表',
  noSuchStep: (isNext: boolean, kind: string) => `${isNext ? '之后' : '之前'}的步骤中没有“${kind}”。`,
  kindChosen: (kind: string) => `“上一处”“下一处”现在跳到：${kind}。`,
  position: '位置',
  callStack: '调用栈',
  testOrScenario: (file: string): string => (file.endsWith('.txt') ? '场景' : '测试'),
  modelOnly: '仅模型中有',
  way: (target: string) => `${target} 的调用路径`,
  none: '无',
  tabs: {
    code: '代码',
    stack: '调用栈',
    state: '状态',
    wire: '报文段',
    timeline: '日志',
  } satisfies Record<Tab, string>,
  signs: '图例',
  tabList: '面板',
  mesh: '子流与地址',
  parts: {
    time: '时间',
    namespaces: '命名空间',
    sessions: '会话',
    queue: '工作队列',
    routeErrors: '路由错误',
  } satisfies Record<keyof State, string>,
  /** @param key the source and the destination, separated by a space */
  route: (key: string) => `路由 ${key.replace(' ', ' → ')}`,
  lanes: { test: '测试、主机', process: '进程', softirq: '软中断', workqueue: '工作队列' } satisfies Record<
    Lane,
    string
  >,
  runs: '执行次数',
  toNext: '到下一处',
  mark: '标记',
  markAt: (number: number) => `标记：第 ${number} 步`,
  compare: '比较',
  at: (ms: number) => `${ms} ms`,
  meshChanged: '本步变化',
  stop: '。',
  /** A step of a call stack. Code is between backticks. */
  calls: (caller: string, callee: string, place: string) => `${caller} 调用 ${callee}（${place}）。`,
  arrives: (name: string, place: string) => `到达 ${name}（${place}）。`,
  /** Locks that an earlier frame names. */
  since: (locks: string, name: string) => `${locks}（自 ${name} 起）`,
  through: (pointer: string) => `经函数指针 \`${pointer}\`，赋值处 `,
  notInC: 'C：当前步不在 mptcp_fullmesh.c 中',
  cFrame: 'C 文件中的栈帧',
}

/** The words of a walkthrough, in one language. */
export type Words = typeof zh & { readonly language: Language }

const en: typeof zh = {
  ...stepWords.en,
  title: 'Walkthrough',
  loadFailed: 'The recorded steps failed to load. Check the connection and try again.',
  edited: 'Edited',
  editedFailed:
    'Your edited code cannot be stepped through. It may have a syntax error, an endless loop, or a changed test title. Press Run to check.',
  step: (number, count) => `Step ${number} of ${count}`,
  over: 'Over',
  play: 'Play',
  pause: 'Pause',
  next: 'Next',
  previous: 'Previous',
  kindLabel: 'Jump to',
  kinds: {
    change: 'state change',
    log: 'log line',
    segment: 'segment sent',
    join: 'subflow opened',
    worker: 'worker starts',
    event: 'address event',
    timer: 'timer',
    lock: 'lock',
    slot: 'slots and bitfields',
    device: 'devices and routes',
  },
  list: 'List of steps',
  noSuchStep: (isNext, kind) => `No ${isNext ? 'later' : 'earlier'} step of the kind “${kind}”.`,
  kindChosen: (kind) => `Previous and Next now go to: ${kind}.`,
  position: 'Position',
  callStack: 'Call stack',
  testOrScenario: (file) => (file.endsWith('.txt') ? 'scenario' : 'test'),
  modelOnly: 'only in the model',
  way: (target) => `Callers of ${target}`,
  none: 'none',
  tabs: { code: 'Code', stack: 'Stack', state: 'State', wire: 'Wire', timeline: 'Log' },
  signs: 'Signs',
  tabList: 'Panels',
  mesh: 'Addresses and subflows',
  parts: {
    time: 'time',
    namespaces: 'namespaces',
    sessions: 'sessions',
    queue: 'work queue',
    routeErrors: 'route errors',
  },
  route: (key) => `route ${key.replace(' ', ' → ')}`,
  lanes: { test: 'test, host', process: 'process', softirq: 'softirq', workqueue: 'workqueue' },
  runs: 'times run',
  toNext: 'to the next',
  mark: 'Mark',
  markAt: (number) => `Mark: step ${number}`,
  compare: 'Compare',
  at: (ms) => `${ms} ms`,
  meshChanged: 'changed by this step',
  stop: '. ',
  calls: (caller, callee, place) => `${caller} calls ${callee} (${place}).`,
  arrives: (name, place) => `Reaches ${name} (${place}).`,
  since: (locks, name) => `${locks} (since ${name})`,
  through: (pointer) => `through the pointer \`${pointer}\`, set in `,
  notInC: 'C: this step is not in mptcp_fullmesh.c',
  cFrame: 'Frame in the C file',
}

/** Returns the words for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function wordsIn(tag = pageTag()): Words {
  return { ...inLanguage({ zh, en }, tag), language: languageOf(tag) }
}
