import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { BuiltElement } from '../../notes/built-element.ts'
import { dataName } from '../../notes/data-name.ts'
import { refuse } from '../../notes/refuse.ts'
import {
  type Asset,
  bundleIsland,
  bundleNodeRunner,
  bundleSandbox,
  hashed,
  writeAssets,
} from '../../sandbox/build/bundle.ts'
import { type Run, runTests } from '../../sandbox/build/run.ts'
import { compileFile, compileModel, readExamples, type Unit } from '../../sandbox/build/units.ts'
import { wordsIn } from '../words.ts'
import { helperFinder } from './helpers.ts'
import { checkPages } from './pages.ts'
import { renderTest, renderUnit, type Setting } from './render.tsx'
import { typesIn } from './types.ts'

export { exampleData } from './remark.ts'

/** What the plugin makes of the examples, in one language. */
export interface Content {
  /** What `<Example>` shows, by {@link dataName}. */
  data: Map<string, BuiltElement>
  /** Files to serve under `run/`. */
  assets: Asset[]
}

/**
 * Makes the examples of `examples/` runnable in the notes: compiles them, runs their tests, renders their code
 * and their results, asks for the types of their names, and serves what a page needs of all this under `run/`.
 *
 * A failing test, an unknown name, a test on no page, or a pair of pages with different examples fails the
 * build; `npm run dev` only says so.
 *
 * It needs {@link exampleData} among the remark plugins of the notes.
 */
export function examples({ siteDir, baseUrl, generatedFilesDir, i18n }: LoadContext): Plugin {
  const served = join(generatedFilesDir, 'examples-run')
  const plugin: Plugin<Content> = {
    name: 'examples',

    getPathsToWatch: () => [join(siteDir, 'examples/**/*.ts'), join(siteDir, 'src/example/**/*.{ts,tsx}')],

    async loadContent() {
      const found = readExamples(join(siteDir, 'examples'))
      const model = compileModel(found)
      const [island, sandbox, nodeRunner] = await Promise.all([
        bundleIsland(),
        bundleSandbox([model]),
        bundleNodeRunner(),
      ])
      const content: Content = { data: new Map(), assets: [...island, sandbox.frame, sandbox.program] }
      const problems = checkPages(siteDir, found.units)

      const runs = await Promise.all(
        found.units.map(async (unit) => {
          const script = compileFile(found, unit.testFile)
          const run = await runTests(nodeRunner, [model, script], { file: unit.testFile })
          problems.push(...failures(unit, run))
          return { unit, script, run }
        }),
      )
      refuse(problems)

      const words = wordsIn(i18n.currentLocale)
      const types = new Map(
        [...typesIn(found, join(siteDir, 'examples'))].map(([file, types]) => {
          const name = file.split('/').at(-1)?.replace(/\.ts$/, '.types.json') ?? ''
          return [file, hashed(name, JSON.stringify(types))]
        }),
      )
      content.assets.push(...types.values())
      const setting: Setting = {
        words,
        sources: found.sources,
        types: new Map([...types].map(([file, { name }]) => [file, name])),
        helpersOf: helperFinder(found),
        guide: `${baseUrl}reading-the-examples/`,
      }
      for (const { unit, script, run } of runs) {
        const tests = hashed(`${unit.name}.test.js`, script.text)
        const ids = [unit.implementation, unit.testFile]
        const texts = Object.fromEntries(ids.map((id) => [id, found.sources.get(id)]))
        const sources = hashed(`${unit.name}.json`, JSON.stringify(texts))
        content.assets.push(tests, sources)

        const addresses = {
          island: `${baseUrl}run/${island[0]?.name}`,
          frame: sandbox.frame.name,
          program: sandbox.program.name,
          tests: tests.name,
          sources: sources.name,
        }
        content.data.set(dataName(unit.name), await renderUnit(unit, run, addresses, setting))
        for (const region of unit.tests) {
          const data = await renderTest(unit, region, run, addresses, setting)
          content.data.set(dataName(unit.name, region.title), data)
        }
      }
      return content
    },

    async contentLoaded({ content, actions }) {
      for (const [name, data] of content.data) {
        await actions.createData(`${name}.json`, JSON.stringify(data))
      }
      writeAssets(content.assets, served)
    },

    configureWebpack() {
      const devServer = { static: [{ directory: served, publicPath: `${baseUrl}run` }] }
      return { devServer } as object
    },

    async postBuild({ content, outDir }) {
      writeAssets(content.assets, join(outDir, 'run'))
    },
  }
  return plugin as Plugin
}

/** One message for each test that failed, beginning with a file and a line. */
function failures(unit: Unit, run: Run): string[] {
  return [
    ...run.failures.map(
      ({ message, place }) => `${place?.file ?? unit.testFile}:${place?.line ?? 1}: ${message}`,
    ),
    ...run.tests.flatMap(({ title, line, failures }) =>
      failures.map(
        ({ message, place }) =>
          `${place?.file ?? unit.testFile}:${place?.line ?? line}: "${title}" fails: ${message}`,
      ),
    ),
  ]
}
