import { execFileSync } from 'node:child_process'
import type { Text } from './texts.ts'

/** A text as a commit has it. */
export interface Found {
  readonly text: string
  readonly commit: string
  /** `2026-11-30` */
  readonly date: string
}

/**
 * Finds the newest commit in which a text had a hash, also if its file had another name then.
 *
 * @returns if there is none, why it cannot be shown, as the beginning of a sentence
 */
export function findVersion(siteDir: string, { file, inVersion }: Text, hash: string): Found | string {
  const git = (args: string[], input?: string) =>
    execFileSync('git', ['-C', siteDir, '-c', 'core.quotePath=false', ...args], {
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    })
  try {
    // A text may be as it was only in a merge.
    const merges = '--diff-merges=first-parent'
    const log = git(['log', '--follow', merges, '--name-only', '--format=%H %cs', '--', file]).toString()
    const commits = [...log.matchAll(/^([0-9a-f]{40,}) (\S+)\n\n(.+)$/gm)].map(
      ([, commit = '', date = '', path = '']) => ({ commit, date, name: `${commit}:${path}` }),
    )
    const contents = readObjects(
      git(['cat-file', '--batch'], commits.map(({ name }) => `${name}\n`).join('')),
    )
    for (const [index, { commit, date }] of commits.entries()) {
      const version = inVersion(contents[index] ?? '')
      if (version?.hash === hash) return { text: version.text, commit: commit.slice(0, 12), date }
    }
    const isShallow = git(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true'
    return isShallow
      ? `The git history here is not complete (git fetch --unshallow), and no commit in it has the text from which this was made`
      : 'No commit has the text from which this was made'
  } catch {
    return 'There is no git history here'
  }
}

/** Splits the output of `git cat-file --batch` into the contents of the objects; '' for one that is missing. */
export function readObjects(output: Buffer): string[] {
  const contents: string[] = []
  let at = 0
  while (at < output.length) {
    const end = output.indexOf('\n', at)
    const size = Number(/ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1])
    contents.push(size >= 0 ? output.toString('utf8', end + 1, end + 1 + size) : '')
    at = end + 1 + (size >= 0 ? size + 1 : 0)
  }
  return contents
}
