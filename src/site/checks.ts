import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { checkReferences } from '../c-line/check.ts'
import { checkElements } from '../notes/check-elements.ts'
import { labelIn, pageFiles, readPages } from '../notes/pages.ts'
import { checkPairs } from '../notes/pairs.ts'
import { reportProblems } from '../notes/report-problems.ts'
import { checkSkeletons } from '../notes/skeletons.ts'
import { checkTables } from '../tables/descriptions.ts'
import { checkGlossary } from '../terms/terms.ts'
import { checkTexts } from '../texts/check.ts'
import { changedSections } from '../translation/notices.ts'
import { elements } from './elements.ts'

/** Checks the pages, and the facts that they are made from, with {@link reportProblems}. */
export function checks({ siteDir }: LoadContext): Plugin {
  return {
    name: 'checks',

    getPathsToWatch: () =>
      [...pageFiles, 'reference/**/*', 'examples/**/*', 'i18n/**/*.json'].map((files) =>
        join(siteDir, files),
      ),

    async loadContent() {
      reportProblems([
        ...checkPairs(siteDir),
        ...checkSkeletons(siteDir),
        ...checkTexts(siteDir),
        ...checkElements(elements, siteDir),
        ...checkReferences(siteDir),
        ...checkTables(siteDir),
        ...checkGlossary(),
      ])
    },

    // The bundler caches compiled pages by their text alone. They are also made from other files.
    configureWebpack(config) {
      const { cache } = (config.experiments ?? {}) as { cache?: { version: string } }
      return (
        cache ? { experiments: { cache: { ...cache, version: `${cache.version}-${digest(siteDir)}` } } } : {}
      ) as object
    },
  }
}

/**
 * Returns a digest of these other files: the code of the build, its facts, the labels of the pages, and what the pages
 * say of the state of their translation.
 */
function digest(siteDir: string): string {
  const hash = createHash('sha256')
  for (const folder of ['reference', 'examples', 'src']) {
    for (const entry of readdirSync(join(siteDir, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isFile() || !/\.(tsx?|txt|json)$/.test(path) || /\.test\.ts$|[\\/]page[\\/]/.test(path))
        continue
      hash.update(path).update(readFileSync(path))
    }
  }
  for (const { file, source } of readPages(siteDir)) hash.update(file).update(labelIn(source))
  hash.update(JSON.stringify(changedSections(siteDir)))
  return hash.digest('hex').slice(0, 16)
}
