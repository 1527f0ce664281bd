import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visit } from 'unist-util-visit'
import { languageOf } from '../../reference/languages.ts'
import { languageOfLine, refused } from '../../reference/voice.ts'
import { matterPattern, parsePage, readPages } from './pages.ts'

/** A line of text that readers see. */
interface Line {
  text: string
  /** `docs/ops/new-session.mdx:12` */
  place: string
}

/** The folders with other texts that readers see, and the files in them: titles, comments of shown code, words. */
const others: readonly (readonly [folder: string, files: RegExp])[] = [
  ['examples', /\.(ts|json)$/],
  ['reference', /^(?!voice\.ts$).*\.(ts|json)$/],
  ['src', /(?<!\.test)\.tsx?$/],
  ['i18n', /\.json$/],
]

/**
 * Checks the texts of the site for words that they do not use (`reference/voice.ts`): pages without their code, and
 * all lines of the other files.
 *
 * @returns one message for each word, beginning with a file and a line
 */
export function checkVoice(siteDir: string): string[] {
  const pages = readPages(siteDir).flatMap(({ file, source }) => proseOf(file, source))
  return [...pages, ...others.flatMap(([folder, files]) => linesOf(siteDir, folder, files))].flatMap(
    problemsOf,
  )
}

/** True for a file whose text is in one language. */
function isInOneLanguage(place: string): boolean {
  return /^(docs|i18n)\//.test(place)
}

function problemsOf({ text: line, place }: Line): string[] {
  const text = line.replace(/#[\w-]+/g, '#') // ids of headings stay when their words change
  const language = isInOneLanguage(place) ? languageOf(place) : languageOfLine(text)
  return (refused[language ?? ''] ?? []).flatMap(({ pattern, write }) => {
    const [found] = pattern.exec(text) ?? []
    return found ? [`${place}: "${found}" is not used here (reference/voice.ts); write: ${write}`] : []
  })
}

/** Returns the text of a page, line by line: its front matter, and what is neither code nor an attribute. */
export function proseOf(file: string, source: string): Line[] {
  const matter = matterPattern.exec(source)?.[0] ?? ''
  const lines = linesIn(file, matter, 1)
  visit(parsePage(source), 'text', ({ value, position }) => {
    lines.push(...linesIn(file, value, position?.start.line ?? 1))
  })
  return lines
}

function linesIn(file: string, text: string, first: number): Line[] {
  return text.split('\n').map((text, index) => ({ text, place: `${file}:${first + index}` }))
}

function linesOf(siteDir: string, folder: string, files: RegExp): Line[] {
  return readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => files.test(name))
    .sort()
    .flatMap((name) => linesIn(`${folder}/${name}`, readFileSync(join(siteDir, folder, name), 'utf8'), 1))
}
