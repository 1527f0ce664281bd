import type { LoadContext, Plugin } from '@docusaurus/types'
import { checkSite } from './checks.ts'

/** The problems of the site: it is built in several languages, and checked once. */
let found: Promise<string[]> | undefined

/**
 * Ends a build that has problems, before other plugins begin and the first of them that finds a problem ends it. Prints
 * all problems, and no error with a stack: every problem says where it is.
 */
export async function onlyWithoutProblems({ siteDir }: LoadContext): Promise<Plugin> {
  found ??= checkSite(siteDir)
  const problems = await found
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    console.error(`${problems.join('\n')}\n\n${count}: nothing is built.`)
    process.exit(1)
  }
  return { name: 'only-without-problems' }
}
