import { familyOf, parseAddress } from '../../examples/kernel/inet.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import type { Change, Json } from '../recorder/diff.ts'
import type { Step } from '../recorder/recording.ts'
import type { ShownFrame } from './kernel-stack.ts'

/** One of two functions in C that differ only in the family. */
export type Twin = 'IPv4' | 'IPv6'

/** Returns the family of the sessions' addresses: IPv6 if all are IPv6. */
export function familyOfSessions({ after }: Step): Twin {
  const sources = Object.values(after.sessions).flatMap(({ subflows }) =>
    Object.values(subflows).map(({ source }) => source),
  )
  return sources.length > 0 && sources.every((source) => familyOf(source) === 'v6') ? 'IPv6' : 'IPv4'
}

/**
 * Returns the family of a call of twins, by the changes of the call.
 *
 * @param frames the frames of the step at `index`
 * @returns undefined without such a call, or if its changes are not of exactly one family
 */
export function familyOfTwins(frames: ShownFrame[], steps: Step[], index: number): Twin | undefined {
  const twins = frames.findLast(({ names = [], file }) => file === fullmeshFile && names.length > 1)?.model
  const depth = twins ? (steps[index]?.frames.indexOf(twins) ?? 0) : 0
  const caller = steps[index]?.frames[depth - 1]
  if (!twins || !caller) return undefined
  const isInCall = (step: Step | undefined) =>
    step?.frames[depth - 1] === caller && step.frames[depth]?.fn === twins.fn
  let [first, end] = [index, index]
  while (isInCall(steps[first - 1])) first--
  while (isInCall(steps[end])) end++
  const texts = steps.slice(first, end).flatMap(({ changes }) => changes.flatMap(textsIn))
  const families = new Set(
    texts.flatMap((text) => {
      if (text === 'v4' || text === 'v6') return text
      return parseAddress(text) === undefined ? [] : familyOf(text)
    }),
  )
  if (families.size !== 1) return undefined
  return families.has('v6') ? 'IPv6' : 'IPv4'
}

/** Returns all names and texts of a change. */
function textsIn([path, value]: Change): string[] {
  const leaves = (value: Json | undefined): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leaves)
        : []
  return [...path, ...leaves(value)]
}
