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
    configureWebpack: (_config, isServer) => (isServer ? {} : { plugins: [{ apply: collectFiles }] }),
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

/** A module of a bundle, as the bundler describes it. */
interface Module {
  nameForCondition?: string | null
  /** The modules that it was made from. */
  modules?: Module[]
}

/** The part of the bundler that a plugin of it uses. */
interface Bundler {
  hooks: { done: { tap(name: string, listen: (stats: Statistics) => void): void } }
}
interface Statistics {
  toJson(options: object): { modules?: Module[] }
}

/** A plugin of the bundler: collects the files that are in the bundles of Docusaurus. */
function collectFiles({ hooks }: Bundler): void {
  hooks.done.tap('licences', (stats) => {
    const every = { all: false, modules: true, nestedModules: true, ids: true, orphanModules: false }
    const space = { modulesSpace: Number.POSITIVE_INFINITY, nestedModulesSpace: Number.POSITIVE_INFINITY }
    const collect = (modules: Module[] = []) => {
      for (const { nameForCondition, modules: inner } of modules) {
        if (nameForCondition) shippedFiles.add(nameForCondition)
        collect(inner)
      }
    }
    collect(stats.toJson({ ...every, ...space }).modules)
  })
}
