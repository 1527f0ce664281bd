import { join } from 'node:path'
import { languageOf } from '../../../reference/languages.ts'
import type { BuiltElement } from '../../notes/built-element.ts'
import { findAll } from '../../notes/element.ts'
import { readExamples, testDataName } from '../../notes/examples.ts'
import { type Generation, hashed } from '../../notes/generated.ts'
import { labelIn, readPages } from '../../notes/pages.ts'
import { bundleModule, bundleSandbox, bundleVitest } from '../../sandbox/build/bundle.ts'
import { wordsIn } from '../words.ts'
import { compileCheck } from './compile-check.ts'
import {
  coursePages,
  exerciseDataName,
  exerciseElement,
  positionIn,
  progressDataName,
} from './exercise-description.ts'
import { helperFinder } from './helpers.ts'
import { readExercises } from './read-exercises.ts'
import { renderTest, renderUnit, type Setting } from './render.tsx'
import { renderExercise, renderProgress } from './render-exercise.tsx'
import { runExamples } from './run-examples.ts'
import { readTypes } from './types.ts'

/**
 * Makes the examples of `examples/` runnable on the pages: compiles them, runs their tests, renders their code and
 * results, collects the types of their names, and serves the files that a page loads under `run/`.
 */
export const examples: Generation<BuiltElement> = {
  name: 'examples',
  sources: /^(examples|src\/(example|island|sandbox))\//,
  usedOfPages: (siteDir) => [
    findAll(exerciseElement, siteDir).map(({ place, attributes }) => [place.replace(/:.*/, ''), attributes]),
    readPages(siteDir).map(({ source }) => [labelIn(source), positionIn(source)]),
  ],
  folder: 'run',
  async make({ siteDir, baseUrl, i18n }) {
    const found = readExamples(join(siteDir, 'examples'))
    const language = languageOf(i18n.currentLocale)
    const { model, runs } = await runExamples(found)
    const [sandbox, { text }] = await Promise.all([bundleSandbox([model]), bundleVitest()])
    const vitest = hashed('vitest.js', text)
    const element = new URL('../page/element.tsx', import.meta.url)
    const island = await bundleModule(element, 'example', language, { VITEST: vitest.name })
    const assets = [...island, sandbox.frame, sandbox.program, vitest]
    const data = new Map<string, BuiltElement>()

    const root = join(siteDir, 'examples')
    const typesOfFiles = await readTypes(found, root)
    const types = new Map(
      [...typesOfFiles].map(([file, types]) => {
        const name = file.split('/').at(-1)?.replace(/\.ts$/, '.types.json') ?? ''
        return [file, hashed(name, JSON.stringify(types))]
      }),
    )
    assets.push(...types.values())
    const setting: Setting = {
      language,
      words: wordsIn(language),
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
      assets.push(tests, sources)

      const urls = {
        island: `${baseUrl}run/${island[0]?.name}`,
        frame: sandbox.frame.name,
        worker: sandbox.program.name,
        tests: tests.name,
        sources: sources.name,
      }
      data.set(testDataName(unit.name), await renderUnit(unit, run, urls, setting))
      for (const test of unit.tests)
        data.set(testDataName(unit.name, test.key), await renderTest(unit, test, run, urls, setting))
    }

    const [module] = island.filter(({ name }) => name.startsWith('exercise.'))
    const shared = {
      island: `${baseUrl}run/${module?.name}`,
      frame: sandbox.frame.name,
      program: sandbox.program.name,
    }
    const exercises = readExercises(join(siteDir, 'examples'))
    for (const exercise of exercises) {
      const tests = hashed(`${exercise.name}.check.js`, compileCheck(exercise, found))
      assets.push(tests)
      const urls = { ...shared, tests: tests.name }
      data.set(exerciseDataName(exercise.name), await renderExercise(exercise, urls, setting))
    }
    const pages = coursePages(siteDir, language, exercises, baseUrl)
    data.set(progressDataName, renderProgress(pages, shared.island, language))
    return { data, assets }
  },
}
