import type { CallStackData } from '../../../reference/call-stacks.ts'
import { fullmeshFile } from '../../../reference/kernel-source.ts'
import { nothing } from '../../recorder/nothing.ts'
import type { Step } from '../../recorder/recording.ts'
import type { CFrame } from '../c-frames.ts'
import type { Kernel } from '../kernel-stack.ts'

/** Returns a step for each frame of a call stack. There is no model, so nothing changes. */
export function stepsOf({ frames }: CallStackData): Step[] {
  const state = nothing as Step['after']
  return frames.map(() => ({
    ...{ frames: [], lastLine: 0, changes: [], before: state, after: state },
    ...{ log: [], added: 0, sent: [], outcome: undefined, reads: [] },
  }))
}

/** Returns the frame at a step, if it is in `mptcp_fullmesh.c`. */
export function cFrameAt({ frames }: CallStackData, index: number, { names }: Kernel): CFrame | undefined {
  const frame = frames[index]
  if (frame?.file !== fullmeshFile) return undefined
  const { function: name, line } = frame
  for (const { names: all, lines } of Object.values(names)) {
    const scope = lines?.[all.indexOf(name)]
    if (scope) return { name, scope, now: [[line, line]] }
  }
  return { name, scope: [line, line], now: [[line, line]] }
}

/** The locks at a step: those of its frame, or of the last frame before it that names some. */
export function locksAt(
  { frames }: CallStackData,
  index: number,
): { locks: string; since?: string } | undefined {
  const at = frames.findLastIndex(({ locks }, depth) => depth <= index && locks)
  const { locks, function: name } = frames[at] ?? {}
  if (!locks || !name) return undefined
  return at === index ? { locks } : { locks, since: name }
}
