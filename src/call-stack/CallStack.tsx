import { type ComponentChildren, Fragment, type VNode } from 'preact'
import type { CallStackData, Frame, KernelPlace } from '../../reference/call-stacks.ts'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import type { Words } from './words.ts'

/** A call stack on a page. */
interface PlayableStack extends CallStackData {
  /** The URL of the module that steps through it. */
  player: string
  /** The URL of the page about its innermost function in `mptcp_fullmesh.c`, if there is one. */
  page: string | undefined
}

/**
 * One or several call stacks, as a page shows them: the functions from the outside in. In MDX it is
 * `<CallStack of="new_session-01" />`, with an id from `reference/call-stacks.json`. Of several
 * (`of="new_session-01 new_session-12"`) the first is open and the others are folded.
 *
 * The player of walks steps through it.
 */
export function callStack(stacks: PlayableStack[], words: Words): VNode {
  const [only, ...others] = stacks
  if (only && others.length === 0) {
    return (
      <figure {...attributes(only)}>
        <figcaption class="call-stack__caption">
          <Caption stack={only} words={words} />
        </figcaption>
        <Frames stack={only} words={words} />
      </figure>
    )
  }
  return (
    <div class="call-stacks">
      {stacks.map((stack, index) => (
        <details {...attributes(stack)} open={index === 0}>
          <summary class="call-stack__caption">
            <Caption stack={stack} words={words} />
          </summary>
          <Frames stack={stack} words={words} />
        </details>
      ))}
    </div>
  )
}

/** The attributes of a stack. If it may run in several contexts, it has the colour of none. */
function attributes({ id, contexts }: CallStackData) {
  return {
    class: 'call-stack',
    'data-stack': id,
    ...(contexts.length === 1 && { 'data-context': contexts[0] }),
  }
}

function Caption({ stack, words }: { stack: CallStackData; words: Words }): VNode {
  const { contexts, ip, entry, summary, reachability, frames } = stack
  const first = frames[0]?.function
  return (
    <>
      <span class="call-stack__summary">{text(summary)}</span>
      <span class="call-stack__facts">
        <span>
          {contexts.length === 0 && words.anyContext}
          {contexts.map((context, index) => (
            <Fragment>
              {index > 0 && ` ${words.or} `}
              <span class="call-stack__context" data-context={context}>
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
      {reachability && <span class="call-stack__reachability">{text(reachability)}</span>}
    </>
  )
}

function Frames({ stack, words }: { stack: PlayableStack; words: Words }): VNode {
  const { id, player, page, frames } = stack
  return (
    <full-mesh-stack id={`call-stack-${id}`} data-island={player} data-page={page}>
      <ol class="call-stack__frames">
        {frames.map((frame) => (
          <FrameItem frame={frame} words={words} />
        ))}
      </ol>
      <div class="call-stack__bar" data-needs-js="">
        <button type="button" data-action="start">
          {words.start}
        </button>
      </div>
    </full-mesh-stack>
  )
}

function FrameItem({ frame, words }: { frame: Frame; words: Words }): VNode {
  const { locks, condition, through, note } = frame
  return (
    <li data-fullmesh={frame.file === fullmeshFile ? 'true' : undefined}>
      <p class="call-stack__function">
        <code>{frame.function}</code> <SourceLink {...frame} />
      </p>
      {locks && (
        <p class="call-stack__locks">
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

function SourceLink({ file, line }: KernelPlace): VNode {
  return (
    <a class="c-line" href={sourceUrl(file, line)} title={file}>
      {placeName(file, line)}
    </a>
  )
}

/** Text in which `code` between backticks becomes an element. */
function text(source: string): ComponentChildren {
  return source.split('`').map((part, index) => (index % 2 ? <code>{part}</code> : part))
}
