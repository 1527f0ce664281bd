import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLanguage, type Language, languages, textIn } from './languages.ts'

/** The context in which a function runs. */
export type Context = 'process' | 'softirq' | 'workqueue'

/** A line of the kernel tree. */
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
  /** Locks that are held, or taken, at the call; absent if they are those of the frame before, or none. */
  locks?: string
  /** The condition of the call; absent if there is none. */
  condition?: string
  /** The pointer through which the call goes, and the line, in this symbol, that stores the next function in it. */
  through?: KernelPlace & { pointer: string; in: string }
  note?: string
}

/** A call stack in one language. */
export interface CallStackData {
  id: string
  /** The contexts in which it can run; empty for any transmit path. */
  contexts: Context[]
  /** Absent if it is the same for both. */
  ip?: 'IPv4' | 'IPv6'
  /** The event that starts it. */
  entry: string
  summary: string
  /** A remark if the calls are possible, but rare, or without effect. */
  reachability?: string
  /** Outermost first. */
  frames: Frame[]
}

/** A call stack of `reference/call-stacks.json`, whose texts are in {@link codeLanguage}. */
export interface Stack {
  /** Its line in the file. */
  at: number
  id: string
  /** The function or op at its end. */
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

/** Calls in the kernel tree, checked against its source. */
export interface Edges {
  commit: string
  /** Hash of the C file from which they were taken. */
  sha256: string
  files: string[]
  /** Definitions of the last functions of call stacks: number of the file, function, line. */
  definitions: [number, string, number][]
  edges: Edge[]
}

/** The texts of the call stacks in another language. */
export interface StackTranslation {
  language: Language
  /** `reference/call-stacks.zh.json`: each text on a line of its own, after the text of `call-stacks.json`. */
  file: string
  /** By the texts of `call-stacks.json`. */
  texts: Readonly<Record<string, string>>
}

/** All call stacks: their texts in all languages, and the calls that they are checked against. */
export interface CallStacks {
  stacks: Stack[]
  translations: readonly StackTranslation[]
  edges: Edges
}

export const stacksFile = 'reference/call-stacks.json'
/** A pattern of the files of translations. */
const stackTranslationFiles = 'reference/call-stacks.*.json'
const edgesFile = 'reference/callgraph-edges.json'

/**
 * Reads the call stacks of the site in `siteDir`.
 *
 * @throws if a file is not JSON; the message begins with the file
 */
export function readCallStacks(siteDir: string): CallStacks {
  const read = (file: string) => readFileSync(join(siteDir, file), 'utf8')
  const parse = (file: string) => {
    try {
      return JSON.parse(read(file))
    } catch (error) {
      throw new Error(`${file}:1: ${(error as Error).message}`)
    }
  }
  const lines = read(stacksFile).split('\n')
  const lineOf = new Map(lines.map((line, index) => [/^ *"id": "(.*)"/.exec(line)?.[1], index + 1]))
  const { stacks }: { stacks: Omit<Stack, 'at'>[] } = parse(stacksFile)
  return {
    stacks: stacks.map((stack) => ({ ...stack, at: lineOf.get(stack.id) ?? 1 })),
    translations: languages.flatMap((language) => {
      const file = stackTranslationFiles.replace('*', language)
      return existsSync(join(siteDir, file)) ? [{ language, file, texts: parse(file) }] : []
    }),
    edges: parse(edgesFile),
  }
}

/** Returns a call stack in the language of a page. */
export function callStackIn(
  language: Language,
  stack: Stack,
  translations: readonly StackTranslation[],
): CallStackData {
  const { id, context, ip, reachability, steps } = stack
  const translate = (text: string) => {
    const others = translations.flatMap(({ language, texts }) =>
      texts[text] ? [[language, texts[text]]] : [],
    )
    return textIn<string>({ [codeLanguage]: text, ...Object.fromEntries(others) }, language)
  }
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
