import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from '@docusaurus/types'
import { licencesPath } from '../machines/addresses.ts'
import { packagesOf, refusedLicences, shippedFiles } from '../notes/shipped.ts'

/**
 * Writes `licences.txt` beside the pages: the packages of which pages load code, with their licences, as these demand.
 * The build fails if one of the licences is not compatible with that of the site.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    async postBuild({ outDir }) {
      const packages = packagesOf(shippedFiles)
      const problems = refusedLicences(packages)
      if (problems.length > 0) throw new Error(problems.join('\n'))
      const texts = packages.map(
        ({ name, version, licence, terms }) => `${name} ${version}: ${licence}\n\n${terms}\n`,
      )
      await writeFile(join(outDir, licencesPath), texts.join(`\n${'-'.repeat(72)}\n\n`))
    },
  }
}
