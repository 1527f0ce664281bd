import { join } from 'node:path'
import { callStackIn, readCallStacks } from '../../../reference/call-stacks.ts'
import { languageOf, textIn } from '../../../reference/languages.ts'
import { testWalkId } from '../../island/walk-address.ts'
import { type PlayerFiles, playerFile, type WalkIndex, walkIndexName } from '../../island/walk-index.ts'
import type { BuiltElement } from '../../notes/built-element.ts'
import { findAll, findMentions } from '../../notes/element.ts'
import { type Examples, readExamples } from '../../notes/examples.ts'
import { type Generation, hashed } from '../../notes/generated.ts'
import { codeDigest, keep } from '../../notes/on-disk.ts'
import { readShownPages } from '../../notes/pages.ts'
import { unpack } from '../../recorder/recording.ts'
import { bundleModule, bundleSandbox, bundleVitest } from '../../sandbox/build/bundle.ts'
import type { Kernel } from '../kernel-stack.ts'
import { meshStoryElement, storyDataName } from '../story/description.ts'
import { picturesOf, renderStory } from '../story/story.tsx'
import { wordsIn } from '../words.ts'
import { walkthroughElement } from './description.ts'
import { kernelNames } from './names.ts'
import { openRecorder, type WalkRecorder } from './record.ts'
import { renderWalk, walkDataName } from './render.tsx'
import { scenarioFiles } from './scenario.ts'
import { scenarioTitles } from './scenario-titles.ts'
import { stacksByFunction } from './stacks-by-function.ts'
import { linesByStatement } from './statement-lines.ts'
import { renderStepList } from './step-list.tsx'
import { walkWriter } from './write.ts'

const code = codeDigest()

/**
 * Records a walk through every test of the examples and every scenario on a page, renders the walks on pages and the lists
 * of their steps, and serves the walks, the lists and their player under `walk/`.
 */
export const walkthroughs: Generation = {
  name: 'walkthroughs',
  sources: /^(examples|reference\/(then|call)|src\/(recorder|walkthrough|mesh|island|sandbox))/,
  usedOfPages: (siteDir) =>
    [walkthroughElement, meshStoryElement].flatMap((element) =>
      findAll(element, siteDir).map(({ attributes }) => attributes),
    ),
  folder: 'walk',
  async make({ siteDir, baseUrl, siteConfig: { url }, i18n: { currentLocale } }) {
    const found = readExamples(join(siteDir, 'examples'))
    const language = languageOf(currentLocale)
    const [recorder, player, story] = await Promise.all([
      recorderOf(siteDir, found),
      bundleModule(new URL('../page/element.tsx', import.meta.url), 'player', language),
      bundleModule(new URL('../story/element.ts', import.meta.url), 'story', language),
    ])
    const sandbox = await bundleSandbox([await bundleVitest(), recorder.recorder, recorder.model])
    const names = kernelNames(found)
    const { stacks, translations } = readCallStacks(siteDir)
    const kernel: Kernel = {
      names,
      stacks: stacks.map((stack) => callStackIn(language, stack, translations)),
      byFunction: stacksByFunction,
      statements: linesByStatement(found),
    }
    const kernelAsset = hashed('kernel.json', JSON.stringify(kernel))
    const writer = walkWriter(siteDir, language, found.sources, {
      frame: sandbox.frame.name,
      program: sandbox.program.name,
    })
    const data = new Map<string, BuiltElement>()
    const assets = [...player, ...story, kernelAsset, sandbox.frame, sandbox.program]

    // The checks of the pages report scenarios and tests that do not exist.
    const known = scenarioFiles(siteDir)
    const walks = findAll(walkthroughElement, siteDir).map(({ attributes: { of = '', test } }) => {
      const unit = found.units.find(({ name }) => name === of)
      const region = unit?.tests.find(({ key }) => key === test)
      return { of, unit, region }
    })
    const scenarios = new Set(walks.map(({ of }) => of).filter((of) => known.includes(of)))

    const words = wordsIn(currentLocale)
    const shown = readShownPages(siteDir, language)
    const titles = scenarioTitles(shown)
    const pages = shown.map((page) => {
      const { mentions } = findMentions([walkthroughElement], page.file, page.source)
      return {
        page,
        walks: new Set(mentions.map(({ attributes: { of = '', test } }) => walkDataName(of, test))),
      }
    })

    // All at once. The recorder keeps them for the loops below.
    const records = [
      ...found.units.flatMap((unit) => unit.tests.map((test) => () => recorder.record(unit, test))),
      ...[...scenarios].map((file) => () => recorder.recordScenario(file)),
    ]
    await Promise.all(records.map((record) => record()))

    for (const unit of found.units) {
      const index: WalkIndex = { player: player[0]?.name ?? '', kernel: kernelAsset.name, walks: {} }
      for (const test of unit.tests) {
        const recording = await recorder.record(unit, test)
        index.walks[test.title] = await writer.write(unit.name, test.key, unit.testFile, recording)
      }
      assets.push({ name: walkIndexName(unit.name), text: JSON.stringify(index) })
    }

    for (const { of, unit, region } of walks) {
      const name = walkDataName(of, region?.key)
      if (data.has(name) || (!scenarios.has(of) && !region)) continue
      const recording =
        unit && region ? await recorder.record(unit, region) : await recorder.recordScenario(of)
      const walk = await writer.write(of, region?.key, unit?.testFile ?? of, recording)
      const urls = {
        island: `${baseUrl}walk/${player[0]?.name}`,
        walk,
        kernel: kernelAsset.name,
        begins: [walk, kernelAsset.name, writer.codeName(unit?.testFile ?? of)]
          .map((name) => `${baseUrl}walk/${name}`)
          .join(' '),
      }
      const title = region ? textIn(region.titles, language) : (titles.get(of) ?? of)
      const recorded = { of, title, test: region, recording }
      const list = `steps/${name}.html`
      data.set(name, renderWalk(recorded, urls, `${baseUrl}walk/${list}`, words))
      const shownOn = pages.filter(({ walks }) => walks.has(name)).map(({ page }) => page)
      const texts = writer.texts(recording)
      const inputs = [recorded, shownOn, [...texts], names, url, baseUrl, language]
      const text = keep('steps', [code, JSON.stringify(inputs)], () =>
        renderStepList(recorded, shownOn, texts, names, { url, baseUrl }, words),
      )
      assets.push({ name: list, text, isPage: true })
    }
    for (const { attributes } of findAll(meshStoryElement, siteDir)) {
      const { of = '', test = '' } = attributes
      const unit = found.units.find(({ name }) => name === of)
      const region = unit?.tests.find(({ key }) => key === test)
      if (!unit || !region) continue
      const pictures = picturesOf(unpack(await recorder.record(unit, region)), names, language)
      const file = hashed(`${storyDataName(of, test)}.json`, JSON.stringify(pictures))
      assets.push(file)
      const urls = { island: `${baseUrl}walk/${story[0]?.name}`, pictures: file.name }
      data.set(
        storyDataName(of, test),
        renderStory(pictures, urls, testWalkId(test), textIn(region.titles, language), language),
      )
    }
    const files: PlayerFiles = { player: player[0]?.name ?? '', kernel: kernelAsset.name }
    assets.push({ name: playerFile, text: JSON.stringify(files) })
    assets.push(...writer.assets())
    return { data, assets }
  },
}

/** The last recorder: both languages are built from its recordings. */
let kept: { sources: string; recorder: Promise<WalkRecorder> } | undefined

export function recorderOf(siteDir: string, examples: Examples): Promise<WalkRecorder> {
  const sources = JSON.stringify([...examples.sources])
  if (kept?.sources !== sources) kept = { sources, recorder: openRecorder(siteDir, examples) }
  return kept.recorder
}
