import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallStackData, Context, Frame } from '../call-stack.ts'
import { fullmeshFile } from '../../../reference/kernel-source.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'

/** One of `reference/call-stacks.json`, in English. */
export interface Stack {
  /** Its line in the file. */
  at: number
  id: string
  /** The function or the op that it is there to show. */
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
export type Edge = [number, string, number, string] | [number, string, number, string, string, number, number]

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

/** The call stacks of the site: what they say, in both languages, and what they have to agree with. */
export interface Reference {
  stacks: Stack[]
  /** Chinese by English. */
  chinese: Record<string, string>
  edges: Edges
}

export const stacksFile = 'reference/call-stacks.json'
export const chineseFile = 'reference/call-stacks.zh.json'
export const edgesFile = 'reference/callgraph-edges.json'

/** Reads the call stacks of the site in `siteDir`. */
export function readReference(siteDir: string): Reference {
  const read = (file: string) => readFileSync(join(siteDir, file), 'utf8')
  const text = read(stacksFile)
  const lineOf = (id: string) => text.slice(0, text.indexOf(`"id": "${id}"`)).split('\n').length
  const stacks: Omit<Stack, 'at'>[] = JSON.parse(text).stacks
  return {
    stacks: stacks.map((stack) => ({ ...stack, at: lineOf(stack.id) })),
    chinese: JSON.parse(read(chineseFile)),
    edges: JSON.parse(read(edgesFile)),
  }
}

/** A call stack as a page shows it, in the language of a tag such as `zh-Hans`. */
export function tell(stack: Stack, chinese: Record<string, string>, language: string): CallStackData {
  const { id, context, ip, reachability, steps } = stack
  const said = (text: string) => (language.startsWith('en') ? text : (chinese[text] ?? text))
  return {
    id,
    contexts: context.startsWith('any ') ? [] : (context.split(' or ') as Context[]),
    ...(ip !== 'any' && { ip }),
    entry: said(stack.entry),
    summary: said(stack.summary),
    ...(reachability && { reachability: said(reachability) }),
    frames: steps.map((step) => ({
      ...step,
      ...(step.locks && { locks: said(step.locks) }),
      ...(step.condition && { condition: said(step.condition) }),
      ...(step.note && { note: said(step.note) }),
    })),
  }
}

/** The address of the note about the innermost function of a stack in `mptcp_fullmesh.c`, if there is one. */
export function pageAbout({ steps }: Stack, baseUrl: string): string | undefined {
  const name = steps.findLast(({ file }) => file === fullmeshFile)?.function
  const page = (pageOf as Record<string, string>)[name ?? '']
  return page && `${baseUrl}${page.replace(/(?=#|$)/, '/')}`
}

/** Checks that every call of every stack is one that the kernel makes. Returns one message for each that is not. */
export function checkCalls(stacks: Stack[], { files, edges, definitions }: Edges): string[] {
  const calls = new Set(
    edges.map(([file, name, line, callee, ...pointer]) => {
      const [pointed, at = 0, where] = pointer
      return key(files[file], name, line, callee, ...(pointed ? [pointed, files[at], where] : []))
    }),
  )
  const ends = new Set(definitions.map(([file, name, line]) => key(files[file], name, line)))
  return stacks.flatMap(({ at, id, steps }) =>
    steps.flatMap(({ file, function: name, line, through }, depth) => {
      const place = `${stacksFile}:${at}: ${id}, step ${depth + 1}`
      const callee = steps[depth + 1]?.function
      if (!callee) {
        return ends.has(key(file, name, line)) ? [] : [`${place}: ${name} is not defined at ${file}:${line}`]
      }
      const pointer = through ? [through.pointer, through.file, through.line] : []
      if (calls.has(key(file, name, line, callee, ...pointer))) return []
      const way = through ? ` through ${through.pointer}, set at ${through.file}:${through.line}` : ''
      return [`${place}: ${name} does not call ${callee} at ${file}:${line}${way}`]
    }),
  )
}

function key(...parts: unknown[]): string {
  return parts.join(' ')
}

/** Checks that every text has its Chinese, and all Chinese its text. Returns one message for each that has not. */
export function checkChinese(stacks: Stack[], chinese: Record<string, string>): string[] {
  const used = new Map<string, Stack>()
  for (const stack of stacks) {
    const { entry, summary, reachability, steps } = stack
    const texts = [
      entry,
      summary,
      reachability,
      ...steps.flatMap((step) => [step.locks, step.condition, step.note]),
    ]
    for (const text of texts) if (text && !isName(text)) used.set(text, stack)
  }
  return [
    ...[...used]
      .filter(([text]) => !chinese[text])
      .map(([text, { at, id }]) => `${stacksFile}:${at}: ${id}: "${text}" has no Chinese in ${chineseFile}`),
    ...Object.keys(chinese).flatMap((text, index) =>
      used.has(text) ? [] : [`${chineseFile}:${index + 2}: "${text}" is said by no call stack`],
    ),
  ]
}

/** True for nothing but `code`, which is the same in any language. */
function isName(text: string): boolean {
  return /^`[^`]+`$/.test(text)
}
