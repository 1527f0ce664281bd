import { fullmeshFile } from '../../../reference/kernel-source.ts'
import type { Step } from '../../recorder/recording.ts'
import type { ShownFrame } from '../kernel-stack.ts'

/** A frame of `mptcp_fullmesh.c`. Where the C file has twins it has the names of both. */
interface CFrame {
  names: string[]
  line: number
}

/**
 * The frames that are in `mptcp_fullmesh.c`, as `<full-mesh-c>` takes them:
 * `full_mesh_new_session:1242 mptcp_addv4_raddr,mptcp_addv6_raddr:144`.
 *
 * @param family whose twin comes first
 */
export function writeFrames(frames: ShownFrame[], family: 'IPv4' | 'IPv6'): string {
  const other = family === 'IPv4' ? '6' : '4'
  const isOther = (name: string) => Number(name.includes(other))
  return frames
    .filter(({ file }) => file === fullmeshFile)
    .map(({ names = [], line }) => `${names.toSorted((a, b) => isOther(a) - isOther(b))}:${line}`)
    .join(' ')
}

/** Reads what {@link writeFrames} wrote. */
export function readFrames(text: string): CFrame[] {
  return [...text.matchAll(/(\S+):(\d+)/g)].map(([, names = '', line]) => ({
    names: names.split(','),
    line: Number(line),
  }))
}

/**
 * The family of the addresses that a call of twins is about, by what the call changes.
 *
 * @param frames those of the step at `index`
 * @returns nothing if there is no such call, or it changes nothing of one family only
 */
export function familyOfTwins(
  frames: ShownFrame[],
  steps: Step[],
  index: number,
): 'IPv4' | 'IPv6' | undefined {
  const twins = frames.findLast(({ names = [], file }) => file === fullmeshFile && names.length > 1)?.model
  const depth = twins ? (steps[index]?.frames.indexOf(twins) ?? 0) : 0
  const caller = steps[index]?.frames[depth - 1]
  if (!twins || !caller) return undefined
  const isInCall = (step: Step | undefined) =>
    step?.frames[depth - 1] === caller && step.frames[depth]?.fn === twins.fn
  let [first, end] = [index, index]
  while (isInCall(steps[first - 1])) first--
  while (isInCall(steps[end])) end++
  const changed = steps
    .slice(first, end)
    .flatMap(({ changes }) => changes.map((change) => JSON.stringify(change)))
  const isOf = (mark: RegExp) => changed.some((change) => mark.test(change))
  const [is4, is6] = [isOf(/\|v4\||\d\.\d+\.\d/), isOf(/\|v6\||[\da-f]:[\da-f]*:/)]
  return is4 === is6 ? undefined : is6 ? 'IPv6' : 'IPv4'
}
