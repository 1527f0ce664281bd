import type { VNode } from 'preact'
import { placeName } from '../../../reference/kernel-source.ts'
import { codeTag } from '../../../reference/languages.ts'
import { LogText } from '../../island/log-text.tsx'
import { diff } from '../../recorder/diff.ts'
import { type ChangeInWords, describe } from '../describe.ts'
import { oneName } from '../kernel-stack.ts'
import type { PanelWords } from '../panel-words.ts'
import { PanelHead, type ShownLater } from './panel.tsx'
import { textOf } from './Text.tsx'

/** The most rows that are shown one by one; of more changes, those of one object are one row. */
const mostRows = 8

/** The most characters of a statement. */
const longestStatement = 200

/** The characters of a row, in the narrowest window with this panel beside the code. */
const rowLength = 34

/** All that the step changed, or all that differs from the marked step. */
export function ThisStep({ course, scene: { step }, view, code, words }: ShownLater): VNode {
  const marked = view.mark === undefined ? undefined : course.steps[view.mark]
  const isComparing = view.isComparing && marked !== undefined && view.mark !== undefined
  const changes = isComparing
    ? describe({ changes: diff(marked.after, step.after), before: marked.after }, words)
    : describe(step, words)
  const lines = isComparing ? [] : step.log.slice(step.log.length - step.added)
  const texts = [...changes.map((change) => change.what + valuesOf(change)), ...lines]
  const isMany = texts.reduce((rows, text) => rows + Math.ceil(text.length / rowLength), 0) > mostRows
  return (
    <section class="stage__panel stage__this" data-panel="this-step" data-pane="state">
      <PanelHead title={isComparing ? words.sinceStep((view.mark ?? 0) + 1) : words.thisStep} />
      {view.isNarrow && <Where step={step} code={code} names={course.kernel.names} />}
      {changes.length + lines.length === 0 && <p class="walk__calm">{words.noChange}</p>}
      {!isComparing && step.reads.length > 0 && <Reads reads={step.reads} words={words} />}
      <ul class="stage__changes">
        {isMany
          ? groupsOf(changes).map(([of, inside]) =>
              inside.length === 1 && inside[0] ? (
                <Change change={inside[0]} isShort />
              ) : (
                <li>
                  <details>
                    <summary>{words.changesOf(of, inside.length)}</summary>
                    <ul>
                      {inside.map((change) => (
                        <Change change={change} />
                      ))}
                    </ul>
                  </details>
                </li>
              ),
            )
          : changes.map((change) => <Change change={change} />)}
        {lines.length > 1 && isMany ? (
          <li data-kind="log">{words.linesOfLog(lines.length)}</li>
        ) : (
          lines.map((line) => (
            <li data-kind="log">
              <code>
                <LogText text={line} />
              </code>
            </li>
          ))
        )}
      </ul>
    </section>
  )
}

/**
 * The caller, and the statement of the step: a narrow window shows the code and the call stack in other tabs. Functions have
 * the names of the sentence.
 */
function Where({
  step,
  code,
  names,
}: {
  step: ShownLater['scene']['step']
  code: ShownLater['code']
  names: ShownLater['course']['kernel']['names']
}): VNode {
  const { frames, lastLine } = step
  const { file = '', line = 1 } = frames.at(-1) ?? {}
  const lines = (code.get(file) ?? []).slice(line - 1, Math.max(line, lastLine)).map(textOf)
  const nameOf = ({ file, fn }: (typeof frames)[number]) => {
    const named = names[`${file} ${fn}`]
    return named ? oneName(named.names) : fn
  }
  const places = frames
    .slice(-2)
    .map((frame) => `${nameOf(frame)} ${placeName(frame.file, frame.line)}`.trim())
  return (
    <p class="stage__where" lang={codeTag}>
      {places.join(' → ')}
      <br />
      {lines.join(' ').replace(/\s+/g, ' ').trim().slice(0, longestStatement)}
    </p>
  )
}

/** The values that the condition of the step depends on. */
function Reads({ reads, words }: { reads: ShownLater['scene']['step']['reads']; words: PanelWords }): VNode {
  return (
    <p class="stage__reads">
      {words.reads}{' '}
      {reads.map(([name, value], at) => (
        <>
          {at > 0 && ', '}
          <code>{`${name} = ${value}`}</code>
        </>
      ))}
    </p>
  )
}

/** @param isShort whether the former value is left out */
function Change({ change, isShort }: { change: ChangeInWords; isShort?: boolean }): VNode {
  return (
    <li>
      <code>{change.what}</code> {isShort ? `= ${change.to}` : valuesOf(change)}
    </li>
  )
}

function valuesOf({ from, to }: ChangeInWords): string {
  return from === undefined ? `= ${to}` : `${from} → ${to}`
}

function groupsOf(changes: readonly ChangeInWords[]): [of: string, changes: ChangeInWords[]][] {
  const groups = new Map<string, ChangeInWords[]>()
  for (const change of changes) groups.set(change.of, [...(groups.get(change.of) ?? []), change])
  return [...groups]
}
