import type { Words } from '../words.ts'

/** The texts of a frame, as HTML. */
export interface FrameInWords {
  name: string
  /** The link to its line. */
  place: string
  /** Undefined if the locks are those of the frame before. */
  locks: string | undefined
  /** The pointer through which it calls, the condition, and so on. */
  more: string[]
}

/**
 * Describes one step of a call stack, as HTML: the caller, the called function, the place, the context; the locks, which
 * may be those of an earlier frame; the condition. The last step names the function that was reached, with the links.
 *
 * @param depth the index of the current frame, from 0
 * @param context the contexts of the whole stack
 * @param links links after the last step
 */
export function stepInWords(
  frames: FrameInWords[],
  depth: number,
  context: string,
  links: string[],
  words: Words,
): string {
  const { name = '', place = '', more = [] } = frames[depth] ?? {}
  const callee = frames[depth + 1]?.name
  const holder = frames.slice(0, depth + 1).findLast(({ locks }) => locks)
  const locks =
    holder && holder !== frames[depth] ? words.since(holder.locks ?? '', holder.name) : holder?.locks
  const what = callee ? words.calls(name, callee, place) : words.arrives(name, place)
  return [
    `<span class="walk__sr">${words.step(depth + 1, frames.length)}</span>${what} · ${context}`,
    ...(locks ? [locks] : []),
    ...more,
    ...(callee ? [] : links),
  ]
    .map((line) => `<span class="call-stack__line">${line}</span>`)
    .join(' ')
}
