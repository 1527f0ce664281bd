import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { Kernel } from '../../walkthrough/kernel-stack.ts'
import type { WalkthroughData } from '../../walkthrough/Walkthrough.tsx'
import type { Walk } from '../../walkthrough/walk.ts'
import { wordsIn } from '../../walkthrough/words.ts'
import { readReference, tell } from '../call-stacks/stacks.ts'
import { type Asset, bundlePlayer, bundleProgram, hashed } from '../examples/bundle.ts'
import { dataName } from '../examples/render.ts'
import { readExamples } from '../examples/units.ts'
import { highlight } from '../highlight/highlight.ts'
import { kernelNames } from './names.ts'
import { findWalks } from './pages.ts'
import { openStudio } from './record.ts'
import { renderWalk } from './render.ts'

export { walkthroughData } from './remark.ts'

/** What the plugin makes of the walks, in one language. */
export interface Content {
  /** What `<Walkthrough>` shows, by the name of its data. */
  data: Map<string, WalkthroughData>
  /** Files to serve under `walk/`. */
  assets: Asset[]
}

/**
 * Records the walks that the notes show, lists their steps, and serves what plays them under `walk/`.
 *
 * An unknown name, or a pair of pages with different walks, fails the build; `npm run dev` only says so.
 *
 * It needs {@link walkthroughData} among the remark plugins of the notes, and `Walkthrough`
 * (`src/walkthrough/Walkthrough.tsx`) among the MDX components.
 */
export function walkthroughs({ siteDir, baseUrl, generatedFilesDir, i18n }: LoadContext): Plugin {
  const served = join(generatedFilesDir, 'walkthroughs-served')
  const plugin: Plugin<Content> = {
    name: 'walkthroughs',

    getPathsToWatch: () => [
      join(siteDir, 'examples/**/*.ts'),
      join(siteDir, 'src/{c-source,recorder,walkthrough}/**/*.{ts,tsx}'),
    ],

    async loadContent() {
      const found = readExamples(join(siteDir, 'examples'))
      const { walks, problems } = findWalks(siteDir, found.units)
      if (problems.length > 0) {
        const message = problems.join('\n')
        if (process.env.NODE_ENV === 'production') throw new Error(message)
        console.error(message)
      }

      const [studio, player, { runner, frame }] = await Promise.all([
        openStudio(found),
        bundlePlayer(),
        bundleProgram(),
      ])
      const names = kernelNames(found)
      const { stacks, chinese } = readReference(siteDir)
      const kernel: Kernel = {
        names,
        stacks: stacks.map((stack) => tell(stack, chinese, i18n.currentLocale)),
      }
      const kernelAsset = hashed('kernel.json', JSON.stringify(kernel))
      const recorder = hashed('recorder.js', studio.recorder.text)
      const model = hashed('model.js', studio.model.text)
      const content: Content = { data: new Map(), assets: [...player, kernelAsset, recorder, model] }

      const code = new Map<string, Asset>()
      const codeOf = async (file: string): Promise<Asset> => {
        const html = await highlight(found.sources.get(file) ?? '', 'ts')
        const name = file.replace(/^examples\//, '').replaceAll('/', '-')
        const asset = code.get(file) ?? hashed(`${name}.html`, html)
        code.set(file, asset)
        return asset
      }

      for (const { of, test } of walks) {
        const unit = found.units.find(({ name }) => name === of)
        const region = unit?.tests.find(({ title }) => title === test)
        if (!unit || !region) continue
        const recording = await studio.record(unit, region)
        const files = await Promise.all(
          recording.files.map(async (file) => [file, (await codeOf(file)).name] as const),
        )
        const walk: Walk = {
          recording,
          code: Object.fromEntries(files),
          testFile: unit.testFile,
          studio: {
            sandbox: `../run/${frame.name}`,
            runner: `../run/${runner.name}`,
            recorder: recorder.name,
            model: model.name,
          },
        }
        const asset = hashed(`${dataName(of, test)}.json`, JSON.stringify(walk))
        content.assets.push(asset)
        const addresses = {
          island: `${baseUrl}walk/${player[0]?.name}`,
          walk: asset.name,
          kernel: kernelAsset.name,
        }
        const words = wordsIn(i18n.currentLocale)
        const data = renderWalk(unit, region.title, recording, found, names, addresses, words)
        content.data.set(dataName(of, test), data)
      }
      content.assets.push(...code.values())
      return content
    },

    async contentLoaded({ content, actions }) {
      for (const [name, data] of content.data) {
        await actions.createData(`${name}.json`, JSON.stringify(data))
      }
      write(content.assets, served)
    },

    configureWebpack() {
      const devServer = { static: [{ directory: served, publicPath: `${baseUrl}walk` }] }
      return { devServer } as object
    },

    async postBuild({ content, outDir }) {
      write(content.assets, join(outDir, 'walk'))
    },
  }
  return plugin as Plugin
}

function write(assets: Asset[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of assets) writeFileSync(join(folder, name), text)
}
