import { checkReferences } from '../c-line/check.ts'
import { checkCallStacks } from '../call-stack/build/stacks.ts'
import { checkMatchers } from '../example/build/matchers.ts'
import { checkExamples } from '../example/build/run-examples.ts'
import { checkElementNames, checkElements } from '../notes/check-elements.ts'
import { checkFrontMatter } from '../notes/front-matter.ts'
import { byPlace, messagesOfError } from '../notes/messages-of.ts'
import { checkSyntax, parsePage, readAhead } from '../notes/pages.ts'
import { checkPairs } from '../notes/pairs.ts'
import { checkPageLinks } from '../notes/remark-links.ts'
import { checkSkeletons } from '../notes/skeletons.ts'
import { checkPageOf } from '../symbols/build/pages.ts'
import { checkTables } from '../tables/descriptions.ts'
import { checkGlossary } from '../terms/terms.ts'
import { checkTexts } from '../texts/check.ts'
import { checkSituations } from '../then-and-now/situations.ts'
import { elements } from './elements.ts'

/**
 * Checks the site in `siteDir`.
 *
 * @returns one message for each problem, beginning with a file and a line: `docs/index.mdx:12: …`
 * @throws if the check cannot read its files; every line of the message is such a message
 */
type Check = (siteDir: string) => readonly string[] | Promise<readonly string[]>

/** All checks of the pages, and of the facts that they are made from. */
const checks: readonly Check[] = [
  checkSyntax,
  checkFrontMatter,
  checkPairs,
  checkSkeletons,
  checkPageLinks,
  (siteDir) => checkElements(elements, siteDir, checkElementNames(elements, siteDir)),
  checkReferences,
  checkTexts,
  () => checkGlossary(),
  checkTables,
  () => checkPageOf(),
  checkCallStacks,
  checkSituations,
  checkMatchers,
  checkExamples,
]

/**
 * Runs all checks of the site in `siteDir`.
 *
 * A page that is not valid MDX has no other problems: the other checks cannot read it.
 *
 * @returns each problem once, in the order of their places
 */
export async function checkSite(siteDir: string): Promise<string[]> {
  readAhead(siteDir, parsePage)
  const found: string[] = []
  for (const check of checks) {
    try {
      found.push(...(await check(siteDir)))
    } catch (error) {
      found.push(...messagesOfError(error))
    }
    await new Promise(setImmediate) // in `npm run dev`, pages are compiled meanwhile
  }
  const unreadable = checkSyntax(siteDir)
  const files = unreadable.map((problem) => problem.slice(0, problem.indexOf(':')))
  const isCertain = (problem: string) =>
    unreadable.includes(problem) ||
    !(
      files.some((file) => problem.includes(file)) ||
      (files.length > 0 && problem.includes(': no page shows '))
    )
  return [...new Set(found.filter(isCertain))].sort(byPlace)
}
