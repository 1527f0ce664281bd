import type { CallStackData, Context } from '../../reference/call-stacks.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { isTestOrScenario, type WalkFrame } from '../recorder/recording.ts'
import type { Twin } from './twins.ts'

/** What a function of the model is called in the kernel. */
export interface KernelName {
  /** One name, or two of IPv4 and IPv6 twins. */
  names: string[]
  /** Where it is defined in `mptcp_fullmesh.c`, if it is. */
  line?: number
}

/** What walks need to know of the kernel, in one language. */
export interface Kernel {
  /** By file and function: `examples/kernel/tcp-output.ts sendAck`. */
  names: Record<string, KernelName>
  stacks: CallStackData[]
}

/** A line of the call stack as a walk shows it. */
export interface ShownFrame {
  /** The function in C; absent for the test, and for what exists in the model only. */
  names?: string[]
  /** The place in C. */
  file?: string
  line?: number
  locks?: string
  /** The function in TypeScript; absent for a frame that is known from the call graph only. */
  model?: WalkFrame
  isTestOrScenario?: true
}

/** Several call stacks lead to a function: they, and the one that is shown. */
interface Choice {
  /** The function from which they lead, and the one to which. */
  key: string
  target: string
  stacks: CallStackData[]
  chosen: string
}

export interface ShownStack {
  frames: ShownFrame[]
  contexts: Context[]
  choices: Choice[]
}

/**
 * Which call stacks a function of the model stands for, where the name of what it calls is not enough to know. Each is
 * an id, or the beginning of ids: `fully_established-`.
 */
export const stacksByFunction: Record<string, string[]> = {
  connect: numbered('new_session', '01 02 09 10 11'),
  accept: numbered('new_session', '12 13 14 19'),
  establish: ['fully_established-'],
  pathArrayCheck: ['new_remote_address-'],
  receiveAddAddr: ['add_raddr-'],
  receiveRemoveAddr: ['rem_raddr-'],
  addAddress: [...numbered('mptcp_pm_inetaddr_event', '01'), ...numbered('inet6_addr_event', '01 05 06')],
  removeAddress: [
    ...numbered('mptcp_pm_inetaddr_event', '02 03 14'),
    ...numbered('inet6_addr_event', '07 08 09'),
  ],
  bringUp: numbered('netdev_event', '17 18'),
  bringDown: [], // no call stack is stored of a device that goes down
  setMultipath: numbered('netdev_event', '05 06'),
  change: numbered('netdev_event', '13 14'),
  closeSubflow: [...numbered('delete_subflow', '01 02'), ...numbered('release_sock', '23')],
  insmod: ['full_mesh_register-', ...numbered('netdev_event', '21 22'), 'mptcp_fm_init_net-'],
  releaseSock: numbered('release_sock', '01 04 07 08 19 22'),
}

function numbered(target: string, numbers: string): string[] {
  return numbers.split(' ').map((number) => `${target}-${number}`)
}

/** Whether an id is one of `ids`, or begins like one of them that is the beginning of ids. */
export function isAmong(id: string, ids: string[]): boolean {
  return ids.some((other) => id === other || (other.endsWith('-') && id.startsWith(other)))
}

/**
 * The call stack of a step as it is in the kernel: the functions of the model under their C names, and between them
 * those that the kernel has there, from the stored call stacks.
 *
 * @param chosen ids of call stacks that the reader prefers, by {@link Choice.key}
 * @param family of the addresses that the sessions use
 */
export function kernelStack(
  walked: WalkFrame[],
  { names, stacks }: Kernel,
  chosen: ReadonlyMap<string, string>,
  family: Twin,
): ShownStack {
  const frames: ShownFrame[] = []
  const choices: Choice[] = []
  let contexts: Context[] | undefined
  /** Functions of the model's kernel since the last function of the file. */
  let between: WalkFrame[] = []
  /** The last function of the file, as shown. */
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
    } else if (named?.line !== undefined) {
      const shown: ShownFrame = { names: named.names, file: fullmeshFile, line: named.line, model: frame }
      if (between.length > 0) {
        const ways = waysTo(named.names, outer?.names, between, stacks, family)
        const key = [outer?.names?.[0] ?? between[0]?.fn, named.names[0]].join(' ')
        const way = ways.find(({ stack }) => stack.id === chosen.get(key)) ?? ways[0]
        if (way) {
          const { stack, from, to } = way
          contexts ??= outer ? undefined : stack.contexts
          const caller = stack.frames[from - 1]
          if (outer && caller)
            Object.assign(outer, { line: caller.line }, caller.locks && { locks: caller.locks })
          for (const { function: name, file, line, locks } of stack.frames.slice(from, to)) {
            frames.push({ names: [name], file, line, ...(locks && { locks }) })
          }
          const end = stack.frames[to]
          if (end?.locks) shown.locks = end.locks
          if (ways.length > 1) {
            const target = named.names[0] ?? ''
            choices.push({ key, target, stacks: ways.map(({ stack }) => stack), chosen: stack.id })
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
  return { frames, contexts: contexts ?? [], choices }
}

interface Way {
  stack: CallStackData
  /** The first frame that is not in the model, and the one after the last such frame. */
  from: number
  to: number
}

function waysTo(
  target: string[],
  outer: string[] | undefined,
  between: WalkFrame[],
  stacks: CallStackData[],
  family: Twin,
): Way[] {
  const entrance = between.map(({ fn }) => stacksByFunction[fn]).findLast((ids) => ids)
  const ways = stacks.flatMap((stack): Way[] => {
    const to = stack.frames.findIndex(({ function: name }) => target.includes(name))
    if (to < 1) return []
    if (!outer) {
      const isFirst = stack.frames.slice(0, to).every(({ file }) => file !== fullmeshFile)
      return isFirst && (!entrance || isAmong(stack.id, entrance)) ? [{ stack, from: 0, to }] : []
    }
    const at = stack.frames.findIndex(({ function: name }) => outer.includes(name))
    return at >= 0 && at < to ? [{ stack, from: at + 1, to }] : []
  })
  // A stack that leads on to another function is shown only if there are no others.
  const ending = ways.filter(({ stack, to }) => to === stack.frames.length - 1)
  const distinct = new Map<string, Way>()
  for (const way of ending.length > 0 ? ending : ways) {
    const { stack, from, to } = way
    const places = stack.frames.slice(from, to).map(({ file, line }) => `${file}:${line}`)
    const key = [stack.contexts, ...places].join(' ')
    if (!distinct.has(key)) distinct.set(key, way)
  }
  const isOther = ({ stack }: Way) => Number(stack.ip !== undefined && stack.ip !== family)
  // Most segments arrive in softirq: those stacks come first.
  const isLater = ({ stack }: Way) =>
    Number(!!outer || !!stack.reachability || !stack.contexts.includes('softirq'))
  return [...distinct.values()].sort((a, b) => isOther(a) - isOther(b) || isLater(a) - isLater(b))
}

function keyOf({ file, fn }: WalkFrame): string {
  return `${file} ${fn}`
}

/** The name of twins: `mptcp_addv{4,6}_raddr`. */
export function oneName([first = '', second]: string[]): string {
  if (!second) return first
  const at = [...first].findIndex((letter, index) => letter !== second[index])
  const isTwin = first.slice(at + 1) === second.slice(at + 1)
  return isTwin
    ? `${first.slice(0, at)}{${first[at]},${second[at]}}${first.slice(at + 1)}`
    : `${first} / ${second}`
}
