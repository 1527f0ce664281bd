import type { CallStackData } from '../../reference/call-stacks.ts'

/** A call stack on a page. */
export interface PlayableStack extends CallStackData {
  /** The URL of the module that steps through it. */
  player: string
  /** The URL of the page about its innermost function in `mptcp_fullmesh.c`, if there is one. */
  page: string | undefined
}
