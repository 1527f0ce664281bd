import type { VNode } from 'preact'
import type { Path } from '../../recorder/diff.ts'
import type { Label, Node } from '../../recorder/field.ts'
import { inWords, shownIn } from '../describe.ts'
import { around } from '../history.ts'
import type { PanelWords } from '../panel-words.ts'
import { isChangedBy } from './changed.ts'
import type { ShownLater } from './panel.tsx'
import { Marked } from './Text.tsx'
import type { Course, View } from './view.ts'

/** A value of the state, as a row of a table. */
export interface Fact {
  path: Path
  name: string
  /** The name is one of the C file. */
  isCode: boolean
  text: string
  isChanged: boolean
}

/** Returns a fact for each listed field of `node`, and of the parts in it that have no name. */
export function factsOf(
  node: Node,
  value: unknown,
  path: Path,
  { scene: { step }, words }: Pick<ShownLater, 'scene' | 'words'>,
): Fact[] {
  if (node.is !== 'part') return []
  return Object.entries(node.of).flatMap(([key, child]) => {
    const at = [...path, key]
    const inner = (value as Record<string, unknown>)[key]
    if (child.is === 'each' || child.isListed?.(inner) === false) return []
    if (child.is === 'part')
      return child.name ? [] : factsOf(child, inner, at, { scene: { step }, words } as ShownLater)
    const label: Label = child.label ?? key
    return {
      path: at,
      name: inWords(label, words),
      isCode: typeof label === 'string',
      text: shownIn(child, inner, words),
      isChanged: isChangedBy(step.changes, at),
    }
  })
}

/** The facts as a table, each with its history. */
export function Facts({ facts, ...shown }: { facts: readonly Fact[] } & Partial<ShownLater>): VNode {
  const { course, view, words } = shown
  return (
    <dl class="walk__facts">
      {facts.map(({ path, name, isCode, text, isChanged }) => (
        <div>
          <dt>{isCode ? <code>{name}</code> : name}</dt>
          <dd>
            <Marked is={isChanged}>{text}</Marked>
            {course && view && words && (
              <History path={path} name={name} course={course} view={view} words={words} canPin />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Links to the step that last changed a value and to the next that will; and a button that pins it to the time line. */
export function History({
  path,
  name,
  course,
  view,
  words,
  canPin,
}: {
  path: Path
  name: string
  course: Course
  view: View
  words: PanelWords
  canPin?: boolean
}): VNode {
  const [before, after] = around(course.history.of(path), view.index)
  const isPinned = view.pins.some((pin) => pin.join() === path.join())
  return (
    <span class="stage__history">
      {before !== undefined && (
        <Goto step={before + 1} mark={`◂${before + 1}`} title={words.lastChange(name, before + 1)} />
      )}
      {after !== undefined && (
        <Goto step={after + 1} mark={`${after + 1}▸`} title={words.nextChange(name, after + 1)} />
      )}
      {canPin && (before !== undefined || after !== undefined || isPinned) && (
        <button
          type="button"
          data-action="pin"
          data-path={JSON.stringify(path)}
          aria-pressed={isPinned}
          title={words.pin(name)}
          aria-label={words.pin(name)}
        >
          {isPinned ? '★' : '☆'}
        </button>
      )}
    </span>
  )
}

/** A button that goes to a step. */
function Goto({ step, mark, title }: { step: number; mark: string; title: string }): VNode {
  return (
    <button type="button" data-action="goto" data-step={step} title={title} aria-label={title}>
      {mark}
    </button>
  )
}
