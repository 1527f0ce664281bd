import { messagesOf } from '../../src/notes/messages-of.ts'
import { checkSyntax } from '../../src/notes/pages.ts'
import { checkPairs } from '../../src/notes/pairs.ts'
import { checkPageLinks } from '../../src/notes/remark-links.ts'
import { checkTexts, fixTexts } from '../../src/texts/check.ts'
import { filesOrExit, isNamed } from './named-files.ts'
import { openTexts } from './open-texts.ts'

/**
 * `npm run check:text -- [--fix] [FILE…]`: checks the texts of the site, or only those in the files that are named. With
 * `--fix` it first fixes what can be fixed safely. Texts that are not current are counted at the end, and fail nothing.
 */

/** Fixing one thing can show another; after so many rounds the rest is for the writer. */
const mostRounds = 3

const args = process.argv.slice(2)
const option = args.find((arg) => arg.startsWith('-') && arg !== '--fix')

if (option) {
  console.error(
    `check:text takes no "${option}"; it takes --fix, and files: npm run check:text -- --fix docs/index.mdx`,
  )
  process.exitCode = 1
} else {
  const files = filesOrExit(args.filter((arg) => !arg.startsWith('-')))
  run(files, args.includes('--fix'))
}

function run(files: readonly string[], isFixing: boolean): void {
  let fixed = 0
  for (let round = 0; isFixing && round < mostRounds; round++) {
    const messages = fixTexts('.', (file) => isNamed(file, files))
    for (const message of messages) console.log(`fixed  ${message}`)
    fixed += messages.length
    if (messages.length === 0) break
  }
  const problems = problemsIn().filter((problem) => isNamed(problem.split(':')[0] ?? '', files))
  for (const problem of problems) console.log(problem)
  console.log(summaryOf(problems.length, fixed))
  for (const line of messagesOf(() => openTexts('.', files))) console.log(line)
  process.exitCode = problems.length > 0 ? 1 : 0
}

/** Returns the problems of the site. A page that is no MDX has no other problems. */
function problemsIn(): string[] {
  const unreadable = checkSyntax('.')
  const unread = unreadable.map((problem) => problem.slice(0, problem.indexOf(':')))
  return [
    ...unreadable,
    ...[...checkPairs('.'), ...checkPageLinks('.'), ...checkTexts('.')].filter(
      (problem) => !unread.some((file) => problem.includes(file)),
    ),
  ]
}

function summaryOf(problems: number, fixed: number): string {
  const left = problems === 1 ? '1 problem' : `${problems} problems`
  return fixed > 0 ? `${fixed} fixed, ${left} left` : left
}
