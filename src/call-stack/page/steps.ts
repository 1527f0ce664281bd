import type { Words } from '../words.ts'

/** A frame as its page shows it. All of it is HTML. */
export interface FrameInWords {
  name: string
  /** The link to its line. */
  place: string
  /** Undefined if that is as in the frame before. */
  locks: string | undefined
  /** Through which pointer it calls, under which condition, and so on. */
  more: string[]
}

/**
 * One step of a call stack in words, as HTML: which function calls which, where, and in which context; the locks at that
 * moment, which may be those of an earlier frame; the condition. The last step names the function that was reached, and
 * has links to what is about it.
 *
 * @param depth of the frame that is at work, from 0
 * @param context what all of it may run in
 * @param ways on from the last frame: links
 */
export function stepInWords(
  frames: FrameInWords[],
  depth: number,
  context: string,
  ways: string[],
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
    ...(callee ? [] : ways),
  ]
    .map((line) => `<span class="call-stack__line">${line}</span>`)
    .join(' ')
}
