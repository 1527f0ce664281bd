import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCallStacks } from '../../reference/call-stacks.ts'
import { folders, readPages } from '../notes/pages.ts'
import { referencesInComments } from './comments.ts'
import { checkChineseLines, referencesInLayouts, referencesInStacks } from './data.ts'
import { type PageReference, referencesInPage, referencesInText } from './elements.ts'
import { checkReference, type Reference } from './reference.ts'

/** Every reference to lines of the kernel tree that the site in `siteDir` makes, in both languages. */
export function readReferences(siteDir: string, callStacks = readCallStacks(siteDir)): Reference[] {
  const { zh, en } = folders
  return [
    ...[zh, en].flatMap((folder) => [...pagesIn(siteDir, folder).values()].flat()),
    ...sourcesIn(siteDir, 'reference').flatMap(([file, text]) => referencesInText(file, text)),
    ...sourcesIn(siteDir, 'examples').flatMap(([file, text]) => referencesInComments(file, text)),
    ...referencesInLayouts(),
    ...referencesInStacks(callStacks),
  ]
}

/**
 * Checks every reference of the site, and that a page and its pair have the same ones.
 *
 * @returns one message for each thing that is wrong, beginning with a file and a line
 */
export function checkReferences(siteDir: string): string[] {
  const [zh, en] = [pagesIn(siteDir, folders.zh), pagesIn(siteDir, folders.en)]
  const callStacks = readCallStacks(siteDir)
  return [
    ...readReferences(siteDir, callStacks).flatMap((reference) => checkReference(reference)),
    ...checkChineseLines(callStacks.chinese),
    ...[...zh].flatMap(([name, references]) => {
      const others = en.get(name)
      if (!others) return []
      return checkPair(references, others, `${folders.zh}/${name}`, `${folders.en}/${name}`)
    }),
  ]
}

/** Checks that two pages have the same references in each section, in whatever order their sentences ask for. */
export function checkPair(
  zh: PageReference[],
  en: PageReference[],
  zhPage: string,
  enPage: string,
): string[] {
  return [...missing(zh, en, enPage), ...missing(en, zh, zhPage)]
}

function missing(references: PageReference[], others: PageReference[], otherPage: string): string[] {
  const key = ({ section, file, within, at }: PageReference) => JSON.stringify([section, file, at ?? within])
  const left = others.map(key)
  return references.flatMap((reference) => {
    const index = left.indexOf(key(reference))
    if (index >= 0) {
      left.splice(index, 1)
      return []
    }
    const { place, section, file, within, at } = reference
    const told = at ? `${file}:${at}` : within.join(', ')
    const where = section ? `section #${section} of ${otherPage}` : `${otherPage}, before its first section,`
    return [`${place}: ${where} does not refer to ${told}`]
  })
}

function pagesIn(siteDir: string, folder: string): Map<string, PageReference[]> {
  const pages = [...readPages(siteDir, folder)]
  return new Map(pages.map(([name, source]) => [name, referencesInPage(`${folder}/${name}`, source)]))
}

/** The TypeScript files of a folder of the site, by name. */
function sourcesIn(siteDir: string, folder: string): [name: string, source: string][] {
  return readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => [`${folder}/${name}`, readFileSync(join(siteDir, folder, name), 'utf8')])
}
