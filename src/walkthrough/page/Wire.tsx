import type { VNode } from 'preact'
import { LogText } from '../../island/log-text.tsx'
import { PanelHead, type ShownLater } from './panel.tsx'
import { QueuePanel } from './Queue.tsx'
import { Segment } from './Segment.tsx'
import { Marked } from './Text.tsx'

/** The work queue, the last segment, and the log. */
export function WirePanels(props: ShownLater): VNode {
  return (
    <>
      <QueuePanel {...props} />
      <SegmentPanel {...props} />
      <LogPanel {...props} />
    </>
  )
}

/** The last segment, with its options byte by byte. */
function SegmentPanel({ scene, view, words }: ShownLater): VNode {
  const { segment } = scene
  return (
    <section class="stage__panel" data-panel="segment" data-pane="wire">
      <PanelHead title={words.segment}>
        {segment && segment.index !== view.index && (
          <button type="button" class="stage__goto" data-action="goto" data-step={segment.index + 1}>
            ◂{segment.index + 1}
          </button>
        )}
      </PanelHead>
      {segment ? (
        <Segment sent={segment.sent} isNew={segment.index === view.index} words={words} />
      ) : (
        <p class="walk__calm">{words.none}</p>
      )}
    </section>
  )
}

/** All lines of the log of the walk, each leading to its step. A phone shows them with the time line, in place of the log. */
export function EventsPanel({ course, view, words }: ShownLater): VNode | null {
  if (!view.isNarrow || view.tab !== 'timeline') return null
  const firstLater = course.steps.findIndex(({ added }, index) => index > view.index && added > 0)
  return (
    <section class="stage__panel" data-panel="events" data-pane="timeline">
      <PanelHead title={words.log} />
      <ol class="stage__list">
        {course.steps.flatMap(({ log, added }, index) =>
          log.slice(log.length - added).map((line, at) => (
            <li data-later={index > view.index || undefined}>
              {index === firstLater && at === 0 && <p class="stage__aside">{words.laterLines}</p>}
              <button
                type="button"
                class="stage__event-line"
                data-action="goto"
                data-step={index + 1}
                aria-current={index === view.index ? 'step' : undefined}
              >
                {index + 1}
                {'  '}
                {line}
              </button>
            </li>
          )),
        )}
      </ol>
    </section>
  )
}

/** The log, with marks on the lines that the step added. It is on a desk only. */
function LogPanel({ scene: { step }, words }: ShownLater): VNode {
  const { log, added } = step
  return (
    <section class="stage__panel stage__log" data-panel="log" data-pane="desk">
      <PanelHead title={words.log} />
      {log.length === 0 && <p class="walk__calm">{words.none}</p>}
      <ol class="stage__list walk__log">
        {log.map((line, index) => (
          <li>
            <Marked is={index >= log.length - added}>
              <code>
                <LogText text={line} />
              </code>
            </Marked>
          </li>
        ))}
      </ol>
    </section>
  )
}
