import type { VNode } from 'preact'
import { WalkButton } from './Results.tsx'
import type { TestName } from './test-name.ts'
import type { Words } from './words.ts'

interface ButtonsProps {
  words: Words
  /** The test, if the example is one test. */
  test: TestName | undefined
  isRunning?: boolean | undefined
  /** The editor is being loaded. */
  isOpening?: boolean | undefined
  isEdited?: boolean | undefined
  /** The example was edited or run. */
  isChanged?: boolean | undefined
  /** How many tests passed, after a run. The results are below the code, often out of sight. */
  count?: string | undefined
}

/** The buttons above the code of an example. */
export function Buttons({
  words,
  test,
  isRunning,
  isOpening,
  isEdited,
  isChanged,
  count,
}: ButtonsProps): VNode {
  return (
    <>
      <button type="button" data-action={isRunning ? 'stop' : 'run'}>
        {isRunning ? words.stop : words.run}
      </button>
      {test && <WalkButton name={test} words={words} />}
      <button type="button" data-action="edit" disabled={isEdited} aria-busy={isOpening}>
        {words.edit}
      </button>
      <button type="button" data-action="reset" disabled={!isChanged}>
        {words.reset}
      </button>
      {count && (
        <button type="button" data-action="results" class="example__count">
          {count} <span aria-hidden="true">↓</span>
        </button>
      )}
    </>
  )
}
