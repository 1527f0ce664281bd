import type { VNode } from 'preact'
import { description } from '../../recorder/state.ts'
import { inWords } from '../describe.ts'
import { Facts, factsOf, History } from './Facts.tsx'
import { PanelHead, type ShownLater } from './panel.tsx'
import { Marked } from './Text.tsx'

/** The work queue: what runs, what is queued, what sleeps, and the armed timers. */
export function QueuePanel(props: ShownLater): VNode {
  const { scene, words } = props
  const { queue } = scene.step.after
  const running = scene.stack.contexts[0] === 'workqueue' && scene.cFrames[0]?.name
  const { item } = description.of.queue.of.timers
  const timers = Object.entries(queue.timers).sort(([, a], [, b]) => a - b)
  return (
    <section class="stage__panel" data-panel="queue" data-pane="stack">
      <PanelHead title={words.queue}>
        {running && (
          <span class="stage__aside">
            {words.running} <code>{running}</code>
          </span>
        )}
      </PanelHead>
      <Facts facts={factsOf(description.of.queue, queue, ['queue'], props)} />
      <ul class="stage__list">
        {timers.map(([name, due]) => {
          const path = ['queue', 'timers', name]
          return (
            <li>
              <code>{name}</code>{' '}
              <Marked is={scene.step.changes.some(([changed]) => changed[2] === name)}>
                {inWords(item.show(due), words)}
              </Marked>
              <History path={path} name={name} course={props.course} view={props.view} words={words} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
