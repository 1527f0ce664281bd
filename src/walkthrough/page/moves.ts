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
type Choice =
  | 'goto'
  | 'line'
  | 'pin'
  | 'session'
  | 'tab'
  | 'jump'
  | 'mark'
  | 'compare'
  | 'keys'
  | 'list'
  | 'leave'

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
  t: 'pin',
  i: 'list',
  '?': 'keys',
}

/** Keys that choose a kind of event, and go to the next one. */
export const kindKeys: Record<string, Kind> = { c: 'change', l: 'log', s: 'segment' }

/** Keys that go to a state change, whatever kind is chosen. */
export const changeKeys: Record<string, Move> = { PageDown: 'next', PageUp: 'previous' }

/**
 * Returns the index of the step to which a move goes. Over calls it goes at most to the first or last step; undefined if
 * no other step has an event of the kind.
 */
export function destination(
  move: Move,
  steps: readonly Step[],
  from: number,
  kind: Kind,
  kindOfField: FieldKinds | undefined,
): number | undefined {
  const depth = steps[from]?.frames.length ?? 0
  const isOver = ({ frames }: Step) => frames.length <= depth
  const isEvent = (step: Step) => isOfKind(kind, step, kindOfField)
  const found = (index: number) => (index < 0 ? undefined : index)
  const next = (is: (step: Step) => boolean) =>
    found(steps.findIndex((step, index) => index > from && is(step)))
  const previous = (is: (step: Step) => boolean) =>
    found(steps.findLastIndex((step, index) => index < from && is(step)))
  const destinations: Record<Move, () => number | undefined> = {
    back: () => Math.max(0, from - 1),
    forward: () => Math.min(from + 1, steps.length - 1),
    over: () => next(isOver) ?? steps.length - 1,
    unover: () => previous(isOver) ?? 0,
    next: () => next(isEvent),
    previous: () => previous(isEvent),
    first: () => 0,
    last: () => steps.length - 1,
  }
  return destinations[move]()
}
