import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, ElementContext } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe objects to: the rule, and the first element that breaks it.
 *
 * @param context where it looks. The list of a walk's steps is left out elsewhere: thousands of lines of one make.
 */
export async function violations(
  page: Page,
  context: ElementContext = { exclude: ['.walk__list'] },
): Promise<unknown[]> {
  const options = { resultTypes: ['violations'], preload: false }
  const results = await page.evaluate<AxeResults>(
    `${axe}; axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)})`,
  )
  return results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}
