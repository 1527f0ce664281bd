/** Whether the folder of the built site is still what a build would write. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { entriesBelow } from '../node/entries-below.ts'

/** Folders and files that no page is made from: what programs write. */
const written = /^(node_modules|build|\.docusaurus|\.cache|\.git|coverage|mptcp-fullmesh-notes\.zip)$/

/** Variables that differ from call to call. Any other one may say how to build, also those that packages read. */
const passing = /^(npm_\w+|INIT_CWD|PWD|OLDPWD|SHLVL|_|COLUMNS|LINES|PORT)$/

/** Has what the last build was made from, and what it wrote. */
const record = '.docusaurus/last-build.json'

interface LastBuild {
  inputs: string
  files: Record<string, string>
}

/**
 * Returns a digest of all that a build depends on: every file here, the packages that are installed, the history of git,
 * the environment, and Node.
 *
 * @param root the folder of the site
 * @returns undefined if that cannot be known, as a link leads out of the folder
 */
export function inputsOf(root: string, environment: NodeJS.ProcessEnv): string | undefined {
  const hash = createHash('sha256').update(process.version)
  const add = (name: string, content: string | Buffer) =>
    hash.update(`\n${name} ${content.length}\n`).update(content)
  for (const [name, value = ''] of Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!passing.test(name)) add(name, value)
  add('history', historyOf(root))
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (written.test(entry.name)) continue
    const below = entry.isDirectory() ? filesIn(join(root, entry.name)) : [join(root, entry.name)]
    if (!below || entry.isSymbolicLink()) return undefined
    for (const file of below) add(relative(root, file), readFileSync(file))
  }
  add('packages', textOf(join(root, 'node_modules/.package-lock.json')))
  return hash.digest('hex')
}

/** Notes that the folder `built` is what a build has made of these inputs. */
export function recordBuild(root: string, built: string, inputs: string): void {
  const path = join(root, record)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ inputs, files: hashesIn(join(root, built)) } satisfies LastBuild))
}

/** Returns whether the folder `built` has what a build made of these inputs, and nothing else. */
export function isBuilt(root: string, built: string, inputs: string): boolean {
  const last = textOf(join(root, record))
  return last !== '' && last === JSON.stringify({ inputs, files: hashesIn(join(root, built)) })
}

/** Forgets the last build, before the next one writes to its folder. */
export function forgetBuild(root: string): void {
  rmSync(join(root, record), { force: true })
}

function hashesIn(folder: string): Record<string, string> {
  const files = filesIn(folder) ?? []
  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  return Object.fromEntries(files.map((file) => [relative(folder, file), hashOf(file)]))
}

/** Returns the files in a folder and below, in order; undefined if there is a link, and none if there is no folder. */
function filesIn(folder: string): string[] | undefined {
  const entries = entriesIn(folder)
  if (entries.some((entry) => entry.isSymbolicLink())) return undefined
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function entriesIn(folder: string) {
  try {
    return entriesBelow(folder)
  } catch {
    return []
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Returns the commits that are here: the feed and the notices about translations are made from the history. */
function historyOf(root: string): string {
  try {
    return execFileSync('git', ['-C', root, 'rev-list', 'HEAD'], {
      ...{ encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] },
    })
  } catch {
    return '' // no repository, as in an archive of the files
  }
}
