import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from './languages.ts'

/** In what a function runs. */
export type Context = 'process' | 'softirq' | 'workqueue'

/** A place in the kernel tree. */
export interface KernelPlace {
  file: string
  line: number
}

/**
 * One function of a call stack. Its line is that of the call to the next; of the last function, that of its definition.
 *
 * Texts may hold `code` between backticks.
 */
export interface Frame extends KernelPlace {
  function: string
  /** What is held, or taken, when it makes its call; absent if that is as in the frame before, or nothing. */
  locks?: string
  /** When it makes the call; absent if always. */
  condition?: string
  /** The call goes through a pointer, and here, in this symbol, the next function is stored in it. */
  through?: KernelPlace & { pointer: string; in: string }
  note?: string
}

/** One way into the path manager, in one language. */
export interface CallStackData {
  id: string
  /** What it may run in; none if anything that transmits. */
  contexts: Context[]
  /** Absent if the same for both. */
  ip?: 'IPv4' | 'IPv6'
  /** What starts it. */
  entry: string
  summary: string
  /** Given if the way is there, but seldom taken, or without effect. */
  reachability?: string
  /** From the outside in. */
  frames: Frame[]
}

/** One of `reference/call-stacks.json`, in English. */
export interface Stack {
  /** Its line in the file. */
  at: number
  id: string
  /** The function or the op that it shows the way to. */
  target: string
  /** `softirq`, or `softirq or process`, or `any transmit path`. */
  context: string
  ip: 'IPv4' | 'IPv6' | 'any'
  entry: string
  summary: string
  reachability?: string
  steps: Frame[]
}

/** A call: number of the file, function, line, callee; through a pointer also its name, and file and line where it is set. */
type Edge = [number, string, number, string] | [number, string, number, string, string, number, number]

/** What calls what in the kernel tree: facts, checked against its source. */
export interface Edges {
  commit: string
  /** Of the file that the facts were taken from. */
  sha256: string
  files: string[]
  /** Where the last functions of call stacks are defined: number of the file, function, line. */
  definitions: [number, string, number][]
  edges: Edge[]
}

/** The call stacks: their texts in both languages, and the calls that they are checked against. */
export interface CallStacks {
  stacks: Stack[]
  /** Chinese by English. */
  chinese: Record<string, string>
  edges: Edges
}

export const stacksFile = 'reference/call-stacks.json'
export const chineseFile = 'reference/call-stacks.zh.json'
export const edgesFile = 'reference/callgraph-edges.json'

/** Reads the call stacks of the site in `siteDir`. */
export function readCallStacks(siteDir: string): CallStacks {
  const read = (file: string) => readFileSync(join(siteDir, file), 'utf8')
  const text = read(stacksFile)
  const lines = new Map(text.split('\n').map((line, index) => [/^ *"id": "(.*)"/.exec(line)?.[1], index + 1]))
  const stacks: Omit<Stack, 'at'>[] = JSON.parse(text).stacks
  return {
    stacks: stacks.map((stack) => ({ ...stack, at: lines.get(stack.id) ?? 1 })),
    chinese: JSON.parse(read(chineseFile)),
    edges: JSON.parse(read(edgesFile)),
  }
}

/** A call stack as a page shows it, in the language of the page. */
export function callStackIn(language: Language, stack: Stack, chinese: CallStacks['chinese']): CallStackData {
  const { id, context, ip, reachability, steps } = stack
  const translate = (text: string) => (language === 'zh' ? (chinese[text] ?? text) : text)
  return {
    id,
    contexts: context.startsWith('any ') ? [] : (context.split(' or ') as Context[]),
    ...(ip !== 'any' && { ip }),
    entry: translate(stack.entry),
    summary: translate(stack.summary),
    ...(reachability && { reachability: translate(reachability) }),
    frames: steps.map((step) => ({
      ...step,
      ...(step.locks && { locks: translate(step.locks) }),
      ...(step.condition && { condition: translate(step.condition) }),
      ...(step.note && { note: translate(step.note) }),
    })),
  }
}
