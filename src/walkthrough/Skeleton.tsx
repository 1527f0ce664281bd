import type { ComponentChildren, VNode } from 'preact'
import type { Words } from './words.ts'

/** The content of a walk that has not begun: its name, its button, a place for the player, the list of its steps. */
export function Skeleton({
  name,
  words,
  children,
}: {
  name: ComponentChildren
  words: Words
  children?: ComponentChildren
}): VNode {
  return (
    <>
      <div class="walk__bar">
        <p class="walk__name">
          {words.title} {name}
        </p>
        <div class="walk__buttons" data-needs-js="">
          <button type="button" data-action="start">
            {words.start}
          </button>
        </div>
      </div>
      <div class="walk__player" hidden />
      {children}
    </>
  )
}
