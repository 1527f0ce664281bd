import type { VNode } from 'preact'
import { WalkButton } from './Results.tsx'
import type { TestName } from './test-name.ts'
import type { Words } from './words.ts'

/** What the reader has done with code that can be edited. */
export interface EditState {
  /** The editor is being loaded. */
  isOpening?: boolean
  isEdited?: boolean
  /** The code differs from that on the page. */
  isChanged?: boolean
  canReset?: boolean
  /** The reader has pressed Reset, and has not edited since then. */
  canUndo?: boolean
  /** What was copied since the last change. */
  copied?: 'link' | 'code' | undefined
}

/** The buttons to edit code. Changed code can be passed on in the place where editing began. */
function EditButtons({ words, state = {} }: { words: Words; state?: EditState | undefined }): VNode {
  const { isOpening, isEdited, isChanged, canReset, canUndo, copied } = state
  return (
    <>
      {isChanged ? (
        <>
          <CopyButton action="copy-link" text={copied === 'link' ? words.copied : words.copyLink} />
          <CopyButton action="copy-code" text={copied === 'code' ? words.copied : words.copyCode} />
        </>
      ) : (
        <button
          type="button"
          data-action="edit"
          data-kept-mark={words.keptMark}
          disabled={isEdited}
          aria-busy={isOpening}
        >
          {words.edit}
        </button>
      )}
      <button
        key="reset"
        type="button"
        data-action={canUndo ? 'undo' : 'reset'}
        disabled={!canReset && !canUndo}
      >
        {canUndo ? words.undo : words.reset}
      </button>
    </>
  )
}

function CopyButton({ action, text }: { action: string; text: string }): VNode {
  return (
    <button type="button" data-action={action}>
      <span aria-live="polite">{text}</span>
    </button>
  )
}

interface ButtonsProps {
  words: Words
  /** The test, if the example is one test. */
  test: TestName | undefined
  isRunning?: boolean | undefined
  state?: EditState
  /** How many tests passed, after a run. The results are below the code, often out of sight. */
  count?: string | undefined
}

/** The buttons above the code of an example. */
export function Buttons({ words, test, isRunning, state, count }: ButtonsProps): VNode {
  return (
    <>
      <button type="button" data-action={isRunning ? 'stop' : 'run'}>
        {isRunning ? words.stop : words.run}
      </button>
      {test && <WalkButton name={test} words={words} />}
      <EditButtons words={words} state={state} />
      {count && (
        <button type="button" data-action="results" class="example__count">
          {count} <span aria-hidden="true">↓</span>
        </button>
      )}
    </>
  )
}

interface ExerciseButtonsProps {
  words: Words
  check: string
  /** False for a prediction. */
  canEdit: boolean
  state?: EditState
}

/** The buttons below the code or the question of an exercise. */
export function ExerciseButtons({ words, check, canEdit, state }: ExerciseButtonsProps): VNode {
  return (
    <>
      <button type="button" data-action="check">
        {check}
      </button>
      {canEdit && <EditButtons words={words} state={state} />}
    </>
  )
}
