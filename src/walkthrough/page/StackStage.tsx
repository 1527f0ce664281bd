import type { VNode } from 'preact'
import type { CallStackData, Frame } from '../../../reference/call-stacks.ts'
import { fullmeshFile, placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import { KeysButton, PlayButtons, ReportLink, Said } from './Controls.tsx'
import { CPanel } from './CPanel.tsx'
import { Head } from './Head.tsx'
import { Keys } from './Keys.tsx'
import { PanelHead, type Shown } from './panel.tsx'
import { cFrameAt, locksAt } from './stack-walk.ts'
import { Text } from './Text.tsx'

export { cFrameAt, stepsOf } from './stack-walk.ts'

/** What a call stack shows at one step. */
interface StackShown {
  stack: CallStackData
  kernel: Shown['course']['kernel']
  view: Shown['view']
  later: Shown['later']
  words: Shown['words']
  /** Where the last step leads to. */
  links: readonly { href: string; text: string }[]
  close: () => void
  /** Called before Esc closes the stage. */
  cancel: (event: Event) => void
}

/** The stage for a call stack: the sentence, the frames, the C file and the controls. */
export function StackStage({ stack, kernel, view, later, words, links, close, cancel }: StackShown): VNode {
  const { frames, contexts, summary } = stack
  const { index } = view
  const [caller, callee] = [frames[index], frames[index + 1]]
  const name = summary.replaceAll('`', '')
  const [context] = contexts
  return (
    <dialog
      class="stage stage--stack"
      data-stage=""
      aria-label={`${words.callStack} ${name}`}
      onClose={close}
      onCancel={cancel}
    >
      <Head
        lane={context}
        told={{
          sentence: callee
            ? words.calls(`\`${caller?.function}\``, `\`${callee.function}\``, placeOf(caller))
            : words.arrives(`\`${caller?.function}\``, placeOf(caller)),
          more: '',
          others: '',
        }}
        number={index + 1}
        count={frames.length}
        isPlaying={view.isPlaying}
        links={callee ? undefined : links.map((link) => <EndLink {...link} />)}
        words={words}
      />
      <div class="stage__body">
        <section class="stage__panel stage__stack" data-panel="stack">
          <PanelHead title={name} />
          <ol class="walk__frames" tabIndex={0} aria-label={words.callStack} data-context={context}>
            {frames.map((frame, at) => (
              <FrameRow frame={frame} at={at} index={index} stack={stack} words={words} />
            ))}
          </ol>
        </section>
        <CPanel
          frames={cFramesOf(stack, index, kernel)}
          frame={cFrameAt(stack, index, kernel)}
          later={later}
          words={words}
        />
      </div>
      <Said text={view.said} />
      <div class="stage__controls" data-panel="controls">
        <div class="stage__drive">
          <PlayButtons index={index} last={frames.length - 1} isPlaying={view.isPlaying} words={words} />
        </div>
        <input
          class="walk__scrub"
          type="range"
          min="1"
          max={frames.length}
          value={index + 1}
          aria-label={words.position}
          aria-valuetext={words.step(index + 1, frames.length)}
        />
        <ReportLink />
        <KeysButton isOpen={view.isKeysOpen} name={words.keys} />
        {view.isKeysOpen && <Keys name={words.keys} words={words} />}
      </div>
    </dialog>
  )
}

/** A link after the last step. It closes the stage. */
function EndLink({ href, text }: { href: string; text: string }): VNode {
  return (
    <>
      {' '}
      <a href={href} data-action="leave">
        <Text text={text} />
      </a>
    </>
  )
}

function cFramesOf(stack: CallStackData, index: number, kernel: StackShown['kernel']) {
  const frame = cFrameAt(stack, index, kernel)
  return frame ? [frame] : []
}

function placeOf(frame: Frame | undefined): string {
  return frame ? placeName(frame.file, frame.line) : ''
}

/** A frame. Up to the current one, it has its place; the current one also says when it calls, and what is locked. */
function FrameRow({
  frame,
  at,
  index,
  stack,
  words,
}: {
  frame: Frame
  at: number
  index: number
  stack: CallStackData
  words: StackShown['words']
}): VNode {
  const { file, line, condition, through, note } = frame
  const locks = at === index ? locksAt(stack, index) : undefined
  const isNow = at === index
  return (
    <li
      data-kind={file === fullmeshFile ? 'both' : 'kernel'}
      data-later={at > index || undefined}
      aria-current={isNow ? 'step' : undefined}
    >
      <button type="button" class="stage__frame" data-action="goto" data-step={at + 1}>
        <code>{frame.function}</code>
      </button>
      <a class="c-line" href={sourceUrl(file, line)} title={file}>
        {placeName(file, line)}
      </a>
      {isNow && locks && (
        <span class="walk__locks">
          {words.locks}
          <Text text={locks.since ? words.since(locks.locks, `\`${locks.since}\``) : locks.locks} />
        </span>
      )}
      {isNow && condition && (
        <span class="walk__locks">
          <Text text={condition} />
        </span>
      )}
      {isNow && through && (
        <span class="walk__locks">
          <Text text={words.through(through.pointer)} />
          <a class="c-line" href={sourceUrl(through.file, through.line)}>
            {placeName(through.file, through.line)}
          </a>
        </span>
      )}
      {isNow && note && (
        <span class="walk__locks">
          <Text text={note} />
        </span>
      )}
    </li>
  )
}
