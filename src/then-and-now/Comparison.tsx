import type { ComponentChildren, VNode } from 'preact'
import { formatScenario, type Scenario } from '../../examples/scenario/parse.ts'
import { type Language, languageOf, textIn } from '../../reference/languages.ts'
import { errorName } from '../island/error-names.ts'
import { LogText } from '../island/log-text.tsx'
import { remarksIn } from '../notes/remarks.ts'
import { align, type Row } from './align.ts'
import type { Kernel } from './item.ts'
import { itemsNow, pairsWithoutSyn } from './items-now.ts'
import { hostsOf, itemsThen, opensSession } from './items-then.ts'
import { Ladder } from './Ladder.tsx'
import { layOut } from './layout.ts'
import type { Event, LabRecording } from './recording.ts'
import type { Situation } from './situations.ts'
import { type Words, wordsIn } from './words.ts'

/** Renders a situation in two columns: the model, and mainline. In MDX it is `<ThenAndNow of="a-fullmesh-3x3" />`. */
export function comparison(situation: Situation, locale: string): VNode {
  const { id, recording, scenario } = situation
  const words = wordsIn(locale)
  const rows = rowsOf(situation, words)
  const pictures = layOut(rows, words)
  const ladder = (kernel: Kernel) => (
    <Ladder kernel={kernel} rows={rows} picture={pictures[kernel]} words={words} />
  )
  const oldSource = scenario.steps.length > 0 ? words.oldSource : words.oldInspected
  return (
    <div class="then-and-now" data-situation={id}>
      <Column id={`${id}-then`} kind="then" title={words.oldTitle} source={oldSource}>
        {scenario.steps.length > 0 && ladder('v095')}
        <div>
          <Then scenario={scenario} language={languageOf(locale)} words={words} />
        </div>
      </Column>
      <Column id={`${id}-now`} kind="now" title={words.newTitle} source={words.newSource(recording.kernel)}>
        {ladder('mainline')}
        <div>
          <Now recording={recording} isFolded={isMeshPrepared(scenario)} words={words} />
        </div>
      </Column>
    </div>
  )
}

/** Returns what the ladders of a situation show, row by row. If both begin with a mesh, its opening is one row. */
export function rowsOf({ scenario, recording }: Situation, words: Words): Row[] {
  const isFolded = isMeshPrepared(scenario) && recording.events.some(({ what }) => what === 'run')
  const first = isFolded ? firstShownStep(scenario) : scenario.steps.findIndex(opensSession)
  const then = itemsThen(scenario, first, words)
  // The model knows no neighbours: where mainline had none, v0.95 has none either.
  for (const pair of pairsWithoutSyn(recording)) {
    const item = then.find(({ key }) => key === `join ${pair}`)
    if (!item) continue
    Object.assign(item, { kind: 'event', text: words.noSyn(pair, words.noNeighbour), details: [] })
    delete item.key
  }
  return align(then, itemsNow(recording, isFolded, words), hostsOf(scenario))
}

interface ColumnProps {
  id: string
  kind: 'then' | 'now'
  title: string
  source: string
  children: ComponentChildren
}

function Column({ id, kind, title, source, children }: ColumnProps): VNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is nothing to fill in
    <div role="group" class={`then-and-now__column then-and-now__column--${kind}`} aria-labelledby={id}>
      <p class="then-and-now__title" id={id}>
        <strong>{title}</strong> <span>{source}</span>
      </p>
      {children}
    </div>
  )
}

// Then

function Then({ scenario, language, words }: { scenario: Scenario; language: Language; words: Words }) {
  const { steps, epilogue } = scenario
  const mine = (comments: readonly string[]) =>
    remarksIn(comments).map((remark) => textIn(remark, language).text)
  const remarks = (comments: readonly string[]) => mine(comments).map((comment) => <p>{comment}</p>)
  if (steps.length === 0)
    return (
      <>
        <p class="then-and-now__none">{words.noCounterpart}</p>
        {remarks(epilogue)}
      </>
    )
  const asComments = (comments: readonly string[]) => mine(comments).map((comment) => `# ${comment}`)
  const whole = formatScenario({
    steps: steps.map((step) => ({ ...step, comments: asComments(step.comments) })),
    epilogue: asComments(epilogue),
  })
  return (
    <>
      <ol class="then-and-now__remarks" aria-label={words.remarks}>
        {[...steps.flatMap(({ comments }) => mine(comments)), ...mine(epilogue)].map((remark) => (
          <li>{remark}</li>
        ))}
      </ol>
      {steps
        .slice(firstShownStep(scenario))
        .filter(({ command }) => command.startsWith('state '))
        .map(({ command, expected }) => (
          <Sheet text={[command, ...expected].join('\n')} />
        ))}
      <Fold summary={words.whole(steps.length)}>
        <Sheet text={whole.trim()} />
      </Fold>
    </>
  )
}

/** Returns the index of the first step with a comment. The steps before it are the preparation. */
function firstShownStep({ steps }: Scenario): number {
  return steps.findIndex(({ comments }) => comments.length > 0)
}

/** Returns true if the preparation of a scenario opens the mesh. */
function isMeshPrepared(scenario: Scenario): boolean {
  const before = scenario.steps.slice(0, firstShownStep(scenario))
  return before.some(({ command }) => command.startsWith('established '))
}

// Now

/** The recorded events. With `isFolded`, those before the first command are folded. */
function Now({ recording, isFolded, words }: { recording: LabRecording; isFolded: boolean; words: Words }) {
  const { events, failures } = recording
  const list = (shown: Event[]) => (
    <ol class="then-and-now__events">
      {shown.map((event) => (
        <li>
          <time>{words.time(event.at)}</time>{' '}
          <span>
            <i>{words.sides[event.side] ?? event.side}</i> {describe(event, recording, words)}
          </span>
        </li>
      ))}
    </ol>
  )
  const first = isFolded ? events.findIndex(({ what }) => what === 'run') : 0
  return (
    <>
      <Fold summary={words.asText}>
        {first > 0 && <Fold summary={words.before(first)}>{list(events.slice(0, first))}</Fold>}
        {list(events.slice(Math.max(0, first)))}
      </Fold>
      {Object.entries(failures).map(([side, counters]) => {
        const counts = Object.entries(counters).map(([name, count]) => `${name} ${count}`)
        return <p>{words.failures(side as 'client' | 'server', counts.join(', '))}</p>
      })}
      <Settings recording={recording} words={words} />
    </>
  )
}

function Settings({ recording: { endpoints, setup }, words }: { recording: LabRecording; words: Words }) {
  const lines = [
    ...setup.map(({ side, command }) => `${words.sides[side]}: ${command}`),
    ...(['client', 'server'] as const).flatMap((side) =>
      endpoints[side].map((endpoint) => `${words.sides[side]}: ${endpoint}`),
    ),
  ]
  if (lines.length === 0) return null
  return (
    <Fold summary={words.settings}>
      <Sheet text={lines.join('\n')} />
    </Fold>
  )
}

function describe(event: Event, { alive }: LabRecording, words: Words): ComponentChildren {
  const numbers = (subflows: number[]) => subflows.map((number) => `#${number}`).join(', ')
  switch (event.what) {
    case 'run':
      return (
        <>
          <code>{event.command}</code>
          {event.error && ` ${words.fails}: ${event.error}`}
        </>
      )
    case 'open': {
      const more = [
        event.join && words.ids(event.localId, event.remoteId),
        event.backup && words.backup,
        event.peerBackup && words.peerBackup,
        event.outcome === 'refused' && words.refused,
        event.outcome === 'no answer' && words.noAnswer,
        event.again && words.again(event.again.map(words.time).join(', ')),
      ].filter(Boolean)
      const verb = event.join ? words.joins : words.connects
      return (
        <>
          <b>#{event.subflow}</b> {verb(event.from, withPort(event.to, event.port))}
          {more.length > 0 && (
            <>
              {' '}
              <small>{more.join(' · ')}</small>
            </>
          )}
        </>
      )
    }
    case 'announce': {
      const say = event.echo ? words.echoes : words.announces
      return say(event.id, withPort(event.address, event.port))
    }
    case 'remove':
      return words.withdraws(event.ids.join(', '))
    case 'prio':
      return words.priority(event.subflow, event.backup)
    case 'close':
      return words.closes(event.subflows.length, numbers(event.subflows), event.by)
    case 'gone':
      return words.gone(event.from, event.to, [event.error, errorName(event.error)].filter(Boolean).join(' '))
    case 'fastclose':
      return words.fastclose(numbers(event.subflows))
    case 'flags':
      return words.flags(event.flags)
    case 'end':
      return words.ends(alive.client, alive.server)
  }
}

function withPort(address: string, port: number | undefined): string {
  if (port === undefined) return address
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}

// Both

function Fold({ summary, children }: { summary: string; children: ComponentChildren }): VNode {
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

function Sheet({ text }: { text: string }): VNode {
  return (
    <pre tabindex={0}>
      <code>
        <LogText text={text} />
      </code>
    </pre>
  )
}
