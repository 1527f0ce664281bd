import { type Family, familyOf, parseAddress } from '../../examples/kernel/inet.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import type { Change, Json } from '../recorder/diff.ts'
import type { Step } from '../recorder/recording.ts'
import type { ShownFrame } from './kernel-stack.ts'

/** Of functions that C has twice, the one for a family. */
export type Twin = 'IPv4' | 'IPv6'

/** The family of the addresses that the sessions use: IPv6 if all of them do. */
export function familyOfSessions({ after }: Step): Twin {
  const sources = Object.values(after.sessions).flatMap(({ subflows }) =>
    Object.values(subflows).map(({ source }) => source),
  )
  return sources.length > 0 && sources.every((source) => familyOf(source) === 'v6') ? 'IPv6' : 'IPv4'
}

/**
 * The family of the addresses that a call of twins is about, by what the call changes.
 *
 * @param frames those of the step at `index`
 * @returns nothing if there is no such call, or it changes nothing of one family only
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
    texts.flatMap((text) => (text === 'v4' || text === 'v6' ? text : (familyIn(text) ?? []))),
  )
  if (families.size !== 1) return undefined
  return families.has('v6') ? 'IPv6' : 'IPv4'
}

/** All names and texts of a change. */
function textsIn([path, value]: Change): string[] {
  const leaves = (value: Json | undefined): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leaves)
        : []
  return [...path, ...leaves(value)]
}

/** The family of an address; undefined for any other text. */
function familyIn(text: string): Family | undefined {
  return parseAddress(text) === undefined ? undefined : familyOf(text)
}
