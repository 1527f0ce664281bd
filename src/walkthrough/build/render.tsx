import type { VNode } from 'preact'
import { tagOf, textIn } from '../../../reference/languages.ts'
import { LogText } from '../../island/log-text.tsx'
import { testWalkId, walkId } from '../../island/walk-address.ts'
import { MeshPicture } from '../../mesh/Mesh.tsx'
import { meshOf, placesOf } from '../../mesh/mesh.ts'
import { meshWords } from '../../mesh/words.ts'
import { type BuiltElement, buildElement } from '../../notes/built-element.ts'
import { testDataName } from '../../notes/examples.ts'
import type { Test } from '../../notes/test-titles.ts'
import { nothing } from '../../recorder/nothing.ts'
import { isTestOrScenario, type Step, unpack, type WalkRecording } from '../../recorder/recording.ts'
import { describe } from '../describe.ts'
import { type KernelName, oneName } from '../kernel-stack.ts'
import { Skeleton } from '../Skeleton.tsx'
import type { Words } from '../words.ts'
import { isScenario } from './scenario.ts'

/** The most steps that are all listed. Of a longer walk, only steps with changes or log lines are listed. */
const longWalk = 150

/** The size of the mesh below the list: for a phone, and for paper. */
const endSize = { width: 380, height: 160, isNarrow: true }

/** The most characters of a statement that are quoted. */
const longLine = 90

/** The URL of an element's module, and the files in its folder that the element loads. */
export interface WalkUrls {
  island: string
  walk: string
  kernel: string
  /** The URLs that the first step needs, separated by spaces: they are loaded beside the module. */
  begins: string
}

/** Returns the name of the generated data of a walk, for `<Walkthrough of test>`. */
export function walkDataName(of: string, key?: string): string {
  return isScenario(of) ? of.replace(/\.txt$/, '').replaceAll('/', '-') : testDataName(of, key)
}

/**
 * Renders a walk that has not begun: a button, and the list of its steps.
 *
 * @param of a unit, or a scenario file
 * @param test the test of the unit
 * @param texts the text of each file in which the walk has steps
 */
export function renderWalk(
  of: string,
  test: Test | undefined,
  recording: WalkRecording,
  texts: ReadonlyMap<string, string>,
  names: Record<string, KernelName>,
  urls: WalkUrls,
  words: Words,
): BuiltElement {
  const id = test ? testWalkId(test.key) : walkId(of)
  const steps = unpack(recording)
  const isLong = steps.length > longWalk
  const listed = [...steps.entries()].filter(
    ([, { changes, added }]) => !isLong || changes.length + added > 0,
  )
  const end = steps.at(-1) ?? { after: nothing }
  const session = Object.keys(end.after.sessions)[0]
  const summary = isLong ? words.effects(listed.length, steps.length) : words.steps(steps.length)
  const name = test ? <span>{textIn(test.titles, words.language)}</span> : <code>{of.split('/').at(-1)}</code>
  const element = (
    <full-mesh-walk
      class="walk"
      id={id}
      data-of={of}
      data-test={test?.title ?? of}
      {...(test?.former ? { 'data-former': test.former } : {})}
      {...Object.fromEntries(Object.entries(urls).map(([what, name]) => [`data-${what}`, name]))}
    >
      <Skeleton name={name} words={words}>
        <details class="walk__list">
          <summary>{summary}</summary>
          <ol>
            {listed.map(([index, step]) => (
              <Item
                step={step}
                id={id}
                number={index + 1}
                source={texts.get(step.frames.at(-1)?.file ?? '') ?? ''}
                names={names}
                words={words}
              />
            ))}
          </ol>
          <MeshPicture
            mesh={meshOf(end.after, session)}
            places={placesOf(steps, session)}
            size={endSize}
            words={meshWords(tagOf(words.language))}
          />
          {recording.cut && <p class="walk__cut">{words.cut}</p>}
        </details>
      </Skeleton>
    </full-mesh-walk>
  )
  return buildElement(element)
}

/** A step in the list: where it is, its statement, and what it changed. */
function Item({
  step,
  id,
  number,
  source,
  names,
  words,
}: {
  step: Step
  id: string
  number: number
  source: string
  names: Record<string, KernelName>
  words: Words
}): VNode {
  const { frames, lastLine, log, added } = step
  const { file = '', fn = '', line = 1 } = frames.at(-1) ?? {}
  const named = frames.findLast((frame) => names[`${frame.file} ${frame.fn}`])
  const inC = named ? oneName(names[`${named.file} ${named.fn}`]?.names ?? []) : ''
  const name = !inC ? fn : named === frames.at(-1) ? inC : `${inC} › ${fn}`
  const changes = describe(step, words).map(({ what, from, to }) =>
    from === undefined ? `${what} = ${to}` : `${what}: ${from} → ${to}`,
  )
  const lines = log.slice(log.length - added)
  return (
    <li id={`${id}.${number}`} value={number}>
      <p>
        <span class="walk__who">
          {isTestOrScenario(file) ? words.testOrScenario(file) : <code>{name}</code>}
        </span>{' '}
        <span class="walk__place">{`${file.split('/').at(-1)}:${line}`}</span>{' '}
        <code class="walk__line">{quote(source, line, lastLine)}</code>
      </p>
      {changes.length + lines.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li>{change}</li>
          ))}
          {lines.map((text) => (
            <li>
              <code>
                <LogText text={text} />
              </code>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Returns a statement on one line. */
function quote(source: string, first: number, last: number): string {
  const lines = source.split('\n').slice(first - 1, last)
  const text = lines
    .map((line) => line.replace(/(^|\s)\/\/ .*$/, '').trim())
    .join(' ')
    .trim()
  return text.length > longLine ? `${text.slice(0, longLine)}…` : text
}
