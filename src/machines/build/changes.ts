import { execFileSync } from 'node:child_process'
import { folderOf, type Language } from '../../../reference/languages.ts'
import { readObjects } from '../../../tools/translate/history.ts'
import { sectionsIn } from '../../../tools/translate/sections.ts'
import { codeDigest, keep } from '../../notes/on-disk.ts'

/** A day on which the text of a page changed. */
export interface Change {
  /** The file of the page in the folder of its language: `ops/new-session.mdx`. */
  page: string
  /** The time of the last commit of the day: `2026-11-30T12:05:00+01:00`. */
  time: string
  /** The ids of the sections whose text changed; empty for what stands before the first heading. */
  sections: string[]
}

/** How many changes are wanted, and in how many commits they are looked for. */
const limits = { changes: 40, commits: 100 }

/**
 * Finds the changes of text in the history of the pages in a language, the newest first. What changes no text is none:
 * code, line breaks, and marks of translations.
 *
 * A commit without a parent is left out: in a copy with a part of the history it has every page, and changed none.
 *
 * @returns undefined if there is no history
 */
export function readChanges(siteDir: string, language: Language): Change[] | undefined {
  const git: Git = (args, input = '') =>
    execFileSync('git', ['-C', siteDir, '-c', 'core.quotePath=false', ...args], {
      ...{ input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] },
    })
  try {
    const history = git(['rev-list', 'HEAD']).toString()
    return keep('changes', [code, language, history], () => changesIn(git, language))
  } catch {
    return undefined
  }
}

/** Calls git. @throws if it fails */
type Git = (args: string[], input?: string) => Buffer

const code = codeDigest()

function changesIn(git: Git, language: Language): Change[] {
  const folder = folderOf(language)
  const format = ['--raw', '--no-abbrev', '--find-renames', '--relative', '--format=commit %cI %P']
  const walk = ['--first-parent', '--diff-merges=first-parent', `--max-count=${limits.commits}`]
  const edits = readLog(git(['log', ...walk, ...format, '--', folder]).toString(), `${folder}/`)
  const blobs = edits.flatMap(({ before, after }) => [before, after])
  const texts = readObjects(git(['cat-file', '--batch'], blobs.map((blob) => `${blob}\n`).join('')))
  const days = new Map<string, Change>()
  for (const [index, { page, time }] of edits.entries()) {
    const day = `${page} ${time.slice(0, 10)}`
    if (days.size >= limits.changes && !days.has(day)) continue
    const sections = changedSections(texts[index * 2] ?? '', texts[index * 2 + 1] ?? '')
    if (sections.length === 0) continue
    const { sections: later = [], ...change } = days.get(day) ?? { page, time }
    days.set(day, { ...change, sections: [...new Set([...later, ...sections])] })
  }
  return [...days.values()]
}

/** A commit that has changed a page: its file before and after, by their hashes in git. */
interface Edit {
  page: string
  time: string
  before: string
  after: string
}

/** Reads the output of `git log --raw`. */
function readLog(log: string, folder: string): Edit[] {
  const edits: Edit[] = []
  let time = ''
  for (const line of log.split('\n')) {
    const [, when = '', parents] = /^commit (\S+) (.*)$/.exec(line) ?? []
    if (when) time = parents ? when : ''
    const [, before = '', after = '', names = ''] = /^:\d+ \d+ (\w+) (\w+) [AMR]\d*\t(.*)$/.exec(line) ?? []
    const name = names.split('\t').at(-1) ?? ''
    if (time && name.endsWith('.mdx')) edits.push({ page: name.slice(folder.length), time, before, after })
  }
  return edits
}

/** Returns the ids of the sections of a page whose text is not that of the section with this id before. */
function changedSections(before: string, after: string): string[] {
  const hashes = new Map(sectionsOf(before).map(({ id, hash }) => [id, hash]))
  return sectionsOf(after).flatMap(({ id, hash }) => (hashes.get(id) === hash ? [] : [id]))
}

/** The sections of a former version; none of one that has headings with the same id. */
function sectionsOf(source: string) {
  try {
    return source ? sectionsIn('', source) : []
  } catch {
    return []
  }
}
