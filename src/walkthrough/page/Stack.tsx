import type { VNode } from 'preact'
import { fullmeshFile, placeName, sourceUrl } from '../../../reference/kernel-source.ts'
import { codeTag } from '../../../reference/languages.ts'
import { here } from '../../island/fetch.ts'
import { lockNames } from '../../recorder/lock-names.ts'
import { oneName, type ShownFrame } from '../kernel-stack.ts'
import { PanelHead, type Shown } from './panel.tsx'
import { Text, textOf } from './Text.tsx'

/** The most characters of the statement of a test, or of a command. */
const longestStatement = 90

/** The call stack from the entry of the kernel, the innermost frame last; the ways in; the locks that are held. */
export function StackPanel({ scene: { stack, step, cFrames }, code, words, later }: Shown): VNode {
  const { frames, choices, contexts } = stack
  const held = Object.entries(step.after.sessions).flatMap(([session, state]) =>
    (['mutex', 'owned'] as const).flatMap((lock) => (state[lock] ? [{ session, lock }] : [])),
  )
  const inC = frames.filter(({ file }) => file === fullmeshFile)
  const lineOf = (frame: ShownFrame) => cFrames[inC.indexOf(frame)]?.now[0]?.[0] ?? frame.line
  const statementOf = ({ model, isTestOrScenario }: ShownFrame) =>
    model && isTestOrScenario ? textOf(code.get(model.file)?.[model.line - 1] ?? '').trim() : ''
  // Of several frames that name locks, the innermost counts.
  const locked = frames.findLast(({ locks }) => locks)
  return (
    <section class="stage__panel stage__stack" data-panel="stack" data-pane="stack">
      <PanelHead title={words.callStack}>
        {choices.map(({ key, target, stacks, chosen }) => (
          <label class="stage__way">
            <span class="walk__sr">
              <Text text={words.way(`\`${target}\``)} />
            </span>
            <select key={chosen} data-way={key} aria-label={words.way(target)}>
              {stacks.map(({ id, summary, ip }) => (
                <option value={id} selected={id === chosen}>
                  {summary.replaceAll('`', '') + (ip ? ` (${ip})` : '')}
                </option>
              ))}
            </select>
          </label>
        ))}
      </PanelHead>
      <ol
        class="walk__frames"
        tabIndex={0}
        aria-label={words.callStack}
        data-context={contexts.length === 1 ? contexts[0] : undefined}
      >
        {frames.map((frame) => (
          <Frame
            frame={frame}
            line={lineOf(frame)}
            statement={statementOf(frame)}
            hasLocks={frame === locked}
            words={words}
            later={later}
          />
        ))}
      </ol>
      {held.length > 0 && (
        <p class="stage__locks">
          {words.locks}
          {held.map(({ session, lock }) => (
            <code>{`${lockNames[lock]}(${session}) `}</code>
          ))}
        </p>
      )}
    </section>
  )
}

/** The function of a frame. If the C file defines it, it leads to its entry among the symbols. */
function FrameName({
  name,
  symbol,
  later,
}: { name: string; symbol: string | false | undefined } & Pick<Shown, 'later'>): VNode {
  const href = symbol && later?.symbolAddress(symbol, here('../'))
  return href ? (
    <a href={href}>
      <code>{name}</code>
    </a>
  ) : (
    <code>{name}</code>
  )
}

function Frame({
  frame,
  line,
  statement,
  hasLocks,
  words,
  later,
}: {
  frame: ShownFrame
  /** The line in C: of the statement, or of the function. */
  line: number | undefined
  /** The line of the test, or the command of the scenario; '' for other frames. */
  statement: string
  hasLocks: boolean
} & Pick<Shown, 'words' | 'later'>): VNode {
  const { names, file, locks, model, isTestOrScenario } = frame
  const kind = isTestOrScenario ? 'test' : !names ? 'model' : model ? 'both' : 'kernel'
  return (
    <li data-kind={kind}>
      {isTestOrScenario ? (
        <span>{words.testOrScenario(model?.file ?? '')}</span>
      ) : (
        <FrameName
          name={names ? oneName(names) : (model?.fn ?? '')}
          symbol={file === fullmeshFile && names?.[0]}
          later={later}
        />
      )}
      {file && line ? (
        <a class="c-line" href={sourceUrl(file, line)} title={placeName(file, line)}>
          {file === fullmeshFile ? `:${line}` : placeName(file, line)}
        </a>
      ) : null}
      {model && (
        <span class="walk__ts" title={placeName(model.file, model.line)}>
          {isTestOrScenario
            ? placeName(model.file, model.line)
            : `${names ? model.fn : words.modelOnly} :${model.line}`}
        </span>
      )}
      {statement && (
        <span class="walk__ts" lang={codeTag}>
          {statement.length > longestStatement ? `${statement.slice(0, longestStatement - 2)} …` : statement}
        </span>
      )}
      {locks && hasLocks && (
        <span class="walk__locks">
          {words.locks}
          <Text text={locks} />
        </span>
      )}
    </li>
  )
}
