import type { CallStackData } from '../../reference/call-stacks.ts'

/** A call stack on a page. */
export interface PlayableStack extends CallStackData {
  /** The address of the module that steps through it. */
  player: string
  /** The address of the note about its innermost function in `mptcp_fullmesh.c`, if it has one. */
  page: string | undefined
}
