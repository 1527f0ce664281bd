/** In what a function runs. */
export type Context = 'process' | 'softirq' | 'workqueue'

/** A place in the kernel tree. */
export interface Place {
  file: string
  line: number
}

/**
 * One function of a call stack. Its line is that of the call to the next; of the last function, that of its definition.
 *
 * Texts may hold `code` between backticks.
 */
export interface Frame extends Place {
  function: string
  /** What is held, or taken, when it makes its call; absent if that is as in the frame before, or nothing. */
  locks?: string
  /** When it makes the call; absent if always. */
  condition?: string
  /** The call goes through a pointer, and here, in this symbol, the next function is stored in it. */
  through?: Place & { pointer: string; in: string }
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
  /** Said if the way is there, but seldom taken, or for nothing. */
  reachability?: string
  /** From the outside in. */
  frames: Frame[]
}

/** A call stack on a page. */
export interface PlayableStack extends CallStackData {
  /** The address of the module that steps through it. */
  player: string
  /** The address of the note about its innermost function in `mptcp_fullmesh.c`, if it has one. */
  page: string | undefined
}

/** The name under which the build generates what a page shows of these call stacks. */
export function dataName(ids: string[]): string {
  return ids.join('+')
}
