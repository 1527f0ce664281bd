import { ANY } from '../../examples/kernel/inet.ts'
import { formatOptions } from '../../examples/kernel/options.ts'
import type { Language } from '../../reference/languages.ts'
import { errorName } from '../island/error-names.ts'
import { type Change, isObject, type Json, valueAt } from '../recorder/diff.ts'
import { lockNames } from '../recorder/lock-names.ts'
import type { SentSegment, Step } from '../recorder/recording.ts'
import { isTestOrScenario } from '../recorder/recording.ts'
import type { NamespaceState, SessionState, State } from '../recorder/state.ts'
import { type Kernel, oneName } from './kernel-stack.ts'
import { type SentenceWords, sentenceWords } from './sentence-words.ts'

/** What a sentence needs besides the step itself. */
export interface SentenceContext {
  language: Language
  names: Kernel['names']
  /** The step after it, which shows whether the statement calls a function. */
  next: Step | undefined
  /** The text of the current lines: a command of a scenario, or a statement. */
  line: string
}

/** A phrase for a change, with its rank: of several, the sentence tells that of the lowest rank. */
type Phrase = [rank: number, text: string]

/** The most further effects of a step that are told one by one. */
const mostOthers = 3

/** A step in words. Code is between backticks. */
export interface Told {
  /** What the step does: the function, and its first effect. */
  sentence: string
  /** That there are other effects, for a reader who sees the panel of the step; '' if there are none. */
  more: string
  /** The other effects, for a reader who only hears them: the first three, and how many more; '' if there are none. */
  others: string
}

/**
 * Says what a step does: the function, and its effect in the terms of the kernel. Of several effects the sentence tells
 * the first in rank. The panel of the step lists them all, and counts fields instead of effects.
 */
export function sentenceOf(step: Step, context: SentenceContext): Told {
  const words = sentenceWords(context.language)
  const subject = subjectOf(step, context, words)
  const phrases = phrasesOf(step, words)
  const [first, ...others] = phrases.map(([, text]) => text)
  const text = first ?? withoutEffect(step, context, words)
  const { space } = words
  const isWord = subject === words.test || subject === words.scenario
  const sentence = `${subject}${isWord ? space : ' '}${text}${words.end}`
  return {
    sentence: sentence.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
    more: others.length > 0 ? space + words.more : '',
    others:
      others.length > 0
        ? space + words.others(others.slice(0, mostOthers), Math.max(0, others.length - mostOthers))
        : '',
  }
}

function subjectOf({ frames }: Step, { names, line }: SentenceContext, words: SentenceWords): string {
  const frame = frames.at(-1)
  if (!frame) return words.test
  // A scenario is at its first line, which may be a comment, before its first command.
  if (frame.file.endsWith('.txt'))
    return line.startsWith('#') ? words.scenario : words.command(cutCommand(line.trim()))
  if (isTestOrScenario(frame.file)) return words.test
  const named = names[`${frame.file} ${frame.fn}`]
  if (named) return `\`${oneName(named.names)}\``
  return frame.fn ? `\`${withCall(frame.fn)}\`` : words.test
}

/** The most characters of a command that a sentence quotes: it has room for three lines on a phone. */
const longestCommand = 42

function cutCommand(command: string): string {
  if (command.length <= longestCommand) return command
  return `${command.slice(0, command.lastIndexOf(' ', longestCommand - 2))} …`
}

// Effects

/** Returns a phrase for each effect of a step, the most telling first. */
function phrasesOf(step: Step, words: SentenceWords): Phrase[] {
  const phrases = [
    ...step.sent.map((sent) => sentPhrase(sent, words)),
    ...step.changes.flatMap((change) => changePhrases(change, step, words)),
  ]
  if (phrases.length === 0)
    for (const [path, now] of step.changes)
      phrases.push([5, words.changes(path.at(-1) ?? '', textOf(valueAt(step.before, path)), textOf(now))])
  if (phrases.length === 0 && step.added > 0)
    phrases.push([6, words.prints(step.log.at(-1)?.replace(/^\[\d+\] /, '') ?? '')])
  return phrases.sort(([a], [b]) => a - b)
}

function sentPhrase({ subflow, segment, options }: SentSegment, words: SentenceWords): Phrase {
  const text = formatOptions(options).replace(/ ?size=\d+$/, '')
  if (segment === 'probe') return [1, words.measures(subflow, `${options.size}`)]
  return [1, words.sends(words.segments[segment], subflow, text && `\`${text}\``)]
}

/** A value of a change without a phrase of its own. */
function textOf(value: Json | undefined): string {
  return value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** Returns phrases for a change: several, if it sets or clears several bits. Most are one. */
function changePhrases([path, now]: Change, step: Step, words: SentenceWords): Phrase[] {
  const old = valueAt(step.before, path)
  const [root, name = '', ...rest] = path
  if (root === 'time') return [[7, words.clock(`${old ?? 0}`, `${now}`)]]
  if (root === 'routeErrors') {
    const keys = path.length > 1 ? [name] : Object.keys(isObject(now) ? now : {})
    return keys.map((key) => routePhrase(key, isObject(now) ? now[key] : now, words))
  }
  if (root === 'namespaces') {
    if (name === '') return [[2, words.boots([])]]
    return namespacePhrases(name, rest, old, now, step, words)
  }
  if (root === 'sessions' && name) return sessionPhrases(name, rest, old, now, step, words)
  if (root === 'queue') return queuePhrases([name, ...rest], old, now, step.after.time, words)
  return []
}

function routePhrase(key: string, now: Json | undefined, words: SentenceWords): Phrase {
  const [from = '', to = ''] = key.split(' ')
  return [
    3,
    now === undefined
      ? words.routeWorks(from, to)
      : words.routeFails(from, to, errorName(-Number(now)) ?? `${now}`),
  ]
}

function namespacePhrases(
  net: string,
  path: readonly string[],
  old: Json | undefined,
  now: Json | undefined,
  { before, after }: Step,
  words: SentenceWords,
): Phrase[] {
  const [part, family = '', field, slot = ''] = path
  if (!part) {
    if (now === undefined) return [[1, words.namespaceGone(net)]]
    const devices = Object.keys((now as unknown as NamespaceState).devices ?? {})
    if (net !== 'init') return [[1, words.newNamespace(net)]]
    return [[2, words.boots(devices)]]
  }
  if (part === 'devices') return devicePhrases(family, path.slice(2), old, now, words)
  if (part === 'events') return eventPhrases(old, now, words)
  if (part !== 'local') return []
  const n = family.slice(1)
  if (field === 'bits') {
    const name = `loc${n}_bits`
    return bitPhrases(old, now, (bit, on) => [
      4,
      on ? words.localUsed(bit, name) : words.localFreed(bit, name),
    ])
  }
  if (field === 'next') return [[5, words.nextSlot(`next_v${n}_index`, `${now}`)]]
  if (field === 'slots' && path.length === 4) {
    if (!isObject(now)) return [[4, words.localGone(slot)]]
    return [[3, words.localWritten(`${now.address}`, slot, `${now.id}`)]]
  }
  if (field === 'slots') {
    const name = path[4] ?? ''
    const { address } = after.namespaces[net]?.local[family as 'v4' | 'v6'].slots[slot] ?? {}
    if (name === 'address')
      return [
        [
          3,
          words.localWritten(
            `${now}`,
            slot,
            `${after.namespaces[net]?.local[family as 'v4' | 'v6'].slots[slot]?.id}`,
          ),
        ],
      ]
    const shown = typeof now === 'boolean' ? `${Number(now)}` : `${now}`
    return [
      [4, words.localField(localFields[name] ?? name, `${slot}${address ? ` (${address})` : ''}`, shown)],
    ]
  }
  return before.namespaces[net] ? [[4, words.tableFreed]] : []
}

const localFields: Readonly<Record<string, string>> = { lowPrio: 'low_prio', ifindex: 'if_idx', id: 'loc_id' }

function devicePhrases(
  device: string,
  path: readonly string[],
  old: Json | undefined,
  now: Json | undefined,
  words: SentenceWords,
): Phrase[] {
  const [field] = path
  if (!field) return now === undefined ? [] : [[2, words.newDevices([device])]]
  if (field === 'up') return [[2, words.deviceUp(device, Boolean(now))]]
  if (field === 'multipath') return [[2, words.multipath(device, `${now}`)]]
  const [was, is] = [listOf(old), listOf(now)]
  return [
    ...is.filter((one) => !was.includes(one)).map((one): Phrase => [2, words.addressAdded(one, device)]),
    ...was.filter((one) => !is.includes(one)).map((one): Phrase => [2, words.addressRemoved(one, device)]),
  ]
}

/** The event that an item of `events` stands for: `ADD 10.0.1.1`. */
function eventText(event: Json): string {
  return Array.isArray(event) ? `${event[0]} ${event[1]}` : `${event}`
}

function eventPhrases(old: Json | undefined, now: Json | undefined, words: SentenceWords): Phrase[] {
  const texts = (value: Json | undefined) => (Array.isArray(value) ? value.map(eventText) : [])
  const [was, is] = [texts(old), texts(now)]
  const added = is.filter((event) => !was.includes(event))
  const gone = was.filter((event) => !is.includes(event))
  if (was.length === is.length && added.length === 1 && gone.length === 1)
    return [[3, words.eventMerged(gone[0] ?? '', added[0] ?? '')]]
  return [
    ...added.map((event): Phrase => [3, words.eventQueued(event)]),
    ...gone.map((event): Phrase => [3, words.eventTaken(event)]),
  ]
}

function sessionPhrases(
  session: string,
  path: readonly string[],
  old: Json | undefined,
  now: Json | undefined,
  step: Step,
  words: SentenceWords,
): Phrase[] {
  const [field, name = '', ...rest] = path
  const isOn = Boolean(now)
  if (!field) return [[1, now === undefined ? words.sessionGone(session) : words.newSession(session)]]
  if (field === 'mutex') return [[5, words.lock(lockNames.mutex, session, isOn)]]
  if (field === 'owned') return [[5, words.owned(session, isOn)]]
  if (field === 'deferred') return [[3, words.deferred(session, isOn)]]
  if (field === 'pathManager') return [[2, words.pathManager(session, `${now}`)]]
  if (field === 'dead') return [[2, words.dead(session)]]
  if (field === 'socketRefs' || field === 'controlRefs') {
    const what = field === 'socketRefs' ? words.socket : words.control
    return [[8, words.reference(what, session, Number(now) > Number(old), `${now}`)]]
  }
  if (field === 'subflows') return subflowPhrases(name, rest[0], old, now, words)
  if (field !== 'private') return []
  if (!name) return [[2, now === undefined ? words.privateGone(session) : words.newPrivate(session)]]
  if (name === 'addAddr') return [[3, words.addAddr(session, `${old}`, `${now}`)]]
  if (name === 'firstPair') return [[4, words.firstPair(session, isOn)]]
  if (name === 'removeAddrs')
    return bitPhrases(old, now, (bit, on) => [3, on ? words.removeRequested(bit) : words.removeDone(bit)])
  if (name === 'announced') {
    const label = `announced_addrs_${rest[0]}`
    return bitPhrases(old, now, (bit, on) => [
      4,
      on ? words.announced(bit, label) : words.unannounced(bit, label),
    ])
  }
  return name === 'remotes' ? remotePhrases(session, rest, old, now, step, words) : []
}

function subflowPhrases(
  name: string,
  field: string | undefined,
  old: Json | undefined,
  now: Json | undefined,
  words: SentenceWords,
): Phrase[] {
  if (!field) {
    if (!isObject(now)) return [[2, words.subflowGone(name)]]
    const { source, destination, destinationPort, state } = now
    if (destinationPort !== 0) return [[1, words.newSubflow(name, `${source}`, `${destination}`, `${state}`)]]
    const isUnset = (address: Json | undefined) => Object.values<unknown>(ANY).includes(address)
    const [from = '', to = ''] = [source, destination].map((address) =>
      isUnset(address) ? words.unset(`${address}`) : `${address}`,
    )
    const call = isUnset(source) ? 'bind' : 'connect'
    return [[1, words.newSubflow(name, from, to, words.failed(`${state}`, call))]]
  }
  if (field === 'state') return [[2, words.subflowState(name, `${old}`, `${now}`)]]
  if (field === 'established') return [[3, words.fullyEstablished(name)]]
  if (field === 'lowPrio') return [[3, words.lowPrio(name, Boolean(now))]]
  if (field === 'pf') return [[4, words.potentiallyFailed(name, Boolean(now))]]
  return []
}

function remotePhrases(
  session: string,
  [family = '', part, slot = '', field]: readonly string[],
  old: Json | undefined,
  now: Json | undefined,
  { after, before }: Step,
  words: SentenceWords,
): Phrase[] {
  const n = family.slice(1)
  if (part === 'bits') {
    const name = `rem${n}_bits`
    return bitPhrases(old, now, (bit, on) => [
      4,
      on ? words.remoteUsed(bit, name) : words.remoteFreed(bit, name),
    ])
  }
  if (part !== 'slots') return []
  const remote = after.sessions[session]?.private?.remotes[family as 'v4' | 'v6'].slots[slot]
  if (!field) return isObject(now) ? [[3, words.remoteWritten(`${now.address}`, slot, `${now.id}`)]] : []
  if (field === 'address') return [[3, words.remoteWritten(`${now}`, slot, `${remote?.id}`)]]
  if (field === 'id') return [[4, words.remoteField(`rem${n}_id`, slot, `${now}`)]]
  if (field === 'port') return [[4, words.remoteField('port', slot, `${now}`)]]
  const isRetry = field === 'retryBitfield'
  const label = `remaddr${n}[${slot}].${isRetry ? 'retry_bitfield' : 'bitfield'}`
  const set = isRetry ? words.retry : words.tried
  const clear = isRetry ? words.noRetry : words.untried
  const to = remote?.address ?? ''
  return bitPhrases(old, now, (bit, on) => {
    const from = localAt(after, before, session, family, bit)
    return [3, (on ? set : clear)(from, to, bit, label)]
  })
}

/** Returns the address in a local slot, or the name of the slot if it has none. */
function localAt(after: State, before: State, session: string, family: string, slot: string): string {
  const net = (after.sessions[session] ?? (before.sessions[session] as SessionState | undefined))?.namespace
  const held = after.namespaces[net ?? '']?.local[family as 'v4' | 'v6'].slots[slot]
  return held?.address ?? `locaddr${family.slice(1)}[${slot}]`
}

function queuePhrases(
  [part, work = '']: readonly string[],
  old: Json | undefined,
  now: Json | undefined,
  time: number,
  words: SentenceWords,
): Phrase[] {
  const added = () => listOf(now).filter((one) => !listOf(old).includes(one))
  const gone = () => listOf(old).filter((one) => !listOf(now).includes(one))
  if (part === 'ready')
    return [
      ...added().map((one): Phrase => [3, words.queued(one)]),
      ...gone().map((one): Phrase => [4, words.taken(one)]),
    ]
  if (part === 'asleep') {
    const [work = '', lock = ''] = (added()[0] ?? gone()[0] ?? '').split(/: (?=\w+\(\w+\)$)/)
    return [[2, added().length > 0 ? words.sleeps(work, lock) : words.wakes(work)]]
  }
  if (part !== 'timers' || !work) return []
  if (now !== undefined) return [[3, words.armed(work, `${now}`)]]
  return [[4, Number(old) <= time ? words.fired(work) : words.cancelled(work)]]
}

/** Returns a phrase for each bit that differs. */
function bitPhrases(
  old: Json | undefined,
  now: Json | undefined,
  phrase: (bit: string, on: boolean) => Phrase,
): Phrase[] {
  const [was, is] = [Number(old ?? 0), Number(now ?? 0)]
  const changed = was ^ is
  const bits = Array.from({ length: 16 }, (_, bit) => bit).filter((bit) => (changed >> bit) & 1)
  return bits.map((bit) => phrase(`${bit}`, Boolean((is >> bit) & 1)))
}

function listOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

// Steps without effects

function withoutEffect(
  step: Step,
  { next, names, line: code }: SentenceContext,
  words: SentenceWords,
): string {
  const { frames, outcome, lastLine } = step
  const line = `${frames.at(-1)?.line ?? ''}`
  const called = calledBy(step, next)
  if (called) {
    const named = names[`${called.file} ${called.fn}`]
    const call = words.calls(named ? oneName(named.names) : withCall(called.fn), throughIn(code, called.fn))
    return typeof outcome === 'boolean'
      ? `${call}${words.and}${words.holds(conditionIn(code), line, outcome)}`
      : call
  }
  if (typeof outcome === 'boolean') return words.holds(conditionIn(code), line, outcome)
  if (typeof outcome === 'string')
    return outcome === 'undefined' ? words.returnsNothing : words.returns(outcome)
  const lines = lastLine > Number(line) ? `${line}–${lastLine}` : line
  const statement = statementIn(code)
  if (statement === 'return') return words.returnsNothing
  if (statement.startsWith('return ')) return words.returns(statement.slice('return '.length))
  return statement.startsWith('expect') ? words.checks(statement, lines) : words.runs(statement, lines)
}

/** Marks a name that could be an English word as that of a function: `begin()`. */
function withCall(fn: string): string {
  return /^[a-z]+$/.test(fn) ? `${fn}()` : fn
}

/** Returns a statement, or the beginning of a long one: up to a template, as backticks mark code. */
function statementIn(code: string): string {
  const text = code
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ \{$/, '')
  const [first = ''] = text.split('`')
  if (first === text && text.length <= longestCondition) return text
  const [fitting = ''] = /^.{1,58}(?= )/.exec(first) ?? /^.{1,57}[^?](?=[.?])/.exec(first) ?? []
  return `${fitting} …`
}

/** The most characters of a condition or a statement that a sentence quotes. */
const longestCondition = 60

/** Returns the condition of an `if` or a `while`, or the beginning of a long one; '' if the statement has none. */
function conditionIn(code: string): string {
  const start = /(?:if|while) \(/.exec(code)
  if (!start) return ''
  const from = start.index + start[0].length
  let [depth, end] = [1, from]
  for (; end < code.length && depth > 0; end++) depth += code[end] === '(' ? 1 : code[end] === ')' ? -1 : 0
  const condition = code
    .slice(from, end - 1)
    .replace(/\s+/g, ' ')
    .trim()
  if (depth > 0) return ''
  if (condition.length <= longestCondition) return condition
  const cut = Math.max(...[' || ', ' && '].map((sign) => condition.lastIndexOf(sign, longestCondition - 5)))
  return cut > 0 ? `${condition.slice(0, cut + 3)} …` : ''
}

/**
 * Returns the function that a statement calls in place of the one that the next step is in: a function without steps, which
 * calls that. '' if the statement names the function itself, or if it calls several.
 */
function throughIn(code: string, fn: string): string {
  const calls = new Set(
    [...code.matchAll(/(?<![\w.])(?!(?:for|if|while|switch)\b)(\w+)\(/g)].map(([, name]) => name),
  )
  const [only = ''] = calls
  return calls.size === 1 && only !== fn ? only : ''
}

/** Returns the frame of a function that the next step is in, if this step's statement called it. */
function calledBy({ frames }: Step, next: Step | undefined) {
  if (!next || next.frames.length <= frames.length) return undefined
  return frames.every((frame, at) => {
    const other = next.frames[at]
    return other?.file === frame.file && other.fn === frame.fn && other.line === frame.line
  })
    ? next.frames[frames.length]
    : undefined
}
