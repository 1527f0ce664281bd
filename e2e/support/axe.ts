import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, ElementContext } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Returns the violations that axe finds: the rule, and the first element that breaks it.
 *
 * @param context the part of the page; by default all of it
 * @param rules only these; by default all that are enabled
 */
export async function violations(
  page: Page,
  context: ElementContext = 'html',
  rules?: readonly string[],
): Promise<unknown[]> {
  const options = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) }
  const results = await page.evaluate<AxeResults>(
    `${axe}; axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)})`,
  )
  return results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}
