import type { Kind } from './page/kinds.ts'

/** Everything a walkthrough says beside its data, in one language. */
export interface Words {
  start: string
  close: string
  title: string
  loadFailed: string
  steps(count: number): string
  /** For the list of those steps that did something. */
  effects(count: number, all: number): string
  cut: string
  edited: string
  editedFailed: string
  andMore(count: number): string
  step(number: number, count: number): string
  nothingChanged: string
  back: string
  forward: string
  over: string
  play: string
  pause: string
  next: string
  previous: string
  /** What one can jump to. */
  kindLabel: string
  kinds: Record<Kind, string>
  keys: string
  position: string
  keyTable: [keys: string, what: string][]
  callStack: string
  /** What is told in a file: a test, or a scenario. */
  story(file: string): string
  modelOnly: string
  way(target: string): string
  locals: string
  pairs: string
  pairsOf(session: string, family: string): string
  opened: string
  retry: string
  untried: string
  slot: string
  remoteSlot: string
  released: string
  session: string
  subflows: string
  events: string
  queue: string
  log: string
  none: string
  time: string
  ready: string
  asleep: string
  timers: string
  dueAt(ms: number): string
  timerOver: string
  newSession: string
  fresh: string
  gone: string
  zeroed: string
  held: string
  free: string
  socketRefs: string
  controlRefs: string
  segment: string
  probe: string
  optionBytes(used: number): string
  unknownBytes: string
  marked: string
}

const zh: Words = {
  start: '开始单步',
  close: '收起',
  title: '单步',
  loadFailed: '没能载入单步记录，请检查网络后重试。',
  steps: (count) => `全部 ${count} 步`,
  effects: (count, all) => `共 ${all} 步，其中有变化的 ${count} 步`,
  cut: '步数太多，后面的没有记录。',
  edited: '这是您改过的代码。',
  editedFailed: '改过的代码没能走完：可能有语法错误、停不下来的循环，或者改了标题。请先按“运行”看看。',
  andMore: (count) => `……另有 ${count} 处`,
  step: (number, count) => `第 ${number} 步，共 ${count} 步`,
  nothingChanged: '状态没有变化',
  back: '后退',
  forward: '前进',
  over: '越过',
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
    worker: '工作函数开始',
    event: '地址事件',
    timer: '定时器',
    lock: '锁',
    slot: '槽位与位域',
  },
  keys: '按键',
  position: '位置',
  keyTable: [
    ['→ ←', '前进、后退一步'],
    ['↓ ↑', '越过调用，向前、向后'],
    ['空格', '播放、暂停'],
    ['n p', '跳到所选的下一处、上一处'],
    ['c l s', '跳到下一处变化、下一行日志、下一个报文段'],
    ['Home End', '第一步、最后一步'],
    ['?', '显示或收起这张表'],
  ],
  callStack: '调用栈',
  story: (file) => (file.endsWith('.txt') ? '场景' : '测试'),
  modelOnly: '模型内部',
  way: (target) => `如何到达 ${target}`,
  locals: '本地地址槽位',
  pairs: '地址对',
  pairsOf: (session, family) => `${session} 的 ${family} 地址对`,
  opened: '已用',
  retry: '待重试',
  untried: '未用',
  slot: '本地槽位',
  remoteSlot: '远端槽位',
  released: '已空出',
  session: '会话',
  subflows: '子流',
  events: '地址事件',
  queue: '工作队列',
  log: '日志',
  none: '无',
  time: '时间',
  ready: '就绪',
  asleep: '睡眠',
  timers: '定时',
  dueAt: (ms) => `${ms} ms 到期`,
  timerOver: '定时器结束',
  newSession: '新会话',
  fresh: '新建',
  gone: '不复存在',
  zeroed: '建立，全零',
  held: '被持有',
  free: '空闲',
  socketRefs: '套接字引用',
  controlRefs: '控制块引用',
  segment: '最近一个报文段的选项',
  probe: '（只是询问长度，没有发出）',
  optionBytes: (used) => `选项 ${used} / 40 字节`,
  unknownBytes: '··：模型里没有的内容',
  marked: '标着 ◆ 的是这一步改的',
}

const en: Words = {
  start: 'Step through',
  close: 'Close',
  title: 'Walkthrough',
  loadFailed: 'The recorded walk could not be loaded. Check the connection and try again.',
  steps: (count) => `All ${count} steps`,
  effects: (count, all) => `The ${count} of ${all} steps that changed something`,
  cut: 'Too many steps; the rest was not recorded.',
  edited: 'This is the code as you changed it.',
  editedFailed:
    'The code as you changed it could not be walked through: a syntax error, an endless loop, or another title. Press Run to see.',
  andMore: (count) => `… and ${count} more`,
  step: (number, count) => `Step ${number} of ${count}`,
  nothingChanged: 'no change of state',
  back: 'Back',
  forward: 'Step',
  over: 'Over',
  play: 'Play',
  pause: 'Pause',
  next: 'Next',
  previous: 'Previous',
  kindLabel: 'Jump to',
  kinds: {
    change: 'change of state',
    log: 'line of the log',
    segment: 'segment sent',
    join: 'subflow opened',
    worker: 'worker begins',
    event: 'address event',
    timer: 'timer',
    lock: 'lock',
    slot: 'slots and bitfields',
  },
  keys: 'Keys',
  position: 'Position',
  keyTable: [
    ['→ ←', 'one step on, one back'],
    ['↓ ↑', 'over a call, on and back'],
    ['Space', 'play, pause'],
    ['n p', 'to the next, the previous of the chosen kind'],
    ['c l s', 'to the next change, line of the log, segment'],
    ['Home End', 'the first step, the last'],
    ['?', 'show or hide this table'],
  ],
  callStack: 'Call stack',
  story: (file) => (file.endsWith('.txt') ? 'scenario' : 'test'),
  modelOnly: 'in the model only',
  way: (target) => `How ${target} is reached`,
  locals: 'Local address slots',
  pairs: 'Pairs',
  pairsOf: (session, family) => `${family} pairs of ${session}`,
  opened: 'used',
  retry: 'to be retried',
  untried: 'not used',
  slot: 'local slot',
  remoteSlot: 'remote slot',
  released: 'vacated',
  session: 'Session',
  subflows: 'Subflows',
  events: 'Address events',
  queue: 'Work queue',
  log: 'Log',
  none: 'none',
  time: 'time',
  ready: 'ready',
  asleep: 'asleep',
  timers: 'timers',
  dueAt: (ms) => `due at ${ms} ms`,
  timerOver: 'timer over',
  newSession: 'a new session',
  fresh: 'new',
  gone: 'gone',
  zeroed: 'made, all zero',
  held: 'held',
  free: 'free',
  socketRefs: 'references to the socket',
  controlRefs: 'references to the control block',
  segment: 'Options of the last segment',
  probe: '(a question about the length only, nothing was sent)',
  optionBytes: (used) => `${used} of 40 bytes of options`,
  unknownBytes: '··: what the model does not hold',
  marked: '◆ marks what this step changed',
}

/** The words for a language tag such as `zh-Hans` or `en`. */
export function wordsIn(tag: string): Words {
  return tag.startsWith('en') ? en : zh
}
