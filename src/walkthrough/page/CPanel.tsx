import type { VNode } from 'preact'
import { fullmeshFile, placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import type { CFrame } from '../c-frames.ts'
import { PanelHead, type Shown } from './panel.tsx'
import { Text } from './Text.tsx'

/**
 * The C file: the function and the line of the step, also before the file is loaded.
 *
 * @param frames the functions of the file on the stack
 * @param frame the one that is shown; undefined if the step is not in the file
 */
export function CPanel({
  frames,
  frame,
  later,
  words,
}: { frames: readonly CFrame[]; frame: CFrame | undefined } & Pick<Shown, 'later' | 'words'>): VNode {
  const line = frame && (frame.now[0]?.[0] ?? frame.scope[0])
  return (
    <section class="stage__panel stage__c c-source" data-panel="c" data-pane="code">
      <PanelHead
        title={
          frame && line ? (
            <span data-c="heading">
              C <code>{frame.name}</code>{' '}
              <a class="c-line" href={sourceUrl(fullmeshFile, line)}>
                {placeName(fullmeshFile, line)}
              </a>
            </span>
          ) : (
            <span data-c="heading">{words.notInC}</span>
          )
        }
      >
        {frames.length > 1 && (
          <select data-c="frame" aria-label={words.cFrame} key={frames}>
            {frames.map((each, index) => (
              <option value={index} selected={each === frame}>
                {`${each.name}${each.now[0] ? `:${each.now[0][0]}` : ''}`}
              </option>
            ))}
          </select>
        )}
      </PanelHead>
      {frame?.because && (
        <p class="stage__because">
          <Text text={frame.because} />
        </p>
      )}
      {later && <later.CPane frame={frame} />}
    </section>
  )
}
