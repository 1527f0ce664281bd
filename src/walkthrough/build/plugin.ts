import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { Kernel } from '../kernel-stack.ts'
import type { WalkthroughData } from '../Walkthrough.tsx'
import { type WalkIndex, walkIndexName } from '../../island/walk-index.ts'
import { wordsIn } from '../words.ts'
import { readReference, tell } from '../../call-stack/build/stacks.ts'
import { type Asset, bundlePlayer, bundleSandbox, hashed, writeAssets } from '../../sandbox/build/bundle.ts'
import { type Examples, readExamples } from '../../sandbox/build/units.ts'
import { refuse } from '../../notes/refuse.ts'
import { kernelNames } from './names.ts'
import { findWalks } from './pages.ts'
import { openRecorder, type WalkRecorder } from './record.ts'
import { dataName, renderWalk } from './render.ts'
import { isScenario } from './scenario.ts'
import { WalkWriter } from './write.ts'

export { walkthroughData } from './remark.ts'

/** What the plugin makes of the walks, in one language. */
export interface Content {
  /** What `<Walkthrough>` shows, by the name of its data. */
  data: Map<string, WalkthroughData>
  /** Files to serve under `walk/`. */
  assets: Asset[]
}

/**
 * Records a walk through every test of the examples and through the scenarios that the notes name, lists the steps of
 * those that pages show, and serves what plays them under `walk/`.
 *
 * An unknown name, a page without the walk it owes its reader, or a pair of pages with different walks fails the
 * build; `npm run dev` only says so.
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
      join(siteDir, 'reference/then/*'),
      join(siteDir, 'src/{recorder,walkthrough}/**/*.{ts,tsx}'),
    ],

    async loadContent() {
      const found = readExamples(join(siteDir, 'examples'))
      const { walks, problems } = findWalks(siteDir, found.units)
      refuse(problems)

      const [recorder, player] = await Promise.all([recorderOf(siteDir, found), bundlePlayer()])
      const sandbox = await bundleSandbox([recorder.recorder, recorder.model])
      const names = kernelNames(found)
      const { stacks, chinese } = readReference(siteDir)
      const { currentLocale } = i18n
      const kernel: Kernel = { names, stacks: stacks.map((stack) => tell(stack, chinese, currentLocale)) }
      const kernelAsset = hashed('kernel.json', JSON.stringify(kernel))
      const writer = new WalkWriter(siteDir, currentLocale, found.sources, {
        frame: sandbox.frame.name,
        program: sandbox.program.name,
      })
      const content: Content = {
        data: new Map(),
        assets: [...player, kernelAsset, sandbox.frame, sandbox.program],
      }

      // Side by side; below, each is there already.
      await Promise.all([
        ...found.units.flatMap((unit) => unit.tests.map((test) => recorder.record(unit, test))),
        ...walks.filter(({ of }) => isScenario(of)).map(({ of }) => recorder.recordScenario(of)),
      ])

      for (const unit of found.units) {
        const index: WalkIndex = { player: player[0]?.name ?? '', kernel: kernelAsset.name, walks: {} }
        for (const test of unit.tests) {
          const recording = await recorder.record(unit, test)
          index.walks[test.title] = await writer.write(unit.name, test.title, unit.testFile, recording)
        }
        content.assets.push({ name: walkIndexName(unit.name), text: JSON.stringify(index) })
      }

      for (const { of, test } of walks) {
        const unit = found.units.find(({ name }) => name === of)
        const region = unit?.tests.find(({ title }) => title === test)
        if (!isScenario(of) && (!unit || !region)) continue
        const recording = unit && region ? await recorder.record(unit, region) : await recorder.recordScenario(of)
        const addresses = {
          island: `${baseUrl}walk/${player[0]?.name}`,
          walk: await writer.write(of, test ?? of, unit?.testFile ?? of, recording),
          kernel: kernelAsset.name,
        }
        const texts = writer.texts(recording)
        content.data.set(
          dataName(of, test),
          renderWalk(of, test ?? of, recording, texts, names, addresses, wordsIn(currentLocale)),
        )
      }
      content.assets.push(...writer.assets())
      return content
    },

    async contentLoaded({ content, actions }) {
      for (const [name, data] of content.data) {
        await actions.createData(`${name}.json`, JSON.stringify(data))
      }
      writeAssets(content.assets, served)
    },

    configureWebpack() {
      const devServer = { static: [{ directory: served, publicPath: `${baseUrl}walk` }] }
      return { devServer } as object
    },

    async postBuild({ content, outDir }) {
      writeAssets(content.assets, join(outDir, 'walk'))
    },
  }
  return plugin as Plugin
}

/** What was recorded last: both languages are built of it. */
let kept: { sources: string; recorder: Promise<WalkRecorder> } | undefined

function recorderOf(siteDir: string, examples: Examples): Promise<WalkRecorder> {
  const sources = JSON.stringify([...examples.sources])
  if (kept?.sources !== sources) kept = { sources, recorder: openRecorder(siteDir, examples) }
  return kept.recorder
}
