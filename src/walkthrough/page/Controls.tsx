import type { VNode } from 'preact'
import type { Kind } from '../kinds.ts'
import type { Words } from '../words.ts'
import type { Action } from './moves.ts'
import type { Shown } from './panel.tsx'

/** A touch screen has no keys: the list has only the signs (stage.css). */
const isTouched = globalThis.matchMedia?.('(pointer: coarse)').matches

/** The kinds of events with a button of their own. */
const kindMarks: Partial<Record<Kind, string>> = { change: '◆', segment: '➤', log: '≡' }

/** The buttons. @param list the address of the current step in the list of all steps, if there is a list */
export function Controls({ course, view, words, later, list }: Shown & { list: string | undefined }): VNode {
  const { index, isPlaying, kind, mark, isComparing, isKeysOpen } = view
  const last = course.steps.length - 1
  const keysName = isTouched ? words.signs : words.keys
  return (
    <div class="stage__controls" data-panel="controls">
      <div class="stage__drive">
        <PlayButtons index={index} last={last} isPlaying={isPlaying} hasOver words={words} />
      </div>
      <div class="stage__jump">
        <span class="stage__aside">{words.toNext}</span>
        {(Object.entries(kindMarks) as [Kind, string][]).map(([kind, mark]) => (
          <button type="button" data-action="jump" data-kind={kind} title={words.kinds[kind]}>
            <span aria-hidden="true">{mark}</span> <span class="stage__word">{words.kinds[kind]}</span>
          </button>
        ))}
        <select class="walk__kind" aria-label={words.kindLabel} value={kind}>
          {(Object.entries(words.kinds) as [Kind, string][]).map(([kind, word]) => (
            <option value={kind}>{word}</option>
          ))}
        </select>
        <Button action="previous" mark="⇤" word={words.previous} isShort />
        <Button action="next" mark="⇥" word={words.next} isShort />
      </div>
      <div class="stage__more">
        <button type="button" data-action="mark" aria-pressed={mark === index}>
          {mark === undefined ? words.mark : words.markAt(mark + 1)}
        </button>
        {mark !== undefined && (
          <button type="button" data-action="compare" aria-pressed={isComparing}>
            {words.compare}
          </button>
        )}
        {list && (
          <a class="stage__report" href={list}>
            {words.list}
          </a>
        )}
        <ReportLink />
        <KeysButton isOpen={isKeysOpen} name={keysName} />
      </div>
      {isKeysOpen && later && <later.Keys name={keysName} hasSigns words={words} />}
    </div>
  )
}

/** The buttons that move from step to step. */
export function PlayButtons({
  index,
  last,
  isPlaying,
  hasOver,
  words,
}: {
  index: number
  last: number
  isPlaying: boolean
  hasOver?: boolean
  words: Words
}): VNode {
  return (
    <>
      <Button action="back" mark="←" word={words.back} isDisabled={index === 0} />
      <Button action="forward" mark="→" word={words.forward} isDisabled={index === last} isMain />
      {hasOver && <Button action="over" mark="↷" word={words.over} />}
      <Button action="play" mark={isPlaying ? '❚❚' : '▶'} word={isPlaying ? words.pause : words.play} />
    </>
  )
}

/** What the last action found or did, above what follows. Screen readers read it out. */
export function Said({ text }: { text: string }): VNode {
  return (
    <p class="stage__said" role="status">
      {text && <span>{text}</span>}
    </p>
  )
}

/** The page's link to report a mistake, looked for once: the page is long. */
let reportLink: HTMLAnchorElement | null | undefined

/** The page's link to report a mistake, if it has one. The inline script adds the step to its address. */
export function ReportLink(): VNode | null {
  if (reportLink === undefined)
    reportLink = document.querySelector<HTMLAnchorElement>('.page-links [data-report]')
  return (
    reportLink && (
      <a class="stage__report" href={reportLink.href} data-report="" target="_blank" rel="noopener">
        {reportLink.textContent}
      </a>
    )
  )
}

/** The button that shows and hides the keys, or the signs. */
export function KeysButton({ isOpen, name }: { isOpen: boolean; name: string }): VNode {
  return (
    <button type="button" data-action="keys" aria-expanded={isOpen} title={name}>
      <span aria-hidden="true">?</span> <span class="walk__sr">{name}</span>
    </button>
  )
}

function Button({
  action,
  mark,
  word,
  isDisabled,
  isMain,
  isShort,
}: {
  action: Action
  mark: string
  word: string
  isDisabled?: boolean
  isMain?: boolean
  isShort?: boolean
}): VNode {
  return (
    <button
      type="button"
      data-action={action}
      data-main={isMain}
      aria-disabled={isDisabled === undefined ? undefined : isDisabled}
      title={isShort ? word : undefined}
    >
      <span aria-hidden="true">{mark}</span> <span class={isShort ? 'walk__sr' : 'stage__word'}>{word}</span>
    </button>
  )
}
