import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLanguage, type Language, languageOf, textIn } from '../../reference/languages.ts'
import { languageOfLine } from '../../reference/voice.ts'
import { type SectionState, statesOf } from '../../tools/translate/states.ts'
import { readSite } from '../../tools/translate/texts.ts'
import { parsePage, readPages } from '../notes/pages.ts'
import { rememberFile } from '../notes/remember.ts'
import { matterPassages, type Passage, passagesIn } from './passages.ts'
import { applyEdits, type Edit, type Problem, problemsIn } from './problems.ts'
import { refusedIn } from './refused.ts'
import { checkSections } from './sections.ts'
import { stringsIn } from './strings.ts'

/** A file with texts that readers see. */
interface TextFile {
  /** Its path from the root of the site. */
  readonly file: string
  readonly source: string
  readonly texts: readonly { readonly language: Language; readonly passage: Passage }[]
  /** Its lines, if its comments are checked, too. */
  readonly lines?: readonly { readonly offset: number; readonly text: string }[]
}

/** A problem, in one line with its file and its line. */
interface Found {
  readonly line: number
  readonly message: string
  readonly edit?: Edit
}

/** The folders with texts that are not pages, and the files in them: titles, comments of shown code, words. */
const others: readonly (readonly [folder: string, files: RegExp])[] = [
  ['examples', /\.(ts|json)$/],
  ['reference', /^(?!voice\.ts$|typography\.ts$).*\.(ts|json)$/],
  ['src', /(?<!\.test)\.tsx?$/],
  ['i18n', /\.json$/],
]

/** A file that lists words which are not used: only its strings are checked, not all of its lines. */
const glossaryFile = 'reference/glossary.ts'

/** Matches a letter of a script that programs are not written in. A file without any has no texts but comments. */
const foreignLetter = /[^\p{Script=Latin}\P{L}]/u

/**
 * Checks the texts of the site: how they are set (`reference/typography.ts`), the names of terms
 * (`reference/glossary.ts`) and other words (`reference/voice.ts`), and that each section has the same facts in all
 * languages (`sections.ts`).
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkTexts(siteDir: string): string[] {
  const states = statesOf(readSite(siteDir, '**/*.mdx'))
  const isCopied = copiedLines(states)
  const messages = readFiles(siteDir).flatMap(({ file, source }) =>
    foundIn(file, source).flatMap(({ line, message }) => (isCopied(file, line) ? [] : [message])),
  )
  return [...new Set(messages), ...checkSections(siteDir, states)]
}

const foundIn = rememberFile((file, source) => problemsOf(textsIn(file, source)))

/**
 * Returns a function that is true for a line of a section that was copied from another language and is not translated yet:
 * the rules of the language of its file are not those of its text.
 */
function copiedLines(states: readonly SectionState[]): (file: string, line: number) => boolean {
  const inFiles = new Map<string, SectionState[]>()
  for (const state of states.filter(({ reason }) => reason !== 'not written'))
    inFiles.set(state.file, [...(inFiles.get(state.file) ?? []), state])
  return (file, line) =>
    inFiles.get(file)?.findLast((state) => state.line <= line)?.reason === 'not translated'
}

/**
 * Fixes what can be fixed safely, in the files of the site.
 *
 * @param isWanted returns true for the files, from the root of the site, that may change
 * @returns one message for each change, beginning with a file and a line
 */
export function fixTexts(siteDir: string, isWanted: (file: string) => boolean = () => true): string[] {
  const isCopied = copiedLines(statesOf(readSite(siteDir, '**/*.mdx')))
  return readFiles(siteDir)
    .filter(({ file }) => isWanted(file))
    .flatMap(({ file, source }) => {
      const text = textsIn(file, source)
      const problems = problemsOf(text).filter(({ edit, line }) => edit && !isCopied(file, line))
      const edits = problems.flatMap(({ edit }): Edit[] => (edit ? [edit] : []))
      if (edits.length > 0) writeFileSync(join(siteDir, text.file), applyEdits(text.source, edits))
      return [...new Set(problems.map(({ message }) => message))]
    })
}

function readFiles(siteDir: string): Pick<TextFile, 'file' | 'source'>[] {
  return [...readPages(siteDir), ...readOthers(siteDir)]
}

function textsIn(file: string, source: string): TextFile {
  return file.endsWith('.mdx') ? textsOfPage(file, source) : textsOfOther(file, source)
}

/** Finds the problems of a file. Messages begin with the file and the line. */
function problemsOf({ file, source, texts, lines = [] }: TextFile): Found[] {
  const lineOf = lineCounter(source)
  const problems: Omit<Problem, 'end'>[] = [
    ...texts.flatMap(({ language, passage }) => problemsIn(passage, language)),
    ...lines.flatMap(({ offset, text }) =>
      refusedIn(text, languageOfLine(text) ?? '').map(({ index, ...word }) => ({
        ...word,
        start: offset + index,
      })),
    ),
  ]
  return problems
    .sort((a, b) => a.start - b.start)
    .map(({ edit, ...problem }) => {
      const line = lineOf(problem.start)
      return { line, message: `${file}:${line}: ${messageOf(problem)}`, ...(edit && { edit }) }
    })
}

function messageOf({
  rule,
  reason,
  found,
  write,
}: Pick<Problem, 'rule' | 'reason' | 'found' | 'write'>): string {
  if (!rule) return `"${found}" ${reason}; write: ${write}`
  const wrong = `${textIn(rule, codeLanguage)}: "${found}"`
  return write === undefined ? wrong : `${wrong}; write: "${write}"`
}

function textsOfPage(file: string, source: string): TextFile {
  const language = languageOf(file)
  const passages = [...matterPassages(source), ...passagesIn(parsePage(source), source)]
  return { file, source, texts: passages.map((passage) => ({ language, passage })) }
}

function readOthers(siteDir: string): Pick<TextFile, 'file' | 'source'>[] {
  return others.flatMap(([folder, files]) =>
    readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => files.test(name))
      .sort()
      .map((name) => ({
        file: `${folder}/${name}`,
        source: readFileSync(join(siteDir, folder, name), 'utf8'),
      })),
  )
}

function textsOfOther(file: string, source: string): TextFile {
  const hasTexts = file.startsWith('i18n/') || foreignLetter.test(source)
  const texts = hasTexts ? stringsIn(file, source) : []
  return { file, source, texts, lines: file === glossaryFile ? [] : linesOf(source) }
}

function linesOf(source: string): { offset: number; text: string }[] {
  return [...source.matchAll(/.+/g)].map(({ 0: text, index }) => ({
    offset: index,
    text: text.replace(/#[\w-]+/g, (id) => '#'.repeat(id.length)), // ids of headings stay when their words change
  }))
}

/** Returns a function that returns the line of an offset. */
function lineCounter(source: string): (offset: number) => number {
  const starts = [...source.matchAll(/\n/g)].map(({ index }) => index)
  return (offset) => starts.filter((end) => end < offset).length + 1
}
