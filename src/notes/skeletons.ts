import { type Language, languageOf } from '../../reference/languages.ts'
import { hasAllIds, headings } from './headings.ts'
import { type Page, readPages } from './pages.ts'

/** A section of a page: a heading `##` and all below it. */
interface Section {
  id: string
  line: number
  lines: string[]
}

/** A rule for the pages whose names fit. It returns what is missing, each with the line where it is expected. */
interface Skeleton {
  pages: RegExp
  problems(sections: readonly Section[], language: Language): readonly [line: number, problem: string][]
}

/** The rows of the table on pages about functions that the kernel calls; not checked in a language that is missing. */
const factRows: Readonly<Record<Language, readonly string[]>> = {
  en: ['Context', 'Locks', 'Sleeps', 'Changes', 'Sends', 'Watch out'],
  zh: ['上下文', '锁', '睡眠', '修改', '发送', '注意'],
}

/** The sections of a page about a symptom, in order. */
const symptomSections = ['check', 'cause', 'fix', 'mainline']

/** The beginning of the paragraph that every surprise has. */
const remedies: Readonly<Record<Language, string>> = { en: '**What to do:**', zh: '**处理办法：**' }

const skeletons: readonly Skeleton[] = [
  {
    pages: /^(ops|workers|notifiers)\/(?!index\.|sharing\.|events\.)/,
    problems: (sections, language) => [...checkFacts(sections, language), ...checkRecap(sections)],
  },
  {
    pages: /^learn\/(?!index\.)/,
    problems: (sections) => [...checkLesson(sections), ...checkRecap(sections)],
  },
  { pages: /^questions\/(?!is-it-a-bug\.)/, problems: checkSymptom },
  {
    pages: /^quirks\/(?!index\.|by-reading\.)/,
    problems: (sections, language) =>
      sections
        .filter(
          ({ id, lines }) =>
            id !== 'recap' && !lines.some((text) => text.startsWith(remedies[language] ?? '')),
        )
        .map(({ line }) => [line, `this section has no paragraph that begins with ${remedies[language]}`]),
  },
]

/**
 * Checks that pages of one kind have the sections that readers expect there.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkSkeletons(siteDir: string): string[] {
  return readPages(siteDir).flatMap(skeletonProblems)
}

/** Checks one page. */
export function skeletonProblems({ name, file, source }: Page): string[] {
  if (!hasAllIds(source)) return []
  const sections = sectionsOf(source)
  return skeletons
    .filter(({ pages }) => pages.test(name))
    .flatMap(({ problems }) => problems(sections, languageOf(file)))
    .map(([line, problem]) => `${file}:${line}: ${problem}`)
}

function checkFacts(sections: readonly Section[], language: Language): [number, string][] {
  const [first] = sections
  const expected = factRows[language]
  if (first?.id !== 'when') return [[first?.line ?? 1, 'the first section of this page is {/* #when */}']]
  const table = first.lines.slice(first.lines.findIndex((text) => text.startsWith('|')))
  const end = table.findIndex((text) => !text.startsWith('|'))
  const rows = table.slice(0, end < 0 ? undefined : end).map((text) => text.split('|')[1]?.trim())
  const facts = rows.slice(2)
  return !expected || facts.join() === expected.join()
    ? []
    : [
        [
          first.line,
          `the table of this section has the rows ${expected.join(', ')}; found: ${facts.join(', ')}`,
        ],
      ]
}

function checkRecap(sections: readonly Section[]): [number, string][] {
  const last = sections.at(-1)
  if (last?.id !== 'recap') return [[last?.line ?? 1, 'the last section of this page is {/* #recap */}']]
  const points = last.lines.filter((text) => text.startsWith('- ')).length
  return points >= 3 && points <= 5 ? [] : [[last.line, `a recap has three to five points; found: ${points}`]]
}

function checkLesson([first, second, ...others]: readonly Section[]): [number, string][] {
  const line = first?.line ?? 1
  if (first?.id !== 'goal' || second?.id !== 'need')
    return [[line, 'a lesson begins with the sections {/* #goal */} and {/* #need */}']]
  const count = others.flatMap(({ lines }) => lines.filter((text) => text.startsWith('<Exercise '))).length
  return count >= 2 && count <= 5 ? [] : [[line, `a lesson has two to five exercises; found: ${count}`]]
}

function checkSymptom(sections: readonly Section[]): [number, string][] {
  const found = sections.map(({ id }) => id).filter((id) => symptomSections.includes(id))
  const check = sections.find(({ id }) => id === 'check')
  if (found.join() !== symptomSections.join())
    return [[sections[0]?.line ?? 1, `a page about a symptom has the sections ${symptomSections.join(', ')}`]]
  return check?.lines.some((text) => text.startsWith('```'))
    ? []
    : [[check?.line ?? 1, 'this section has a block with commands and what they print']]
}

function sectionsOf(source: string): Section[] {
  const lines = source.split('\n')
  const starts = headings(source).filter(({ level }) => level === 2)
  return starts.map(({ id = '', line }, index) => ({
    id,
    line,
    lines: lines.slice(line, (starts[index + 1]?.line ?? lines.length + 1) - 1),
  }))
}
