/** What a walk shows at one step, as HTML. All of it may come from edited code, so all of it is escaped. */

import { placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import type { Language } from '../../../reference/text.ts'
import { wordsIn as callStackWords } from '../../call-stack/words.ts'
import { withErrorNames } from '../../island/error-names.ts'
import type { Step } from '../../recorder/recording.ts'
import type { NamespaceState, PrivateState, SessionState, State } from '../../recorder/snapshot.ts'
import { bits, localSlot, remoteSlot } from '../describe.ts'
import { oneName, type ShownFrame, type ShownStack } from '../kernel-stack.ts'
import type { Words } from '../words.ts'
import type { Segment } from './option-bytes.ts'

/** Escapes text for HTML, also between quotes. */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}

const e = escapeHtml

/** Marks what the step changed: the value at a path, or anything in it. */
type Mark = (path: string, html: string) => string

export function markOf({ changes }: Step): Mark {
  const paths = changes.map(([path]) => path)
  return (path, html) => {
    const isChanged = paths.some(
      (changed) => changed === path || changed.startsWith(`${path}|`) || path.startsWith(`${changed}|`),
    )
    return isChanged ? `<mark class="walk__changed">${html}</mark>` : html
  }
}

// The call stack

export function stackHtml(
  { frames, contexts, choices }: ShownStack,
  { sessions }: State,
  words: Words,
  lang: string,
): string {
  const { contexts: names, or, locks } = callStackWords(lang)
  const held = Object.entries(sessions).flatMap(([name, { mutex, owned }]) => [
    ...(mutex ? [`mpcb_mutex(${name})`] : []),
    ...(owned ? [`lock_sock(${name})`] : []),
  ])
  const context = contexts
    .map((name) => `<span class="call-stack__context" data-context="${name}">${names[name]}</span>`)
    .join(` ${or} `)
  const selects = choices.map(({ key, target, stacks, chosen }) => {
    const options = stacks.map(
      ({ id, summary, ip }) =>
        `<option value="${id}"${id === chosen ? ' selected' : ''}>${e(summary.replaceAll('`', ''))}${ip ? ` (${ip})` : ''}</option>`,
    )
    return `<label class="walk__way"><span>${words.way(`<code>${e(target)}</code>`)}</span><select data-way="${e(key)}">${options.join('')}</select></label>`
  })
  const one = contexts.length === 1 ? ` data-context="${contexts[0]}"` : ''
  const now = held.map((lock) => `<code>${e(lock)}</code>`).join(' ')
  return `<p class="walk__context">${context || '&#160;'}${now && ` <span class="walk__locks">${locks}${now}</span>`}</p><ol class="walk__frames"${one}>${frames.map((frame) => frameHtml(frame, words, callStackWords(lang).locks)).join('')}</ol>${selects.join('')}`
}

function frameHtml(
  { names, file, line, locks, model, isStory }: ShownFrame,
  words: Words,
  locksWord: string,
): string {
  const kind = isStory ? 'test' : !names ? 'model' : model ? 'both' : 'kernel'
  const title = isStory
    ? words.story(model?.file ?? '')
    : `<code>${e(names ? oneName(names) : model?.fn)}</code>`
  const link =
    file && line ? ` <a class="c-line" href="${sourceUrl(file, line)}">${e(placeName(file, line))}</a>` : ''
  const ts = model
    ? ` <span class="walk__ts">${isStory ? '' : `${names ? e(model.fn) : words.modelOnly} `}${e(placeName(model.file, model.line))}</span>`
    : ''
  const held = locks ? `<span class="walk__locks">${locksWord}${code(locks)}</span>` : ''
  return `<li data-kind="${kind}">${title}${link}${ts}${held}</li>`
}

/** Text whose backticks become elements. */
function code(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 ? `<code>${e(part)}</code>` : e(part)))
    .join('')
}

// The state

export function stateHtml(step: Step, words: Words): string {
  const mark = markOf(step)
  const { namespaces, sessions } = step.after
  return [
    ...Object.entries(namespaces).map(([name, namespace]) => namespaceHtml(name, namespace, words, mark)),
    ...Object.entries(sessions).map(([name, session]) => sessionHtml(name, session, step, words, mark)),
    queueHtml(step.after, words, mark),
  ].join('')
}

const families = ['v4', 'v6'] as const

function namespaceHtml(name: string, { local, events }: NamespaceState, words: Words, mark: Mark): string {
  const root = `namespaces|${name}`
  const rows = families.flatMap((family) => {
    const { bits: used, slots } = local[family]
    return Object.entries(slots).map(([slot, held]) => {
      const isFree = !((used >> Number(slot)) & 1)
      const text = `<code>${e(localSlot(held))}</code>${isFree ? ` <em>${words.released}</em>` : ''}`
      const n = family.slice(1)
      return `<li${isFree ? ' class="walk__free"' : ''}><code>locaddr${n}[${e(slot)}]</code> ${mark(`${root}|local|${family}|slots|${slot}`, text)}</li>`
    })
  })
  const facts = families
    .filter((family) => Object.keys(local[family].slots).length > 0)
    .flatMap((family) => {
      const n = family.slice(1)
      const { bits: used, next } = local[family]
      return [
        fact(`loc${n}_bits`, mark(`${root}|local|${family}|bits`, bits(used))),
        fact(`next_v${n}_index`, mark(`${root}|local|${family}|next`, e(next))),
      ]
    })
  const waiting =
    events.length > 0 ? events.map((event) => `<code>${e(event)}</code>`).join(', ') : words.none
  const title = name === 'init' ? words.locals : `${words.locals} (${e(name)})`
  return panel(
    title,
    `<dl class="walk__facts">${facts.join('')}${fact(words.events, mark(`${root}|events`, waiting))}</dl>${rows.length > 0 ? `<ul class="walk__slots">${rows.join('')}</ul>` : `<p>${words.none}</p>`}`,
  )
}

function sessionHtml(name: string, session: SessionState, step: Step, words: Words, mark: Mark): string {
  const root = `sessions|${name}`
  const { private: kept, subflows } = session
  const lock = (held: boolean) => (held ? words.held : words.free)
  const facts = [
    ...(kept
      ? [
          fact('add_addr', mark(`${root}|private|addAddr`, e(kept.addAddr))),
          fact('remove_addrs', mark(`${root}|private|removeAddrs`, bits(kept.removeAddrs))),
          ...families
            .filter((family) => family === 'v4' || kept.announced.v6 > 0)
            .map((family) =>
              fact(
                `announced_addrs_${family}`,
                mark(`${root}|private|announced|${family}`, bits(kept.announced[family])),
              ),
            ),
          fact('first_pair', mark(`${root}|private|firstPair`, e(Number(kept.firstPair)))),
        ]
      : []),
    fact('mpcb_mutex', mark(`${root}|mutex`, lock(session.mutex))),
    fact('lock_sock', mark(`${root}|owned`, lock(session.owned))),
    ...(session.deferred ? [fact('MPTCP_PATH_MANAGER_DEFERRED', mark(`${root}|deferred`, '1'))] : []),
    fact(words.socketRefs, mark(`${root}|refs|socket`, e(session.refs.socket))),
    fact(words.controlRefs, mark(`${root}|refs|control`, e(session.refs.control))),
    ...(session.pathManager === 'fullmesh'
      ? []
      : [fact('pm_ops', mark(`${root}|pathManager`, e(session.pathManager)))]),
    ...(session.dead ? [fact('SOCK_DEAD', mark(`${root}|dead`, '1'))] : []),
  ]
  const list = Object.entries(subflows)
    .reverse()
    .map(([id, subflow]) => {
      const { source, destination, destinationPort, localId, remoteId, state, lowPrio, established, pf } =
        subflow
      const flags = [lowPrio && 'low_prio', established && 'fully_established', pf && 'pf'].filter(Boolean)
      const text = `<code>${e(source)} → ${e(destination)}:${e(destinationPort)}</code> <small>id ${e(localId)} → ${e(remoteId)}</small> <b>${e(state)}</b> <small>${flags.join(' ')}</small>`
      return `<li><code>${e(id)}</code> ${mark(`${root}|subflows|${id}`, text)}</li>`
    })
  const pairs = kept
    ? families.map((family) => pairsHtml(name, family, kept, step, words, mark)).join('')
    : ''
  return (
    panel(`${words.session} <code>${e(name)}</code>`, `<dl class="walk__facts">${facts.join('')}</dl>`) +
    (pairs && panel(`${words.pairs} <code>${e(name)}</code>`, `${pairs}${legend(words)}`)) +
    panel(
      `${words.subflows} <code>${e(name)}</code>`,
      list.length > 0 ? `<ul class="walk__slots">${list.join('')}</ul>` : `<p>${words.none}</p>`,
    )
  )
}

/** Local slots across, remote slots down: how each pair stands. */
function pairsHtml(
  session: string,
  family: 'v4' | 'v6',
  kept: PrivateState,
  { before, after: { namespaces } }: Step,
  words: Words,
  mark: Mark,
): string {
  const { slots, bits: used } = kept.remotes[family]
  const remotes = Object.entries(slots)
  if (remotes.length === 0) return ''
  const locals = Object.values(namespaces)[0]?.local[family]
  const seen = remotes.reduce((sum, [, { bitfield, retryBitfield }]) => sum | bitfield | retryBitfield, 0)
  const columns = [0, 1, 2, 3, 4, 5, 6, 7].filter((slot) => locals?.slots[slot] || (seen >> slot) & 1)
  const heads = columns.map((slot) => {
    const address = locals?.slots[slot]?.address
    return `<th scope="col"><span class="walk__sr">${words.slot} </span>${slot}<small>${e(address ?? '–')}</small></th>`
  })
  const root = `sessions|${session}|private|remotes|${family}`
  const n = family.slice(1)
  const rows = remotes.map(([slot, remote]) => {
    const at = `${root}|slots|${slot}`
    const old = before.sessions[session]?.private?.remotes[family].slots[slot]
    const cells = columns.map((column) => {
      const differs = (bit: 'bitfield' | 'retryBitfield') => ((old?.[bit] ?? 0) ^ remote[bit]) & (1 << column)
      const isChanged = differs('bitfield') || differs('retryBitfield')
      const kind =
        (remote.retryBitfield >> column) & 1
          ? 'retry'
          : (remote.bitfield >> column) & 1
            ? 'opened'
            : 'untried'
      const text = `<span aria-hidden="true">${pairMarks[kind]}</span><span class="walk__sr">${words[kind]}</span>`
      return `<td data-pair="${kind}">${isChanged ? `<mark class="walk__changed">${text}</mark>` : text}</td>`
    })
    const isFree = !((used >> Number(slot)) & 1)
    return `<tr${isFree ? ' class="walk__free"' : ''}><th scope="row"><span class="walk__sr">${words.remoteSlot} </span>${e(slot)}<small>${mark(at, e(remoteSlot(remote)))}${isFree ? ` <em>${words.released}</em>` : ''}</small></th>${cells.join('')}<td class="walk__bits">${mark(`${at}|bitfield`, bits(remote.bitfield))}</td><td class="walk__bits">${mark(`${at}|retryBitfield`, bits(remote.retryBitfield))}</td></tr>`
  })
  return `<div class="walk__scroll" tabindex="0" role="region" aria-label="${e(words.pairsOf(session, family === 'v4' ? 'IPv4' : 'IPv6'))}"><table class="walk__pairs"><thead><tr><th scope="col"><code>remaddr${n}</code> ╲ <code>locaddr${n}</code></th>${heads.join('')}<th scope="col"><code>bitfield</code></th><th scope="col"><code>retry_bitfield</code></th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

const pairMarks = { opened: '●', retry: '↻', untried: '·' }

function legend(words: Words): string {
  const entries = (['opened', 'retry', 'untried'] as const).map(
    (kind) =>
      `<span data-pair="${kind}"><span aria-hidden="true">${pairMarks[kind]}</span> ${words[kind]}</span>`,
  )
  return `<p class="walk__legend">${entries.join(' ')}</p>`
}

function queueHtml({ time, queue }: State, words: Words, mark: Mark): string {
  const list = (items: string[]) =>
    items.length > 0 ? items.map((item) => `<code>${e(item)}</code>`).join(', ') : words.none
  const last = Math.max(1, ...Object.values(queue.timers).map((due) => due - time))
  const timers = Object.entries(queue.timers)
    .sort(([, a], [, b]) => a - b)
    .map(([name, due]) => {
      const left = Math.max(0, due - time)
      return `<li><code>${e(name)}</code> ${mark(`queue|timers|${name}`, `${e(words.dueAt(due))}`)}<span class="walk__timer" style="--left: ${left / last}" aria-hidden="true"></span></li>`
    })
  return panel(
    words.queue,
    `<dl class="walk__facts">${fact(words.time, mark('time', `${e(time)} ms`))}${fact(words.ready, mark('queue|ready', list(queue.ready)))}${fact(words.asleep, mark('queue|asleep', list(queue.asleep)))}${timers.length > 0 ? '' : fact(words.timers, words.none)}</dl>${timers.length > 0 ? `<ul class="walk__slots walk__timers">${timers.join('')}<li class="walk__axis" aria-hidden="true"><span>${time} ms</span><span>${time + last} ms</span></li></ul>` : ''}`,
  )
}

function panel(title: string, html: string): string {
  return `<section class="walk__panel"><h3 class="walk__heading">${title}</h3>${html}</section>`
}

function fact(name: string, value: string): string {
  return `<div><dt>${/^[a-zA-Z_0-9]+_[a-zA-Z_0-9]+$/.test(name) ? `<code>${name}</code>` : name}</dt><dd>${value}</dd></div>`
}

// The log

export function logHtml({ log, added }: Step, words: Words): string {
  const lines = log.map((line, index) => {
    const text = `<code>${withErrorNames(e(line))}</code>`
    return `<li>${index >= log.length - added ? `<mark class="walk__changed">${text}</mark>` : text}</li>`
  })
  return lines.length > 0 ? `<ol>${lines.join('')}</ol>` : `<p>${words.none}</p>`
}

// The segment

/**
 * The TCP options of a segment, byte by byte.
 *
 * @param isNew it was sent in this step
 */
export function segmentHtml(
  segment: Segment | undefined,
  isNew: boolean,
  words: Words,
  language: Language,
): string {
  if (!segment) return `<p>${words.none}</p>`
  const { subflow, isProbe, size, options } = segment
  const what = `<code>${e(subflow)}</code> ${isProbe ? words.probe : ''} ${words.optionBytes(size)}`
  const list = options.map(({ name, fields }) => {
    const cells = fields.map(({ label, bytes }) => {
      const hex = bytes.map((byte) => byte?.toString(16).padStart(2, '0') ?? '··').join(' ')
      return `<li><code>${hex}</code> <small>${e(label[language])}</small></li>`
    })
    return `<li><code>${e(name)}</code><ol class="walk__bytes">${cells.join('')}</ol></li>`
  })
  return `<p>${isNew ? `<mark class="walk__changed">${what}</mark>` : what}</p><ol class="walk__options">${list.join('')}</ol><p class="walk__legend">${words.unknownBytes}</p>`
}
