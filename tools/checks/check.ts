import { byPlace } from '../../src/notes/messages-of.ts'
import { checkSite } from '../../src/site/checks.ts'
import { checkAllStrings } from './check-strings.ts'
import { filesOrExit } from './named-files.ts'
import { checkCode, checkTranslations } from './programs.ts'
import { summary } from './summary.ts'

/**
 * `npm run check [FILE…]`: all checks of the pages, of the facts that they are made from, and of the code, without a
 * build. Prints a message for each problem, beginning with its file and line. With files or folders, those of other files
 * are only counted. Texts that are not current are named, too, and fail nothing. The last line is the number of problems.
 */

const files = filesOrExit(process.argv.slice(2))

// The programs begin first: they take longest, and run beside the checks of the site.
const programs = Promise.all([checkCode(), checkTranslations()])
const site = await checkSite('.')
const strings = await checkAllStrings()
const [code, notCurrent] = await programs
const { lines, failed } = summary([...site, ...strings, ...code].sort(byPlace), files, notCurrent)
for (const line of lines) console.log(line)
process.exitCode = failed ? 1 : 0
