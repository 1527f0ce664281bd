import type { ComponentChildren, VNode } from 'preact'
import { codeTag, type Language, tagOf, textIn } from '../../../reference/languages.ts'
import { testWalkId } from '../../island/walk-address.ts'
import { type BuiltElement, buildElement } from '../../notes/built-element.ts'
import type { Unit } from '../../notes/examples.ts'
import { highlight } from '../../notes/highlight.ts'
import { countImportLines } from '../../notes/regions.ts'
import { codeTitle, type Test } from '../../notes/test-titles.ts'
import type { Run } from '../../sandbox/build/run.ts'
import { Buttons } from '../Buttons.tsx'
import { codeId } from '../code-id.ts'
import { cut } from '../excerpt.ts'
import { Results, Rows, summary, type View } from '../Results.tsx'
import type { TestName } from '../test-name.ts'
import type { Words } from '../words.ts'
import type { Helper, Piece } from './helpers.ts'

/** A test file with more lines than this is folded below its implementation. */
const longFile = 40

/** The URL of an element's module, and the files in its folder that the element loads. */
export interface ExampleUrls {
  island: string
  /** The document of the sandbox, and the program of its workers, which also runs by itself. */
  frame: string
  worker: string
  tests: string
  sources: string
}

/** The data with which all examples of a language are rendered. */
export interface Setting {
  language: Language
  words: Words
  /** The text of every file. */
  sources: ReadonlyMap<string, string>
  /** The files with the types of the names in each file: their names under `run/`. */
  types: ReadonlyMap<string, string>
  helpersOf(piece: Piece): Helper[]
  /** The URL of the page that explains how to read examples. */
  guide: string
}

/** Renders a unit: its implementation, its tests and their results, in one element. */
export async function renderUnit(
  unit: Unit,
  run: Run,
  urls: ExampleUrls,
  setting: Setting,
): Promise<BuiltElement> {
  const { words, sources } = setting
  const { implementation, testFile } = unit
  const tests = sources.get(testFile) ?? ''
  const helpers = setting.helpersOf({ file: testFile, start: 0, end: tests.length })
  return buildElement(
    <full-mesh-example id={`${unit.name}.ts`} {...attributes(unit, urls, fileName(implementation))}>
      <Bar file={implementation} label={words.model} words={words} />
      {await wholeFile(implementation, setting)}
      <Fold
        summary={words.tests(fileName(testFile), run.tests.length)}
        class="example__tests-file"
        isOpen={tests.split('\n').length <= longFile}
      >
        {await wholeFile(testFile, setting)}
        {await helperCode(helpers, testFile, setting)}
      </Fold>
      <Expected
        view={{ ...run, cut: false }}
        named={unit.tests.flatMap((test) => namesOf(test, run, setting))}
        files={[implementation, testFile]}
        setting={setting}
      />
    </full-mesh-example>,
  )
}

/** Renders a single test. */
export async function renderTest(
  unit: Unit,
  test: Test,
  run: Run,
  urls: ExampleUrls,
  setting: Setting,
): Promise<BuiltElement> {
  const { words, sources, helpersOf } = setting
  const { firstLine, lastLine, start, end } = test
  const { testFile: file } = unit
  const { text, indent } = cut(sources.get(file) ?? '', start, end)
  const tests = resultsOf(test, run)
  const named = namesOf(test, run, setting)
  const [name] = named
  const more = { 'data-region': [start, end, firstLine, lastLine].join(' ') }
  return buildElement(
    <full-mesh-example
      id={codeId(test.key)}
      {...attributes(unit, urls, name?.shown ?? `${fileName(file)} ${words.lines(firstLine, lastLine)}`)}
      {...more}
    >
      <Bar file={file} label={words.lines(firstLine, lastLine)} words={words} test={name} />
      {name && name.shown !== name.title && <p class="example__caption">{name.shown}</p>}
      {await codeBlock({ file, text, firstLine, indent: indent.length }, setting)}
      {await helperCode(helpersOf({ file, start, end }), file, setting)}
      <Expected
        view={{ tests, failures: [], console: [], cut: false }}
        named={named}
        files={[file]}
        single={tests.length === 1}
        setting={setting}
      />
    </full-mesh-example>,
  )
}

/** The results of a test: several, if it runs with several values. */
function resultsOf({ firstLine, lastLine }: Test, run: Run) {
  return run.tests.filter(({ line }) => line >= firstLine && line <= lastLine)
}

function namesOf(test: Test, run: Run, { language }: Setting): TestName[] {
  const { key, titles, former } = test
  const written = codeTitle(titles)
  return resultsOf(test, run).map(({ title }) => {
    // The title of a test in a group begins with that of the group. One that has values in it stays as it is.
    const isPlain = title.endsWith(written)
    const shown = isPlain ? title.slice(0, -written.length) + textIn(titles, language) : title
    return { title, shown, walk: testWalkId(key), former }
  })
}

/** @param label what screen readers say before the name of a button, as the buttons of all examples have the same names */
function attributes(unit: Unit, urls: ExampleUrls, label: string) {
  const data = Object.entries(urls).map(([what, name]) => [`data-${what}`, name])
  return {
    class: 'example',
    role: 'group',
    'aria-label': label,
    'data-of': unit.name,
    ...Object.fromEntries(data),
  }
}

function Bar({
  file,
  label,
  words,
  test,
}: {
  file: string
  label: string
  words: Words
  test?: TestName | undefined
}) {
  return (
    <div class="example__bar">
      <p class="example__name">
        {fileName(file)} <span>{label}</span>
      </p>
      <div class="example__buttons" data-needs-js="">
        <Buttons words={words} test={test} />
      </div>
    </div>
  )
}

/** A file with its imports folded. */
async function wholeFile(file: string, setting: Setting): Promise<VNode> {
  const lines = (setting.sources.get(file) ?? '').trimEnd().split('\n')
  const imports = countImportLines(lines.join('\n'))
  const start = lines.findIndex((line, index) => index >= imports && line.trim())
  const rest = await codeBlock({ file, text: lines.slice(start).join('\n'), firstLine: start + 1 }, setting)
  if (imports === 0) return rest
  const text = lines.slice(0, imports).join('\n')
  return (
    <>
      <Fold summary={setting.words.imports(imports)}>
        {await codeBlock({ file, text, firstLine: 1, part: 'imports' }, setting)}
      </Fold>
      {rest}
    </>
  )
}

/** The helpers that the code above calls, folded. */
async function helperCode(helpers: Helper[], testFile: string, setting: Setting): Promise<VNode | null> {
  if (helpers.length === 0) return null
  const { words, sources } = setting
  const pieces = joinNeighbours(helpers, sources)
  const blocks = pieces.map(async ({ file, start, end, firstLine }, index) => {
    const { text, indent } = cut(sources.get(file) ?? '', start, end)
    const isNamed = file !== (pieces[index - 1]?.file ?? testFile)
    return (
      <>
        {isNamed && <p class="example__file">{fileName(file)}</p>}
        {await codeBlock({ file, text, firstLine, indent: indent.length, part: 'helper' }, setting)}
      </>
    )
  })
  const named = helpers.filter(({ kind }) => kind !== 'type')
  const names = (named.length > 0 ? named : helpers).map(({ name, kind }, index) => (
    <>
      {index > 0 && words.comma}
      <code>{kind === 'function' ? `${name}()` : name}</code>
    </>
  ))
  return (
    <Fold summary={[words.helpers, names]} class="example__helpers">
      {await Promise.all(blocks)}
    </Fold>
  )
}

/** Joins helpers that are separated by empty lines only. */
function joinNeighbours(
  helpers: Helper[],
  sources: ReadonlyMap<string, string>,
): (Piece & { firstLine: number })[] {
  const pieces: (Piece & { firstLine: number })[] = []
  for (const { file, start, end, firstLine } of helpers) {
    const before = pieces.at(-1)
    const isNeighbour = before?.file === file && sources.get(file)?.slice(before.end, start).trim() === ''
    if (isNeighbour) before.end = end
    else pieces.push({ file, start, end, firstLine })
  }
  return pieces
}

interface FoldProps {
  summary: ComponentChildren
  class?: string
  isOpen?: boolean
  children: ComponentChildren
}

export function Fold({ summary, class: more, isOpen, children }: FoldProps): VNode {
  return (
    <details class={more ? `example__fold ${more}` : 'example__fold'} open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

/** Lines of a file, as a page shows them. */
interface Block {
  file: string
  text: string
  firstLine: number
  /** The number of spaces removed from each line. */
  indent?: number
  /** Set if the code cannot be edited. */
  part?: 'imports' | 'helper'
}

export async function codeBlock(
  { file, text, firstLine, indent, part }: Block,
  { types, language }: Setting,
): Promise<VNode> {
  const data = {
    'data-file': file,
    'data-line': firstLine,
    'data-indent': indent || undefined,
    'data-part': part,
    'data-types': types.get(file),
  }
  const html = await highlight(text, 'ts')
  return (
    <div class="example__code" {...data} tabindex={-1}>
      <pre tabindex={0} lang={tagOf(language) === codeTag ? undefined : codeTag}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is escaped */}
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
    </div>
  )
}

interface ExpectedProps {
  view: View
  named: TestName[]
  files: string[]
  single?: boolean
  setting: Setting
}

function Expected({ view, named, files, single = false, setting: { words, guide } }: ExpectedProps): VNode {
  return (
    <div class="example__results">
      <Results
        summary={summary(view, words, words.expectedResults)}
        guide={guide}
        words={words}
        rows={<Rows view={view} setting={{ words, named, files, single, isExpected: true }} />}
      />
    </div>
  )
}

function fileName(id: string): string {
  return id.split('/').at(-1) ?? id
}
