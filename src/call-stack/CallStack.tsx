import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { createElement, Fragment, type ReactNode } from 'react'
import type { CallStackData, Frame, Place } from '../../reference/call-stacks.ts'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import type { PlayableStack } from './call-stack.ts'
import { type Words, wordsIn } from './words.ts'
import './call-stack.css'

/**
 * How execution gets somewhere: functions from the outside in. In MDX it is `<CallStack of="new_session-01" />`, with
 * an id from `reference/call-stacks.json`. After several ids, `of="new_session-01 new_session-12"`, the first is open
 * and the others are folded. `data` is filled in by the build.
 *
 * What happens when a reader steps through it is the business of `player.ts`. React never looks into the bar again,
 * where all that it adds is.
 */
export function CallStack({ data }: { data: PlayableStack[] }): ReactNode {
  const words = wordsIn(useDocusaurusContext().i18n.currentLocale)
  const [only, ...others] = data
  if (only && others.length === 0) {
    return (
      <figure {...attributes(only)}>
        <figcaption className="call-stack__caption">
          <Caption stack={only} words={words} />
        </figcaption>
        <Frames stack={only} words={words} />
      </figure>
    )
  }
  return (
    <div className="call-stacks">
      {data.map((stack, index) => (
        <details key={stack.id} {...attributes(stack)} open={index === 0}>
          <summary className="call-stack__caption">
            <Caption stack={stack} words={words} />
          </summary>
          <Frames stack={stack} words={words} />
        </details>
      ))}
    </div>
  )
}

/** A stack that may run in several contexts has the colour of none. */
function attributes({ id, contexts }: CallStackData) {
  return {
    className: 'call-stack',
    'data-stack': id,
    ...(contexts.length === 1 && { 'data-context': contexts[0] }),
  }
}

function Caption({ stack, words }: { stack: CallStackData; words: Words }): ReactNode {
  const { contexts, ip, entry, summary, reachability, frames } = stack
  const first = frames[0]?.function
  return (
    <>
      <span className="call-stack__summary">{text(summary)}</span>
      <span className="call-stack__facts">
        <span>
          {contexts.length === 0 && words.anyContext}
          {contexts.map((context, index) => (
            <Fragment key={context}>
              {index > 0 && ` ${words.or} `}
              <span className="call-stack__context" data-context={context}>
                {words.contexts[context]}
              </span>
            </Fragment>
          ))}
        </span>
        {ip && <span>{ip}</span>}
        {entry !== `\`${first}\`` && (
          <span>
            {words.from}
            {text(entry)}
          </span>
        )}
      </span>
      {reachability && <span className="call-stack__reachability">{text(reachability)}</span>}
    </>
  )
}

function Frames({ stack, words }: { stack: PlayableStack; words: Words }): ReactNode {
  const { id, player, page, frames } = stack
  const attributes = { id: `call-stack-${id}`, 'data-island': player, 'data-page': page }
  return createElement(
    'full-mesh-stack',
    attributes,
    <ol className="call-stack__frames">
      {frames.map((frame, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its depth is what a frame is, and a function can be there twice
        <FrameItem key={depth} frame={frame} words={words} />
      ))}
    </ol>,
    <div
      className="call-stack__bar"
      data-needs-js=""
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a button of our own
      dangerouslySetInnerHTML={{
        __html: `<button type="button" data-action="start">${words.start}</button>`,
      }}
    />,
  )
}

function FrameItem({ frame, words }: { frame: Frame; words: Words }): ReactNode {
  const { locks, condition, through, note } = frame
  return (
    <li data-fullmesh={frame.file === fullmeshFile || undefined}>
      <p className="call-stack__function">
        <code>{frame.function}</code> <SourceLink {...frame} />
      </p>
      {locks && (
        <p className="call-stack__locks">
          {words.locks}
          {text(locks)}
        </p>
      )}
      {condition && <p>{text(condition)}</p>}
      {through && (
        <p>
          {text(words.through(through.pointer))}
          <SourceLink {...through} />
        </p>
      )}
      {note && <p>{text(note)}</p>}
    </li>
  )
}

function SourceLink({ file, line }: Place): ReactNode {
  return (
    <a className="c-line" href={sourceUrl(file, line)} title={file}>
      {placeName(file, line)}
    </a>
  )
}

/** Text whose `code` becomes an element. */
function text(source: string): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay where they are
  return source.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))
}
