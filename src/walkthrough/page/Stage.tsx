import type { VNode } from 'preact'
import { MeshPicture } from '../../mesh/Mesh.tsx'
import { meshOf } from '../../mesh/mesh.ts'
import { meshWords } from '../../mesh/words.ts'
import type { CFrame } from '../c-frames.ts'
import { sentenceOf, type Told } from '../sentence.ts'
import type { Tab, Words } from '../words.ts'
import { CodePanel } from './Code.tsx'
import { Controls, Said } from './Controls.tsx'
import { CPanel } from './CPanel.tsx'
import { Head } from './Head.tsx'
import { PanelHead, type Shown } from './panel.tsx'
import { StackPanel } from './Stack.tsx'
import { Still } from './Still.tsx'
import { textOf } from './Text.tsx'
import { Timeline } from './Timeline.tsx'
import type { Scene, View } from './view.ts'

/** The stage: a walk at one step, in one window. `close` is called when the reader has closed it, `cancel` before Esc closes it. */
export function Stage(
  props: Shown & {
    name: string
    isEdited: boolean
    list: string | undefined
    close: () => void
    cancel: (event: Event) => void
  },
): VNode {
  const { course, view, scene, words, later, name, isEdited, close, cancel } = props
  const more = later && { ...props, later, words: later.withPanelWords(words) }
  const { session, pins, isNarrow, meshWidth, meshHeight } = view
  const on = [course.phases[view.index], session, pins, isNarrow, meshWidth, meshHeight, later]
  return (
    <dialog
      class="stage"
      data-stage=""
      data-tab={view.tab}
      aria-label={name}
      onClose={close}
      onCancel={cancel}
    >
      <Head
        lane={scene.stack.contexts[0] ?? 'test'}
        told={toldAt(props)}
        number={view.index + 1}
        count={course.steps.length}
        isPlaying={view.isPlaying}
        place={
          <>
            <span>{words.at(scene.step.after.time)}</span>
            {isEdited && <span class="walk__note">{words.edited}</span>}
          </>
        }
        words={words}
      />
      <div class="stage__body">
        <div class="stage__front">
          <Still on={on} draw={() => <MeshPanel {...props} />} />
          <Tabs view={view} scene={scene} words={words} />
        </div>
        <div class="stage__column" data-column="code">
          <CodePanel {...props} />
          <CPanel frames={scene.cFrames} frame={shownCFrame(scene, view)} later={later} words={words} />
        </div>
        <div class="stage__column" data-column="stack">
          <StackPanel {...props} />
          {more && <more.later.ThisStep {...more} />}
          <section class="stage__rest" tabIndex={0} aria-label={words.tabs.wire}>
            <Still on={on} draw={() => more && <more.later.WirePanels {...more} />} />
          </section>
        </div>
        <div class="stage__column" data-column="state">
          <Still on={on} draw={() => more && <more.later.StatePanels {...more} />} />
          {more && <more.later.EventsPanel {...more} />}
        </div>
      </div>
      <Said text={view.said} />
      <Timeline {...props} />
      <Controls {...props} />
    </dialog>
  )
}

/** The current step in words. */
function toldAt({ course, view, scene, code, words }: Shown): Told {
  const { file = '', line = 1 } = scene.step.frames.at(-1) ?? {}
  return sentenceOf(scene.step, {
    language: words.language,
    names: course.kernel.names,
    next: course.steps[view.index + 1],
    line: textOf((code.get(file) ?? []).slice(line - 1, Math.max(line, scene.step.lastLine)).join('\n')),
  })
}

function MeshPanel({ course, view, scene, words }: Shown): VNode {
  const { step, session, chips } = scene
  const size = { width: view.meshWidth, height: view.meshHeight, isNarrow: view.isNarrow }
  return (
    <section class="stage__panel stage__mesh" data-panel="mesh">
      <PanelHead title={words.mesh}>
        {chips.length > 1 &&
          chips.map(({ name, isChanged }) => (
            <button
              type="button"
              class="stage__chip"
              data-action="session"
              data-session={name}
              aria-pressed={name === session}
            >
              {name}
              {isChanged && <span title={words.meshChanged}> ◆</span>}
            </button>
          ))}
      </PanelHead>
      <MeshPicture
        mesh={meshOf(step.after, session, step)}
        places={course.places(session)}
        size={size}
        words={meshWords()}
      />
    </section>
  )
}

/** The frame that the pane of the C file shows: the innermost, or the one that the reader chose. */
export function shownCFrame({ cFrames }: Scene, { cFrame }: View): CFrame | undefined {
  return cFrames[cFrame ?? cFrames.length - 1] ?? cFrames.at(-1)
}

/** The tabs of a narrow window. A mark says that the step changed what the tab shows. */
function Tabs({ view, scene: { step }, words }: { view: View; scene: Scene; words: Words }): VNode {
  const isChanged: Partial<Record<Tab, boolean>> = {
    state: step.changes.length > 0,
    wire: step.sent.length > 0,
    timeline: step.added > 0,
  }
  // A wide window has two tabs.
  const front = view.isNarrow || view.tab === 'stack' ? view.tab : 'code'
  return (
    <nav class="stage__tabs" aria-label={words.tabList}>
      {(Object.keys(words.tabs) as Tab[]).map((tab) => (
        <button type="button" data-action="tab" data-tab={tab} aria-pressed={tab === front}>
          {words.tabs[tab]}
          {isChanged[tab] && <span aria-hidden="true"> ◆</span>}
        </button>
      ))}
    </nav>
  )
}
