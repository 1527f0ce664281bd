import type { Step } from '../../recorder/recording.ts'

/** Events that a reader may jump to. */
export type Kind = 'change' | 'log' | 'segment' | 'join' | 'worker' | 'event' | 'timer' | 'lock' | 'slot'

/** Tells whether a step is an event of a kind. */
export const isOfKind: Record<Kind, (step: Step) => boolean> = {
  change: ({ changes }) => changes.length > 0,
  log: ({ added }) => added > 0,
  segment: logged(/^\[\d+\] (ack|tx) /),
  join: logged(/^\[\d+\] join /),
  worker: logged(/^\[\d+\] run /),
  event: changed(/^namespaces\|[^|]+\|events$/),
  timer: changed(/^queue\|timers\|/),
  lock: changed(/\|(mutex|owned)$/),
  slot: changed(/\|(local|remotes)\|/),
}

function logged(pattern: RegExp) {
  return ({ log, added }: Step) => log.slice(log.length - added).some((line) => pattern.test(line))
}

function changed(pattern: RegExp) {
  return ({ changes }: Step) => changes.some(([path]) => pattern.test(path))
}
