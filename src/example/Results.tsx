/** The results of an example: the expected ones when the site is built, those of a run in the page. */

import type { VNode } from 'preact'
import { codeTag } from '../../reference/languages.ts'
import { LogText } from '../island/log-text.tsx'
import { trustedHtml } from '../island/trusted.ts'
import type { Failure, SourcePlace, TestResult } from '../sandbox/protocol.ts'
import { readersTest, type TestName } from './test-name.ts'
import type { Words } from './words.ts'

/** A test without a result yet. */
interface Waiting {
  title: string
  state: 'waiting'
}

/** A failure, and perhaps what it means, in the language of the page: then its own message is not shown. */
type ShownFailure = Failure & { said?: string }

/** The results of a run, finished or not. */
export interface View {
  tests: ((TestResult & { failures: ShownFailure[] }) | Waiting)[]
  /** The failures outside of the tests. */
  failures: ShownFailure[]
  console: string[]
  /** The console printed more than is kept. */
  cut: boolean
  /** The reason why the run itself failed, and perhaps the line of code that is the cause. */
  notice?: { message: string; detail?: string }
}

/** The words for some results, and the code that they belong to. */
export interface ResultsSetting {
  words: Words
  /** The names of the tests of the site. */
  named: readonly TestName[]
  /** The files whose code is above, where the reader can jump to a line. */
  files: string[]
  /** The example is one test: its code shows its title, and the line above says its result. */
  single: boolean
  /** They are the results of no run. */
  isExpected?: boolean
  /** False for tests that have no walks. */
  hasWalks?: boolean
}

/** Returns one line with the number of tests that passed. @param title the title of the results: `Results` */
export function summary(view: View, words: Words, title: string): string {
  if (view.notice) return view.notice.message
  const count = countOf(view, words)
  return count ? words.summary(title, count) : words.noTests
}

/** Returns the number of tests that passed, and of others, in words; undefined if there is none. */
export function countOf({ tests, failures }: View, words: Words): string | undefined {
  const passed = tests.filter(({ state }) => state === 'pass').length
  const failed = tests.filter(({ state }) => state === 'fail').length + failures.length
  if (tests.length + failed === 0) return undefined
  return words.count(passed, failed, tests.length - passed - failed + failures.length)
}

interface ResultsProps {
  summary: string
  /** The URL of the page that explains how to read examples. */
  guide: string
  words: Words
  /** {@link Rows}, or the HTML that the build made of them. */
  rows: VNode | string
}

/** The part of an example below its code. */
export function Results({ summary, guide, words, rows }: ResultsProps): VNode {
  return (
    <>
      <div class="example__outcome">
        <p class="example__summary" role="status">
          {summary}
        </p>
        <a class="example__guide" href={guide}>
          {words.guide}
        </a>
      </div>
      {typeof rows === 'string' ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the build
        <div key="built" class="example__rows" dangerouslySetInnerHTML={{ __html: trustedHtml(rows) }} />
      ) : (
        // Another key, so that Preact does not empty the element by an `innerHTML` of its own.
        <div key="run" class="example__rows">
          {rows}
        </div>
      )}
    </>
  )
}

/** The results one by one. */
export function Rows({ view, setting }: { view: View; setting: ResultsSetting }): VNode {
  const { tests, failures, console, cut, notice } = view
  return (
    <>
      {notice?.detail && (
        <pre class="example__detail" tabindex={0}>
          {notice.detail}
        </pre>
      )}
      {failures.map((failure) => (
        <div class="example__row">
          <FailureText failure={failure} setting={setting} />
        </div>
      ))}
      <Console lines={console} cut={cut} words={setting.words} />
      {tests.length > 0 && (
        <ol class="example__tests">
          {tests.map((test) => (
            <Row test={test} setting={setting} isAlone={setting.single && tests.length === 1} />
          ))}
        </ol>
      )}
    </>
  )
}

const marks = { pass: '✓', fail: '✗', skip: '–', todo: '–', waiting: '·' }

interface RowProps {
  test: View['tests'][number]
  setting: ResultsSetting
  /** It is the only test, whose result is said above. */
  isAlone: boolean
}

function Row({ test, setting, isAlone }: RowProps): VNode | null {
  const { words, named, isExpected, hasWalks = true } = setting
  const { title, state } = test
  const name = named.find((name) => name.title === title) ?? readersTest(title)
  const { failures, console, cut } =
    test.state === 'waiting' ? { failures: [], console: [], cut: false } : test
  if (isAlone && failures.length + console.length === 0 && !cut) return null
  return (
    <li class="example__row" data-state={state}>
      {!isAlone && (
        <p class="example__verdict">
          <span class="example__mark">
            {isExpected ? (
              words.expectedStates[state]
            ) : (
              <>
                <span aria-hidden="true">{marks[state]}</span> {words.states[state]}
              </>
            )}
          </span>{' '}
          <span class="example__title">{name.shown}</span>
          {hasWalks && <WalkButton name={name} words={words} />}
        </p>
      )}
      {failures.map((failure) => (
        <FailureText failure={failure} setting={setting} />
      ))}
      <Console lines={console} cut={cut} words={words} />
    </li>
  )
}

/** The button that begins the walk through a test. */
export function WalkButton({ name, words }: { name: TestName; words: Words }): VNode {
  const { title, shown, walk, former } = name
  return (
    <button
      type="button"
      class="example__walk"
      data-action="walk"
      data-walk={walk}
      data-former={former}
      data-title={title}
      data-shown={shown === title ? undefined : shown}
      data-needs-js=""
      aria-label={words.walkOf(shown)}
    >
      {words.walk}
    </button>
  )
}

/** What failed, and where, in the language of the page; what was expected, and what came; and the message of the test. */
function FailureText({ failure, setting }: { failure: ShownFailure; setting: ResultsSetting }): VNode {
  const { message, said, expected, received, diff, place } = failure
  const { words, files } = setting
  const isLine = (text: string | undefined) => text !== undefined && !text.includes('\n')
  const sides = isLine(expected) && isLine(received)
  const isAssertion = /^(.*: )?expected /.test(message)
  const whatFailed = sides || diff ? words.differs : isAssertion ? words.failed : words.threw
  const isNegated = / (not to|to not) /.test(message)
  return (
    <div class="example__failure">
      <p>
        {said ?? whatFailed}
        {place && ' '}
        {place && <PlaceName place={place} isShown={files.includes(place.file)} />}
      </p>
      {sides && (
        <dl class="example__sides">
          <Side name={isNegated ? words.notExpected : words.expected} text={expected} />
          <Side name={words.received} text={received} />
        </dl>
      )}
      {!sides && diff && <Difference diff={diff} words={words} />}
      {said === undefined && (
        <p class="example__message" lang={codeTag}>
          <LogText text={message} />
        </p>
      )}
    </div>
  )
}

function Side({ name, text = '' }: { name: string; text: string | undefined }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <LogText text={text} />
      </dd>
    </div>
  )
}

/** `new-session.test.ts:12`, as a button if the line can be shown. */
function PlaceName({ place: { file, line }, isShown }: { place: SourcePlace; isShown: boolean }): VNode {
  const name = `${file.split('/').at(-1)}:${line}`
  return isShown ? (
    <button type="button" class="example__place" data-action="show" data-file={file} data-line={line}>
      {name}
    </button>
  ) : (
    <span class="example__place">{name}</span>
  )
}

/** vitest's difference, without its first two lines: `-` begins expected lines, `+` received ones. */
function Difference({ diff, words }: { diff: string; words: Words }): VNode {
  const lines = diff
    .split('\n')
    .filter((line) => !/^[-+] (Expected|Received)(\s|$)/.test(line))
    .join('\n')
    .replace(/^\n+/, '')
    .split('\n')
  return (
    <div class="example__diff">
      <p>
        <del>- {words.expected}</del> <ins>+ {words.received}</ins>
      </p>
      <pre tabindex={0}>
        {lines.map((line, index) => {
          const Tag = line.startsWith('-') ? 'del' : line.startsWith('+') ? 'ins' : 'span'
          return (
            <>
              {index > 0 && '\n'}
              <Tag>
                <LogText text={line} />
              </Tag>
            </>
          )
        })}
      </pre>
    </div>
  )
}

function Console({ lines, cut, words }: { lines: string[]; cut: boolean; words: Words }): VNode | null {
  if (lines.length === 0 && !cut) return null
  return (
    <div class="example__console">
      <p>{words.consoleOutput}</p>
      <pre tabindex={0}>
        <LogText text={lines.join('\n')} />
      </pre>
      {cut && <p class="example__cut">{words.outputCut}</p>}
    </div>
  )
}
