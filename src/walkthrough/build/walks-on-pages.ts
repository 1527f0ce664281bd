import { join } from 'node:path'
import { fullmeshFile } from '../../../reference/kernel-source.ts'
import { defaultLanguage, languages, type Text } from '../../../reference/languages.ts'
import { testWalkId, walkId } from '../../island/walk-address.ts'
import { findMentions } from '../../notes/element.ts'
import { readExamples } from '../../notes/examples.ts'
import { readPages, readShownPages } from '../../notes/pages.ts'
import { type Step, unpack } from '../../recorder/recording.ts'
import type { KernelName } from '../kernel-stack.ts'
import { familyOfSessions, familyOfTwins } from '../twins.ts'
import { walkthroughElement } from './description.ts'
import { kernelNames } from './names.ts'
import { recorderOf } from './plugin.ts'
import { isScenario } from './scenario.ts'
import { scenarioTitles } from './scenario-titles.ts'

/** A walk on a page. */
interface WalkOnPage {
  /** The page, and the id of the walk: `ops/new-session.mdx#walk-no-route-retried`. */
  place: string
  title: Text
  /** The functions of `mptcp_fullmesh.c` through which it goes. */
  functions: ReadonlySet<string>
}

/** Returns the walks on the pages of the site in `siteDir`, in the order of the pages. */
export async function walksOnPages(siteDir: string): Promise<WalkOnPage[]> {
  const examples = readExamples(join(siteDir, 'examples'))
  const names = kernelNames(examples)
  const recorder = await recorderOf(siteDir, examples)
  const titles = languages.map(
    (language) => [language, scenarioTitles(readShownPages(siteDir, language))] as const,
  )
  const walks = readPages(siteDir, defaultLanguage).flatMap(({ name, file, source }) =>
    findMentions([walkthroughElement], file, source).mentions.map(
      async ({ attributes: { of = '', test } }): Promise<WalkOnPage[]> => {
        const unit = examples.units.find(({ name }) => name === of)
        const region = unit?.tests.find(({ key }) => key === test)
        // The checks of the pages report tests that do not exist.
        if (!isScenario(of) && !(unit && region)) return []
        const recording = unit && region ? recorder.record(unit, region) : recorder.recordScenario(of)
        const id = region ? testWalkId(region.key) : walkId(of)
        const title =
          region?.titles ??
          Object.fromEntries(titles.map(([language, known]) => [language, known.get(of) ?? of]))
        return [{ place: `${name}#${id}`, title, functions: functionsIn(unpack(await recording), names) }]
      },
    ),
  )
  return (await Promise.all(walks)).flat()
}

/** Returns the names in C of all functions in which a walk has steps; of twins, those of the family. */
function functionsIn(steps: Step[], names: Readonly<Record<string, KernelName>>): Set<string> {
  const found = new Set<string>()
  for (const [index, step] of steps.entries()) {
    const frames = step.frames.flatMap((model) => {
      const named = names[`${model.file} ${model.fn}`]
      return named?.lines ? [{ names: named.names, file: fullmeshFile, model }] : []
    })
    for (const [at, { names }] of frames.entries()) {
      const family = () => familyOfTwins(frames.slice(0, at + 1), steps, index) ?? familyOfSessions(step)
      const other = names.length > 1 && (family() === 'IPv4' ? '6' : '4')
      for (const name of names) if (!other || !name.includes(other)) found.add(name)
    }
  }
  return found
}
