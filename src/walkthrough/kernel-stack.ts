import type { CallStackData, Context } from '../../reference/call-stacks.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { isTestOrScenario, type WalkFrame } from '../recorder/recording.ts'
import type { LinesByStatement } from './statement-lines.ts'
import type { Twin } from './twins.ts'

/** The names in the kernel of a function of the model. */
export interface KernelName {
  /** One name, or two of IPv4 and IPv6 twins. */
  names: string[]
  /** The lines of each of them, if they are in `mptcp_fullmesh.c`. */
  lines?: [first: number, last: number][]
}

/** The names and call stacks of the kernel that walks show, in one language. */
export interface Kernel {
  /** By file and function: `examples/kernel/tcp-output.ts sendAck`. */
  names: Record<string, KernelName>
  stacks: CallStackData[]
  /** The call stacks of functions of the model whose callee alone does not determine them: ids, or their beginnings. */
  byFunction: Record<string, string[]>
  /** The lines of C for each statement of the model. */
  statements: LinesByStatement
}

/** A line of the call stack as a walk shows it. */
export interface ShownFrame {
  /** The function in C; absent for a test, a scenario, and functions of the model only. */
  names?: string[]
  /** The place in C. */
  file?: string
  line?: number
  /** The lines of the functions, if they are in `mptcp_fullmesh.c`. */
  lines?: [first: number, last: number][]
  locks?: string
  /** The function in TypeScript; absent for a frame from the call graph only. */
  model?: WalkFrame
  isTestOrScenario?: true
}

/** The choice between several call stacks of a function. */
interface Choice {
  /** The first function of the stacks and the last, separated by a space. */
  key: string
  target: string
  stacks: CallStackData[]
  chosen: string
}

/** The call stack of a step as a walk shows it. */
export interface ShownStack {
  frames: ShownFrame[]
  contexts: Context[]
  choices: Choice[]
}

/** Whether an id is one of `ids`, or begins with one of them that ends in `-`. */
export function isAmong(id: string, ids: string[]): boolean {
  return ids.some((other) => id === other || (other.endsWith('-') && id.startsWith(other)))
}

/**
 * Returns the call stack of a step as it is in the kernel: the functions of the model under their C names, and between
 * them the functions of the stored call stacks.
 *
 * @param chosen ids of the call stacks that the reader chose, by {@link Choice.key}
 * @param family the family of the sessions' addresses
 */
export function kernelStack(
  walked: WalkFrame[],
  { names, stacks, byFunction }: Kernel,
  chosen: ReadonlyMap<string, string>,
  family: Twin,
): ShownStack {
  const frames: ShownFrame[] = []
  const choices: Choice[] = []
  let contexts: Context[] | undefined
  /** The functions of `examples/kernel` and `examples/host` since the last function of the C file. */
  let between: WalkFrame[] = []
  /** The last function of the C file, as shown. */
  let outer: ShownFrame | undefined

  const showBetween = () => {
    for (const frame of between) {
      const named = names[keyOf(frame)]
      if (named) frames.push({ names: named.names, model: frame })
    }
  }

  for (const frame of walked) {
    const named = names[keyOf(frame)]
    if (isTestOrScenario(frame.file)) {
      frames.push({ model: frame, isTestOrScenario: true })
    } else if (named?.lines) {
      const shown: ShownFrame = {
        ...{ names: named.names, file: fullmeshFile, line: named.lines[0]?.[0] ?? 1, lines: named.lines },
        model: frame,
      }
      if (between.length > 0) {
        const paths = pathsTo(named.names, outer?.names, between, { stacks, byFunction }, family)
        const key = [outer?.names?.[0] ?? between[0]?.fn, named.names[0]].join(' ')
        const path = paths.find(({ stack }) => stack.id === chosen.get(key)) ?? paths[0]
        if (path) {
          const { stack, from, to } = path
          contexts ??= outer ? undefined : stack.contexts
          const caller = stack.frames[from - 1]
          if (outer && caller)
            Object.assign(outer, { line: caller.line }, caller.locks && { locks: caller.locks })
          for (const { function: name, file, line, locks } of stack.frames.slice(from, to)) {
            frames.push({ names: [name], file, line, ...(locks && { locks }) })
          }
          const end = stack.frames[to]
          if (end?.locks) shown.locks = end.locks
          if (paths.length > 1) {
            const target = named.names[0] ?? ''
            choices.push({ key, target, stacks: paths.map(({ stack }) => stack), chosen: stack.id })
          }
        } else {
          showBetween()
        }
      }
      frames.push(shown)
      outer = shown
      between = []
    } else if (/^examples\/(kernel|host)\//.test(frame.file)) {
      between.push(frame)
    } else {
      frames.push({ model: frame })
    }
  }
  showBetween()
  // The function of the step, also one of the model's host that the kernel does not have.
  const last = walked.at(-1)
  if (last && frames.at(-1)?.model !== last) frames.push({ model: last })
  return { frames, contexts: contexts ?? [], choices }
}

/** A call stack, with the part that is shown. */
interface Path {
  stack: CallStackData
  /** The first frame that is not in the model, and the frame after the last such frame. */
  from: number
  to: number
}

/** Returns the call stacks from `outer`, or from the first function of the kernel, to `target`; the default first. */
function pathsTo(
  target: string[],
  outer: string[] | undefined,
  between: WalkFrame[],
  { stacks, byFunction }: Pick<Kernel, 'stacks' | 'byFunction'>,
  family: Twin,
): Path[] {
  const allowed = between.map(({ fn }) => byFunction[fn]).findLast((ids) => ids)
  const paths = stacks.flatMap((stack): Path[] => {
    const to = stack.frames.findIndex(({ function: name }) => target.includes(name))
    if (to < 1) return []
    if (!outer) {
      const isFirst = stack.frames.slice(0, to).every(({ file }) => file !== fullmeshFile)
      return isFirst && (!allowed || isAmong(stack.id, allowed)) ? [{ stack, from: 0, to }] : []
    }
    const at = stack.frames.findIndex(({ function: name }) => outer.includes(name))
    return at >= 0 && at < to ? [{ stack, from: at + 1, to }] : []
  })
  // A stack that goes on to another function is shown only if no stack ends here.
  const ending = paths.filter(({ stack, to }) => to === stack.frames.length - 1)
  const distinct = new Map<string, Path>()
  for (const path of ending.length > 0 ? ending : paths) {
    const { stack, from, to } = path
    const places = stack.frames.slice(from, to).map(({ file, line }) => `${file}:${line}`)
    const key = [stack.contexts, ...places].join(' ')
    if (!distinct.has(key)) distinct.set(key, path)
  }
  const isOther = ({ stack }: Path) => Number(stack.ip !== undefined && stack.ip !== family)
  // Most segments arrive in softirq: those stacks come first.
  const isLater = ({ stack }: Path) =>
    Number(!!outer || !!stack.reachability || !stack.contexts.includes('softirq'))
  return [...distinct.values()].sort((a, b) => isOther(a) - isOther(b) || isLater(a) - isLater(b))
}

function keyOf({ file, fn }: WalkFrame): string {
  return `${file} ${fn}`
}

/** Joins the names of twins: `mptcp_addv{4,6}_raddr`. */
export function oneName([first = '', second]: string[]): string {
  if (!second) return first
  const at = [...first].findIndex((letter, index) => letter !== second[index])
  const isTwin = first.slice(at + 1) === second.slice(at + 1)
  return isTwin
    ? `${first.slice(0, at)}{${first[at]},${second[at]}}${first.slice(at + 1)}`
    : `${first} / ${second}`
}
