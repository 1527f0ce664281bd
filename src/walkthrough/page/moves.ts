/** The moves from a step to another, and their keys. */

import type { Step } from '../../recorder/recording.ts'
import { type FieldKinds, isOfKind, type Kind } from '../kinds.ts'

/** `over` and `unover` skip calls; `next` and `previous` go to events of the chosen kind. */
export type Move = 'back' | 'forward' | 'over' | 'unover' | 'next' | 'previous' | 'first' | 'last'

const moves: readonly string[] = [
  'back',
  'forward',
  'over',
  'unover',
  'next',
  'previous',
  'first',
  'last',
] satisfies Move[]

/** Whether an action is a move to another step. */
export function isMove(action: Action): action is Move {
  return moves.includes(action)
}

/** What a control does. `goto`, `line`, `pin`, `session`, `tab` and `jump` have their object in another attribute. */
type Choice = 'goto' | 'line' | 'pin' | 'session' | 'tab' | 'jump' | 'mark' | 'compare' | 'keys' | 'leave'

/** The action of a control. */
export type Action = 'start' | 'close' | 'play' | Choice | Move

/** The keys of the actions. */
export const keys: Record<string, Action> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  ArrowDown: 'over',
  ArrowUp: 'unover',
  Home: 'first',
  End: 'last',
  ' ': 'play',
  n: 'next',
  p: 'previous',
  m: 'mark',
  d: 'compare',
  '?': 'keys',
}

/** Keys that choose a kind of event, and go to the next one. */
export const kindKeys: Record<string, Kind> = { c: 'change', l: 'log', s: 'segment' }

/** Keys that go to a state change, whatever kind is chosen. */
export const changeKeys: Record<string, Move> = { PageDown: 'next', PageUp: 'previous' }

/** Returns the index of the step to which a move goes; without an event of the kind, that of the first or last step. */
export function destination(
  move: Move,
  steps: readonly Step[],
  from: number,
  kind: Kind,
  kindOfField: FieldKinds | undefined,
): number {
  const depth = steps[from]?.frames.length ?? 0
  const isOver = ({ frames }: Step) => frames.length <= depth
  const isEvent = (step: Step) => isOfKind(kind, step, kindOfField)
  const next = (is: (step: Step) => boolean) => {
    const found = steps.findIndex((step, index) => index > from && is(step))
    return found < 0 ? steps.length - 1 : found
  }
  const previous = (is: (step: Step) => boolean) =>
    Math.max(
      0,
      steps.findLastIndex((step, index) => index < from && is(step)),
    )
  const destinations: Record<Move, () => number> = {
    back: () => Math.max(0, from - 1),
    forward: () => Math.min(from + 1, steps.length - 1),
    over: () => next(isOver),
    unover: () => previous(isOver),
    next: () => next(isEvent),
    previous: () => previous(isEvent),
    first: () => 0,
    last: () => steps.length - 1,
  }
  return destinations[move]()
}
