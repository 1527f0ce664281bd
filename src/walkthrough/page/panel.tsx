import type { ComponentChildren, VNode } from 'preact'
import type { PanelWords } from '../panel-words.ts'
import type { Words } from '../words.ts'
import type { Course, Scene, View } from './view.ts'

/** Everything that a panel shows: the walk, the reader's choices, and what follows from them. */
export interface Shown {
  course: Course
  view: View
  scene: Scene
  /** The code of each file, line by line, as HTML. */
  code: ReadonlyMap<string, readonly string[]>
  words: Words
  /** The parts that are loaded after the first step. */
  later: typeof import('./later.ts') | undefined
}

/** What a panel shows that is loaded after the first step: it has words that the first step does not need. */
export interface ShownLater extends Shown {
  words: PanelWords
  later: typeof import('./later.ts')
}

/** The heading of a panel, and what stands at its end. */
export function PanelHead({
  title,
  children,
}: {
  title: ComponentChildren
  children?: ComponentChildren
}): VNode {
  return (
    <div class="stage__top">
      <h3>{title}</h3>
      {children}
    </div>
  )
}
