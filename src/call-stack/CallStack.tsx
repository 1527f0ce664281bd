import { type ComponentChildren, Fragment, type VNode } from 'preact'
import type { CallStackData, Frame, KernelPlace } from '../../reference/call-stacks.ts'
import { fullmeshFile, placeName, sourceUrl } from '../../reference/kernel-source.ts'
import { symbolAddress } from '../../reference/symbol-ids.ts'
import type { Words } from './words.ts'

/** A call stack on a page. */
interface PlayableStack extends CallStackData {
  /** The URL of the module that steps through it. */
  player: string
  /** The URL of the page about its innermost function in `mptcp_fullmesh.c`, if there is one. */
  page: string | undefined
}

/** With what all call stacks of a language are rendered. */
interface Setting {
  words: Words
  /** The address of the site in the language. */
  base: string
}

/**
 * One or several call stacks, as a page shows them: the functions from the outside in. In MDX it is
 * `<CallStack of="new_session-01" />`, with an id from `reference/call-stacks.json`. Of several
 * (`of="new_session-01 new_session-12"`) the first is open and the others are folded.
 *
 * The player of walks steps through it.
 */
export function callStack(stacks: PlayableStack[], setting: Setting): VNode {
  const [only, ...others] = stacks
  if (only && others.length === 0) {
    return (
      <figure {...attributes(only)}>
        <figcaption class="call-stack__caption">
          <Caption stack={only} setting={setting} />
        </figcaption>
        <Frames stack={only} setting={setting} />
      </figure>
    )
  }
  return (
    <div class="call-stacks">
      {stacks.map((stack, index) => (
        <details {...attributes(stack)} open={index === 0}>
          <summary class="call-stack__caption">
            <Caption stack={stack} setting={setting} />
          </summary>
          <Frames stack={stack} setting={setting} />
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

/** What a stack is about. It may be what unfolds the stack, so it has no links. */
function Caption({ stack, setting }: { stack: CallStackData; setting: Setting }): VNode {
  const { words } = setting
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
              {index > 0 && words.or}
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

function Frames({ stack, setting }: { stack: PlayableStack; setting: Setting }): VNode {
  const { words } = setting
  const { id, player, page, frames } = stack
  return (
    <full-mesh-stack id={`call-stack-${id}`} data-island={player} data-page={page}>
      <ol class="call-stack__frames">
        {frames.map((frame) => (
          <FrameItem frame={frame} setting={setting} />
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

function FrameItem({ frame, setting }: { frame: Frame; setting: Setting }): VNode {
  const { words, base } = setting
  const { locks, condition, through, note } = frame
  return (
    <li data-fullmesh={frame.file === fullmeshFile ? 'true' : undefined}>
      <p class="call-stack__function">
        <Name code={frame.function} base={base} /> <SourceLink {...frame} />
      </p>
      {locks && (
        <p class="call-stack__locks">
          {words.locks}
          {text(locks, base)}
        </p>
      )}
      {condition && <p>{text(condition, base)}</p>}
      {through && (
        <p>
          {text(words.through(through.pointer), base)}
          <SourceLink {...through} />
        </p>
      )}
      {note && <p>{text(note, base)}</p>}
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

/** Text in which `code` between backticks becomes an element. Without the base, names are no links. */
function text(source: string, base?: string): ComponentChildren {
  return source.split('`').map((part, index) => (index % 2 ? <Name code={part} base={base} /> : part))
}

/** Code; if it names a symbol of the C file, it leads to the entry of the symbol. */
function Name({ code, base }: { code: string; base: string | undefined }): VNode {
  const href = base !== undefined && symbolAddress(code, base)
  return href ? (
    <a href={href}>
      <code>{code}</code>
    </a>
  ) : (
    <code>{code}</code>
  )
}
