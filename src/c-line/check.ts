import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCallStacks } from '../../reference/call-stacks.ts'
import { hasAllIds, headings } from '../notes/headings.ts'
import { type Page, readPages, readPairs } from '../notes/pages.ts'
import { referencesInComments } from './comments.ts'
import { checkTranslatedLines, referencesInLayouts, referencesInStacks } from './data.ts'
import { type PageReference, referencesInPage, referencesInText } from './description.ts'
import { checkReference, type Reference } from './reference.ts'

/** Finds all references to lines of the kernel tree in the site in `siteDir`, in all languages. */
export function readReferences(siteDir: string, callStacks = readCallStacks(siteDir)): Reference[] {
  return [
    ...readPages(siteDir).flatMap(({ file, source }) => referencesInPage(file, source)),
    ...sourcesIn(siteDir, 'reference').flatMap(([file, text]) => referencesInText(file, text)),
    ...sourcesIn(siteDir, 'examples').flatMap(([file, text]) => referencesInComments(file, text)),
    ...referencesInLayouts(),
    ...referencesInStacks(callStacks),
  ]
}

/**
 * Checks every reference of the site, and that a page and its pair have the same references, once these are right.
 *
 * @returns one message for each problem, beginning with a file and a line
 */
export function checkReferences(siteDir: string): string[] {
  const callStacks = readCallStacks(siteDir)
  const wrong = readReferences(siteDir, callStacks).flatMap((reference) => checkReference(reference))
  const isRight = ({ file }: Page) => !wrong.some((problem) => problem.startsWith(`${file}:`))
  return [
    ...wrong,
    ...callStacks.translations.flatMap(checkTranslatedLines),
    ...readPairs(siteDir)
      .filter(({ page, pair }) => isRight(page) && isRight(pair))
      .flatMap(({ page, pair }) => checkPair(page, pair)),
  ]
}

type PageText = Pick<Page, 'file' | 'source'>

/** Checks that two pages have the same references in each section, in any order. */
export function checkPair(page: PageText, pair: PageText): string[] {
  if (![page, pair].every(({ source }) => hasAllIds(source))) return []
  return [...missing(page, pair), ...missing(pair, page)]
}

/** Reports the references of a page that its pair does not have, in the sections that both have. */
function missing(page: PageText, pair: PageText): string[] {
  const key = ({ section, file, within, at }: PageReference) => JSON.stringify([section, file, at ?? within])
  const left = referencesInPage(pair.file, pair.source).map(key)
  const sections = headings(pair.source).map(({ id }) => id)
  return referencesInPage(page.file, page.source).flatMap((reference) => {
    if (reference.section && !sections.includes(reference.section)) return []
    const index = left.indexOf(key(reference))
    if (index >= 0) {
      left.splice(index, 1)
      return []
    }
    const { place, section, file, within, at } = reference
    const lines = at ? `${file}:${at}` : within.join(', ') || file
    const where = section ? `section #${section} of ${pair.file}` : `${pair.file}, before its first section,`
    return [`${place}: ${where} does not refer to ${lines}`]
  })
}

/** Reads the TypeScript files of a folder of the site, sorted by name. */
function sourcesIn(siteDir: string, folder: string): [name: string, source: string][] {
  return readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => [`${folder}/${name}`, readFileSync(join(siteDir, folder, name), 'utf8')])
}
