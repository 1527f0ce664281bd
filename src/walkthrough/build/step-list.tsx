import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { tagOf } from '../../../reference/languages.ts'
import { LogText } from '../../island/log-text.tsx'
import { pageAddress } from '../../island/page-address.ts'
import { testWalkId, walkId } from '../../island/walk-address.ts'
import { MeshPicture } from '../../mesh/Mesh.tsx'
import { meshOf, placesOf } from '../../mesh/mesh.ts'
import { meshWords } from '../../mesh/words.ts'
import { labelIn, type Page } from '../../notes/pages.ts'
import { listPage } from '../../notes/step-lists.ts'
import type { Test } from '../../notes/test-titles.ts'
import { nothing } from '../../recorder/nothing.ts'
import { isTestOrScenario, type Step, unpack, type WalkRecording } from '../../recorder/recording.ts'
import { describe } from '../describe.ts'
import { type KernelName, oneName } from '../kernel-stack.ts'
import { isListed } from '../listed.ts'
import type { Words } from '../words.ts'
import { listWordsIn } from './list-words.ts'

/** The size of the mesh below the list: for a phone, and for paper. */
const endSize = { width: 380, height: 160, isNarrow: true }

/** The most characters of a statement that are quoted. */
const longLine = 90

/** A walk on a page. */
export interface RecordedWalk {
  /** A unit, or a scenario file. */
  of: string
  /** The title, in the language of the page. */
  title: string
  /** The test of the unit. */
  test: Test | undefined
  recording: WalkRecording
}

/** Returns the steps of a walk that are listed, with their indices. */
export function listedSteps(steps: readonly Step[]): [index: number, step: Step][] {
  return [...steps.entries()].filter(([, step]) => isListed(step, steps.length))
}

/**
 * Renders the page with the steps of a walk. It is read without scripts, and the Markdown and the book have its list.
 *
 * @param pages the pages with the walk
 * @param texts the text of each file in which the walk has steps
 * @param site the address of the site in the language of the words, with its host and below it
 * @returns what {@link inFrame} makes a page of
 */
export function renderStepList(
  { of, title: name, test, recording }: RecordedWalk,
  pages: readonly Page[],
  texts: ReadonlyMap<string, string>,
  names: Record<string, KernelName>,
  { url, baseUrl }: { url: string; baseUrl: string },
  words: Words,
): string {
  const tag = tagOf(words.language)
  const listWords = listWordsIn(tag)
  const id = test ? testWalkId(test.key) : walkId(of)
  const title = listWords.title(name)
  const steps = unpack(recording)
  const listed = listedSteps(steps)
  const end = steps.at(-1) ?? { after: nothing }
  const session = Object.keys(end.after.sessions)[0]
  const shownOn = pages[0] && pageAddress(baseUrl, pages[0].name)
  const list = (
    <>
      <ol>
        {listed.map(([index, step]) => (
          <Item
            step={step}
            id={`${id}.${index + 1}`}
            page={shownOn}
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
        words={meshWords(tag)}
      />
      {recording.cut && <p class="walk__cut">{listWords.cut}</p>}
    </>
  )
  const head = (
    <>
      <h1>{title}</h1>
      <p>
        {listWords.shownOn}
        {pages.map(({ name, source }, index) => (
          <>
            {index > 0 && listWords.comma}
            <a href={pageAddress(baseUrl, `${name}#${id}`)}>{labelIn(source)}</a>
          </>
        ))}
        {listWords.places}
        {listWords.listed(listed.length, steps.length)}
      </p>
    </>
  )
  const canonical = shownOn ? url + shownOn : ''
  return (
    renderToString(
      <>
        <title>{title}</title>
        <link rel="canonical" href={canonical} />
      </>,
    ) + listPage(renderToString(head), renderToString(list))
  )
}

/**
 * A step in the list: where it is, its statement, and what it changed.
 *
 * @param page the page on which the walk is; its place leads to the step there
 */
function Item({
  step,
  id,
  page,
  number,
  source,
  names,
  words,
}: {
  step: Step
  id: string
  page: string | undefined
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
    <li id={id} value={number}>
      <p>
        <span class="walk__who">
          {isTestOrScenario(file) ? words.testOrScenario(file) : <code>{name}</code>}
        </span>{' '}
        <a class="walk__place" href={`${page ?? ''}#${id}`}>
          {`${file.split('/').at(-1)}:${line}`}
        </a>{' '}
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
