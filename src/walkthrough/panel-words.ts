import { inLanguage } from '../island/language.ts'
import type { Words } from './words.ts'

const zh = {
  locals: '本地地址槽位',
  pairs: '地址对',
  pairsOf: (session: string, family: string) => `${session} 的 ${family} 地址对`,
  opened: '已尝试',
  retry: '待重试',
  untried: '未尝试',
  slot: '本地槽位',
  remoteSlot: '远端槽位',
  released: '已释放',
  subflows: '子流',
  queue: '工作队列',
  running: '正在执行',
  log: '日志',
  laterLines: '本步之后',
  segment: '最近一个报文段的选项',
  probe: '（只计算长度，未发送）',
  optionBytes: (used: number) => `选项 ${used} / 40 字节`,
  unknownBytes: '··：模型中没有的内容',
  thisStep: '本步变化',
  sinceStep: (number: number) => `与第 ${number} 步相比`,
  noChange: '无',
  reads: '条件中的值：',
  linesOfLog: (count: number) => `日志 ${count} 行`,
  changesOf: (name: string, count: number) => `${name}：${count} 处`,
  state: '状态',
  lastChange: (what: string, number: number) => `${what}：上次改变在第 ${number} 步`,
  nextChange: (what: string, number: number) => `${what}：下次改变在第 ${number} 步`,
  pin: (what: string) => `在时间线上显示 ${what}`,
  pinned: (what: string) => `时间线上已显示 ${what}`,
  unpinned: (what: string) => `时间线上不再显示 ${what}`,
  noPin: '本步没有改变可在时间线上显示的值。',
  /** The history of a value on the time line. */
  pinHistory: (what: string, changes: readonly (readonly [step: number, value: string])[]) =>
    `${what}：${changes.map(([step, value]) => `第 ${step} 步起 ${value}`).join('，')}。`,
  legend: '◂ 上次改变 · ▸ 下次 · ☆ 显示在时间线上',
}

/** The words of the panels that are loaded after the first step, in one language. */
export type PanelWords = Words & typeof zh

const en: typeof zh = {
  locals: 'Local address slots',
  pairs: 'Pairs',
  pairsOf: (session, family) => `${family} pairs of ${session}`,
  opened: 'tried',
  retry: 'to be retried',
  untried: 'not tried',
  slot: 'local slot',
  remoteSlot: 'remote slot',
  released: 'free',
  subflows: 'Subflows',
  queue: 'Work queue',
  running: 'running',
  log: 'Log',
  laterLines: 'after this step',
  segment: 'Options of the last segment',
  probe: '(only the size is computed, nothing is sent)',
  optionBytes: (used) => `${used} of 40 bytes of options`,
  unknownBytes: '··: bytes that the model does not have',
  thisStep: 'This step',
  sinceStep: (number) => `Since step ${number}`,
  noChange: 'no change',
  reads: 'read by the condition:',
  linesOfLog: (count) => `log: ${count} lines`,
  changesOf: (name, count) => `${name}: ${count} changes`,
  state: 'State',
  lastChange: (what, number) => `${what}: last change in step ${number}`,
  nextChange: (what, number) => `${what}: next change in step ${number}`,
  pin: (what) => `Show ${what} on the time line`,
  pinned: (what) => `${what} is on the time line`,
  unpinned: (what) => `${what} is no longer on the time line`,
  noPin: 'This step changes no value that the time line can show.',
  pinHistory: (what, changes) =>
    `${what}: ${changes.map(([step, value]) => `${value} from step ${step}`).join(', ')}.`,
  legend: '◂ last change · ▸ next · ☆ on the time line',
}

/** Adds the words of these panels to those of the walk. */
export function withPanelWords(words: Words): PanelWords {
  return { ...words, ...inLanguage({ zh, en }) }
}
