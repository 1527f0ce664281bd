import type { Scenario, Step } from '../../examples/scenario/parse.ts'
import { formatScenario } from '../../examples/scenario/parse.ts'
import { languageOf } from '../../reference/text.ts'
import { errorName, withErrorNames } from '../island/error-names.ts'
import { escapeHtml } from '../notes/highlight.ts'
import type { Event, Recording } from './lab-recording.ts'
import type { Situation } from './situations.ts'
import type { Words } from './words.ts'

/** Lines that tell what reaches the wire, or the list of subflows; the others keep the machine's books. */
const telling = /^(?!\[)|^\[\d+\] ((ack|tx|join|accepted|close|error|fallback) |op get_local_id)/

/** Commands that only bring subflows up, as the handshake on the wire would. */
const handshake = /^sub \S+ \d+ (established|acked)$/

/** A situation as HTML: two columns, each a group with a name. */
export function renderSituation(
  { id, recording, scenario }: Situation,
  locale: string,
  words: Words,
): string {
  const column = (name: 'then' | 'now', title: string, source: string, body: string) =>
    `<div role="group" class="then-and-now__column then-and-now__column--${name}" aria-labelledby="${id}-${name}"><p class="then-and-now__title" id="${id}-${name}"><strong>${title}</strong> <span>${escapeHtml(source)}</span></p>${body}</div>`
  return (
    column('then', words.oldTitle, words.oldSource, renderOld(scenario, locale, words)) +
    column(
      'now',
      words.newTitle,
      words.newSource(recording.kernel),
      renderNew(recording, beginsLater(scenario), words),
    )
  )
}

function renderOld(scenario: Scenario, locale: string, words: Words): string {
  const language = languageOf(locale)
  const { steps, epilogue } = scenario
  if (steps.length === 0)
    return `<p class="then-and-now__none">${words.noCounterpart}</p>${remarks(epilogue, language)}`
  const first = steps.findIndex(({ comments }) => comments.length > 0)
  const shown = steps
    .slice(first)
    .map((step) => remarks(step.comments, language) + renderStep(step))
    .join('')
  return `<div class="then-and-now__story">${shown}</div>${whole(scenario, language, words)}`
}

function renderStep({ command, expected }: Step): string {
  if (handshake.test(command)) return ''
  const lines = expected
    .filter((line) => telling.test(line))
    .map((line) => `<span class="then-and-now__line">${withErrorNames(unbroken(escapeHtml(line)))}\n</span>`)
  return `<pre><code><b class="then-and-now__line">${escapeHtml(command)}\n</b>${lines.join('')}</code></pre>`
}

function whole({ steps, epilogue }: Scenario, language: string, words: Words): string {
  const mine = (comments: readonly string[]) =>
    comments
      .filter((comment) => comment.startsWith(`# ${language} `))
      .map((comment) => `# ${comment.slice(5)}`)
  const text = formatScenario({
    steps: steps.map((step) => ({ ...step, comments: mine(step.comments) })),
    epilogue: mine(epilogue),
  })
  return `<details><summary>${words.whole(steps.length)}</summary><pre tabindex="0"><code>${withErrorNames(escapeHtml(text.trim()))}</code></pre></details>`
}

function remarks(comments: readonly string[], language: string): string {
  return comments
    .filter((comment) => comment.startsWith(`# ${language} `))
    .map((comment) => `<p>${escapeHtml(comment.slice(5))}</p>`)
    .join('')
}

/** True when the mesh of a scenario is up before its story begins. */
function beginsLater({ steps }: Scenario): boolean {
  const first = steps.findIndex(({ comments }) => comments.length > 0)
  return steps.slice(0, first).some(({ command }) => command.startsWith('established '))
}

/** A line that is not broken within an arrow, nor before the result at its end. */
function unbroken(html: string): string {
  return html.replace(/-&#62;|= -?\d+$/g, '<span class="then-and-now__unbroken">$&</span>')
}

/** What was recorded. If the mesh is up before the story begins, what comes before the first command is folded away. */
function renderNew(recording: Recording, isLater: boolean, words: Words): string {
  const events = recording.events.map(
    (event) =>
      `<li><time>${words.time(event.at)}</time> <span>${describe(event, recording, words)}</span></li>`,
  )
  const failures = Object.entries(recording.failures).map(
    ([side, counters]) =>
      `<p>${escapeHtml(
        words.failures(
          side as 'client' | 'server',
          Object.entries(counters)
            .map(([name, count]) => `${name} ${count}`)
            .join(', '),
        ),
      )}</p>`,
  )
  const list = (items: string[]) => `<ol class="then-and-now__events">${items.join('')}</ol>`
  const first = recording.events.findIndex(({ what }) => what === 'run')
  const story =
    isLater && first > 0
      ? `<details><summary>${words.before(first)}</summary>${list(events.slice(0, first))}</details>${list(events.slice(first))}`
      : list(events)
  return story + failures.join('') + settings(recording, words)
}

function settings({ endpoints, setup }: Recording, words: Words): string {
  const lines = [
    ...setup.map(({ side, command }) => `${words.sides[side]}: ${command}`),
    ...(['client', 'server'] as const).flatMap((side) =>
      endpoints[side].map((endpoint) => `${words.sides[side]}: ${endpoint}`),
    ),
  ]
  if (lines.length === 0) return ''
  return `<details><summary>${words.settings}</summary><pre tabindex="0"><code>${escapeHtml(lines.join('\n'))}</code></pre></details>`
}

function describe(event: Event, { alive }: Recording, words: Words): string {
  const who = (side: string) => `<i>${words.sides[side] ?? side}</i> `
  const times = (all: number[]) => all.map((ms) => words.time(ms)).join(', ')
  const list = (numbers: number[]) => numbers.join(', ')
  switch (event.what) {
    case 'run':
      return `${who(event.side)}<code>${escapeHtml(event.command)}</code>${event.error ? ` ${words.fails}: ${escapeHtml(event.error)}` : ''}`
    case 'open': {
      const to = event.port === undefined ? event.to : withPort(event.to, event.port)
      const more = [
        event.join ? words.ids(event.localId, event.remoteId) : '',
        event.backup ? words.backup : '',
        event.peerBackup ? words.peerBackup : '',
        event.outcome === 'refused' ? words.refused : '',
        event.outcome === 'no answer' ? words.noAnswer : '',
        event.again ? words.again(times(event.again)) : '',
      ].filter(Boolean)
      const verb = event.join ? words.joins : words.connects
      const tail = more.length ? ` <small>${more.join(' · ')}</small>` : ''
      return `${who(event.side)}<b>#${event.subflow}</b> ${verb(event.from, to)}${tail}`
    }
    case 'announce': {
      const address = event.port === undefined ? event.address : withPort(event.address, event.port)
      return who(event.side) + (event.echo ? words.echoes : words.announces)(event.id, address)
    }
    case 'remove':
      return who(event.side) + words.withdraws(list(event.ids))
    case 'prio':
      return who(event.side) + words.priority(event.subflow, event.backup)
    case 'close':
      return who(event.side) + words.closes(event.subflows.map((n) => `#${n}`).join(', '), event.by)
    case 'gone':
      return who(event.side) + words.gone(event.from, event.to, nameError(event.error))
    case 'fastclose':
      return who(event.side) + words.fastclose(event.subflows.map((n) => `#${n}`).join(', '))
    case 'flags':
      return who(event.side) + words.flags(event.flags)
    case 'end':
      return who(event.side) + words.ends(alive.client, alive.server)
  }
}

/** `111 ECONNREFUSED` */
function nameError(number: number): string {
  return [number, errorName(number)].filter(Boolean).join(' ')
}

function withPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
