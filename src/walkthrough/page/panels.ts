/** The panels of a walk at one step, as HTML. Any text may come from edited code, so all are escaped. */

import { placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import { withErrorNames } from '../../island/error-names.ts'
import { escapeHtml } from '../../island/escape.ts'
import type { Path } from '../../recorder/diff.ts'
import type { Label, Node } from '../../recorder/field.ts'
import type { SentSegment, Step } from '../../recorder/recording.ts'
import {
  bits,
  description,
  type NamespaceState,
  type PrivateState,
  type SessionState,
  type State,
} from '../../recorder/state.ts'
import { inWords } from '../describe.ts'
import { oneName, type ShownFrame, type ShownStack } from '../kernel-stack.ts'
import type { Words } from '../words.ts'
import { sentOptions } from './option-bytes.ts'

const e = escapeHtml

/** Marks the HTML of the value at a path, if the step changed it or anything in it. */
type Mark = (path: Path, html: string) => string

function markOf({ changes }: Step): Mark {
  return (path, html) => {
    const isChanged = changes.some(([changed]) => changed.every((name, at) => (path[at] ?? name) === name))
    return isChanged ? changedHtml(html) : html
  }
}

function changedHtml(html: string): string {
  return `<mark class="walk__changed">${html}</mark>`
}

// The call stack

/** The call stack, from the outside in: the context, the frames, and the choices between call stacks. */
export function stackHtml(
  { frames, contexts, choices }: ShownStack,
  { sessions }: State,
  words: Words,
): string {
  const held = Object.entries(sessions).flatMap(([name, session]) =>
    (['mutex', 'owned'] as const).flatMap((lock) =>
      session[lock] ? `${description.of.sessions.item.of[lock].label}(${name})` : [],
    ),
  )
  const context = contexts
    .map((name) => `<span class="call-stack__context" data-context="${name}">${words.contexts[name]}</span>`)
    .join(` ${words.or} `)
  const selects = choices.map(({ key, target, stacks, chosen }) => {
    const options = stacks.map(
      ({ id, summary, ip }) =>
        `<option value="${id}"${id === chosen ? ' selected' : ''}>${e(summary.replaceAll('`', ''))}${ip ? ` (${ip})` : ''}</option>`,
    )
    return `<label class="walk__way"><span>${words.way(`<code>${e(target)}</code>`)}</span><select data-way="${e(key)}">${options.join('')}</select></label>`
  })
  const one = contexts.length === 1 ? ` data-context="${contexts[0]}"` : ''
  const now = held.map((lock) => `<code>${e(lock)}</code>`).join(' ')
  return `<p class="walk__context">${context || '&#160;'}${now && ` <span class="walk__locks">${words.locks}${now}</span>`}</p><ol class="walk__frames"${one}>${frames.map((frame) => frameHtml(frame, words)).join('')}</ol>${selects.join('')}`
}

function frameHtml({ names, file, line, locks, model, isTestOrScenario }: ShownFrame, words: Words): string {
  const kind = isTestOrScenario ? 'test' : !names ? 'model' : model ? 'both' : 'kernel'
  const title = isTestOrScenario
    ? words.testOrScenario(model?.file ?? '')
    : `<code>${e(names ? oneName(names) : model?.fn)}</code>`
  const link =
    file && line ? ` <a class="c-line" href="${sourceUrl(file, line)}">${e(placeName(file, line))}</a>` : ''
  const ts = model
    ? ` <span class="walk__ts">${isTestOrScenario ? '' : `${names ? e(model.fn) : words.modelOnly} `}${e(placeName(model.file, model.line))}</span>`
    : ''
  const held = locks ? `<span class="walk__locks">${words.locks}${code(locks)}</span>` : ''
  return `<li data-kind="${kind}">${title}${link}${ts}${held}</li>`
}

/** Text in which `code` between backticks becomes an element. */
function code(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 ? `<code>${e(part)}</code>` : e(part)))
    .join('')
}

// The state

/** The state after a step, with marks on the changes. */
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
const { namespaces, sessions } = description.of
const locals = namespaces.item.of.local.of
const { private: kept, subflows } = sessions.item.of

/** A row for each listed field of `node`: its name and its value. */
function factsOf(node: Node, value: unknown, path: Path, words: Words, mark: Mark): string[] {
  if (node.is !== 'part') return []
  return Object.entries(node.of).flatMap(([name, child]) => {
    const at = [...path, name]
    const inner = (value as Record<string, unknown>)[name]
    if (child.is === 'each' || child.isListed?.(inner) === false) return []
    if (child.is === 'part') return child.name ? [] : factsOf(child, inner, at, words, mark)
    return fact(child.label ?? name, mark(at, shownHtml(child.show(inner), words)), words)
  })
}

function shownHtml(shown: Label | readonly string[], words: Words): string {
  if (typeof shown === 'string' || 'zh' in shown || shown.length === 0) return e(inWords(shown, words))
  return shown.map((item) => `<code>${e(item)}</code>`).join(', ')
}

/** The content of a slot, which a released slot keeps. */
function slotHtml(html: string, isFree: boolean, words: Words): string {
  return isFree ? `${html} <em>${words.released}</em>` : html
}

function isFree(bits: number, slot: string): boolean {
  return !((bits >> Number(slot)) & 1)
}

function namespaceHtml(name: string, namespace: NamespaceState, words: Words, mark: Mark): string {
  const root = ['namespaces', name]
  const rows = families.flatMap((family) => {
    const { item } = locals[family].of.slots
    const { bits, slots } = namespace.local[family]
    return Object.entries(slots).map(([slot, held]) => {
      const free = isFree(bits, slot)
      const text = slotHtml(`<code>${e(item.show?.(held))}</code>`, free, words)
      return `<li${free ? ' class="walk__free"' : ''}><code>${e(item.name?.(slot))}</code> ${mark([...root, 'local', family, 'slots', slot], text)}</li>`
    })
  })
  const title = name === 'init' ? words.locals : `${words.locals} (${e(name)})`
  const facts = factsOf(namespaces.item, namespace, root, words, mark)
  return panel(title, factsHtml(facts) + listHtml(rows, words))
}

function sessionHtml(name: string, session: SessionState, step: Step, words: Words, mark: Mark): string {
  const root = ['sessions', name]
  const facts = [
    ...(session.private ? factsOf(kept, session.private, [...root, 'private'], words, mark) : []),
    ...factsOf(sessions.item, session, root, words, mark),
  ]
  const rows = Object.entries(session.subflows).map(([id, subflow]) => {
    const { source, destination, destinationPort, localId, remoteId, state } = subflow
    const flags = Object.entries(subflows.item.of)
      .filter(([name]) => subflow[name as keyof typeof subflow] === true)
      .map(([, { label }]) => label)
    const text = `<code>${e(source)} → ${e(destination)}:${e(destinationPort)}</code> <small>id ${e(localId)} → ${e(remoteId)}</small> <b>${e(state)}</b> <small>${flags.join(' ')}</small>`
    return `<li><code>${e(id)}</code> ${mark([...root, 'subflows', id], text)}</li>`
  })
  const pairs = families.map((family) => pairsHtml(name, family, session.private, step, words, mark)).join('')
  const title = (word: string) => `${word} <code>${e(name)}</code>`
  return (
    panel(title(words.session), factsHtml(facts)) +
    (pairs && panel(title(words.pairs), `${pairs}${legend(words)}`)) +
    panel(title(words.subflows), listHtml(rows.reverse(), words))
  )
}

/** The table of pairs: local slots are columns, remote slots are rows. */
function pairsHtml(
  session: string,
  family: 'v4' | 'v6',
  kept: PrivateState | undefined,
  { before, after: { namespaces } }: Step,
  words: Words,
  mark: Mark,
): string {
  const { slots = {}, bits: used = 0 } = kept?.remotes[family] ?? {}
  const remotes = Object.entries(slots)
  if (remotes.length === 0) return ''
  const { item } = sessions.item.of.private.of.remotes.of[family].of.slots
  const locals = Object.values(namespaces)[0]?.local[family]
  const seen = remotes.reduce((sum, [, { bitfield, retryBitfield }]) => sum | bitfield | retryBitfield, 0)
  const columns = [0, 1, 2, 3, 4, 5, 6, 7].filter((slot) => locals?.slots[slot] || (seen >> slot) & 1)
  const heads = columns.map((slot) => {
    const address = locals?.slots[slot]?.address
    return `<th scope="col"><span class="walk__sr">${words.slot} </span>${slot}<small>${e(address ?? '–')}</small></th>`
  })
  const bitHeads = bitFields.map((field) => `<th scope="col"><code>${item.of[field].label}</code></th>`)
  const n = family.slice(1)
  const rows = remotes.map(([slot, remote]) => {
    const at = ['sessions', session, 'private', 'remotes', family, 'slots', slot]
    const old = before.sessions[session]?.private?.remotes[family].slots[slot]
    const cells = columns.map((column) => {
      const isChanged = bitFields.some((field) => ((old?.[field] ?? 0) ^ remote[field]) & (1 << column))
      const kind =
        (remote.retryBitfield >> column) & 1
          ? 'retry'
          : (remote.bitfield >> column) & 1
            ? 'opened'
            : 'untried'
      const text = `<span aria-hidden="true">${pairMarks[kind]}</span><span class="walk__sr">${words[kind]}</span>`
      return `<td data-pair="${kind}">${isChanged ? changedHtml(text) : text}</td>`
    })
    const free = isFree(used, slot)
    const name = slotHtml(mark(at, e(item.show?.(remote))), free, words)
    const fields = bitFields.map(
      (field) => `<td class="walk__bits">${mark([...at, field], bits(remote[field]))}</td>`,
    )
    return `<tr${free ? ' class="walk__free"' : ''}><th scope="row"><span class="walk__sr">${words.remoteSlot} </span>${e(slot)}<small>${name}</small></th>${cells.join('')}${fields.join('')}</tr>`
  })
  return `<div class="walk__scroll" tabindex="0" role="region" aria-label="${e(words.pairsOf(session, family === 'v4' ? 'IPv4' : 'IPv6'))}"><table class="walk__pairs"><thead><tr><th scope="col"><code>remaddr${n}</code> ╲ <code>locaddr${n}</code></th>${heads.join('')}${bitHeads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

const bitFields = ['bitfield', 'retryBitfield'] as const
const pairMarks = { opened: '●', retry: '↻', untried: '·' }

function legend(words: Words): string {
  const entries = (['opened', 'retry', 'untried'] as const).map(
    (kind) =>
      `<span data-pair="${kind}"><span aria-hidden="true">${pairMarks[kind]}</span> ${words[kind]}</span>`,
  )
  return `<p class="walk__legend">${entries.join(' ')}</p>`
}

function queueHtml(state: State, words: Words, mark: Mark): string {
  const { time, queue } = state
  const { item } = description.of.queue.of.timers
  const last = Math.max(1, ...Object.values(queue.timers).map((due) => due - time))
  const timers = Object.entries(queue.timers)
    .sort(([, a], [, b]) => a - b)
    .map(([name, due]) => {
      const when = mark(['queue', 'timers', name], shownHtml(item.show(due), words))
      const left = Math.max(0, due - time) / last
      return `<li><code>${e(name)}</code> ${when}<span class="walk__timer" data-left="${left}" aria-hidden="true"></span></li>`
    })
  const axis = `<li class="walk__axis" aria-hidden="true"><span>${e(time)} ms</span><span>${e(time + last)} ms</span></li>`
  const facts = factsOf(description, state, [], words, mark)
  if (timers.length === 0) return panel(words.queue, factsHtml([...facts, row(words.timers, words.none)]))
  return panel(
    words.queue,
    `${factsHtml(facts)}<ul class="walk__slots walk__timers">${timers.join('')}${axis}</ul>`,
  )
}

function panel(title: string, html: string): string {
  return `<section class="walk__panel"><h3 class="walk__heading">${title}</h3>${html}</section>`
}

/** A row for a field. A label in C is shown as code. */
function fact(label: Label, value: string, words: Words): string {
  const name = e(inWords(label, words))
  return row(typeof label === 'string' ? `<code>${name}</code>` : name, value)
}

function row(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function factsHtml(facts: string[]): string {
  return `<dl class="walk__facts">${facts.join('')}</dl>`
}

function listHtml(rows: string[], words: Words): string {
  return rows.length > 0 ? `<ul class="walk__slots">${rows.join('')}</ul>` : `<p>${words.none}</p>`
}

// The log

/** The log after a step, with marks on the lines that the step added. */
export function logHtml({ log, added }: Step, words: Words): string {
  const lines = log.map((line, index) => {
    const text = `<code>${withErrorNames(e(line))}</code>`
    return `<li>${index >= log.length - added ? changedHtml(text) : text}</li>`
  })
  return lines.length > 0 ? `<ol>${lines.join('')}</ol>` : `<p>${words.none}</p>`
}

// The segment

/**
 * The TCP options of a segment, byte by byte.
 *
 * @param isNew whether it was sent in this step
 */
export function segmentHtml(sent: SentSegment | undefined, isNew: boolean, words: Words): string {
  if (!sent) return `<p>${words.none}</p>`
  const { subflow, segment, options } = sent
  const what = `<code>${e(subflow)}</code> ${segment === 'probe' ? words.probe : ''} ${e(words.optionBytes(options.size))}`
  const list = sentOptions(sent).map(({ name, fields }) => {
    const cells = fields.map(({ label, bytes }) => {
      const hex = bytes.map((byte) => byte?.toString(16).padStart(2, '0') ?? '··').join(' ')
      return `<li><code>${e(hex)}</code> <small>${e(label[words.language])}</small></li>`
    })
    return `<li><code>${e(name)}</code><ol class="walk__bytes">${cells.join('')}</ol></li>`
  })
  return `<p>${isNew ? changedHtml(what) : what}</p><ol class="walk__options">${list.join('')}</ol><p class="walk__legend">${words.unknownBytes}</p>`
}
