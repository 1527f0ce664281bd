import { rename } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  defaultLanguage,
  type Language,
  labelOf,
  languages,
  pathOf,
  tagOf,
} from '../../reference/languages.ts'
import { removeUnused } from '../../src/notes/on-disk.ts'
import { writeLists } from '../../src/offline/build/list.ts'
import { type ProgramRun, run } from '../terminal/run.ts'
import { forgetBuild, inputsOf, isBuilt, recordBuild } from './last-build.ts'

/** The stages of a build, in order: the line printed at the end of each, and its name. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/ > Load docs@default - /, 'pages found'],
  [/ > Load examples@default - /, 'examples run'],
  [/ > Load walkthroughs@default - /, 'walkthroughs recorded'],
  [/ > Bundling with /, 'scripts bundled'],
  [/ > SSG - /, 'pages written'],
]

const docusaurus = 'node_modules/@docusaurus/core/bin/docusaurus.mjs'

/** The folder of the built site. */
const folder = 'build'

/**
 * Builds the site in all languages, in as many at the same time as there are processors, and checks it meanwhile. If
 * nothing has changed since the last build, nothing is done.
 *
 * @param onProgress is called with the progress, in words: `3 of 10, 中文: scripts bundled`
 * @returns the output: of a site with problems only these, and otherwise what Docusaurus prints
 */
export async function buildSite(onProgress: (howFar: string) => void = () => {}): Promise<ProgramRun> {
  const inputs = inputsOf('.', process.env)
  if (inputs && isBuilt('.', folder, inputs))
    return { failed: false, output: `Nothing has changed since the last build: ${folder}/ is as it was.` }
  forgetBuild('.')
  // It imports most of the site: a build without work ends sooner without it.
  const { checkSite } = await import('../../src/site/checks.ts')
  const atOnce = Math.min(availableParallelism(), languages.length)
  const waiting = [...languages]
  const builds: ProgramRun[] = []
  const stop = new AbortController()
  let done = 0
  const buildNext = async (): Promise<void> => {
    const language = waiting.shift()
    if (!language || stop.signal.aborted) return
    const onStage = (stage: string) => {
      done++
      onProgress(`${done} of ${stages.length * languages.length}, ${labelOf(language)}: ${stage}`)
    }
    const build = await buildLanguage(language, atOnce, onStage, stop.signal)
    builds.push(build)
    if (build.failed) stop.abort()
    return buildNext()
  }
  const building = Promise.all(Array.from({ length: atOnce }, buildNext))

  const problems = await checkSite('.')
  if (problems.length > 0) stop.abort()
  await building
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    return { failed: true, output: `${problems.join('\n')}\n\n${count}: nothing is built.\n` }
  }
  const failed = builds.find(({ failed }) => failed)
  if (failed) return failed

  for (const language of languages.filter((language) => language !== defaultLanguage)) {
    await rename(join(outFolder(language), pathOf(language)), join(folder, pathOf(language)))
  }
  await writeLists(folder)
  removeUnused()
  if (inputs && inputs === inputsOf('.', process.env)) recordBuild('.', folder, inputs)
  return { failed: false, output: builds.map(({ output }) => output).join('') }
}

/**
 * The folder of Docusaurus's own files for a language. Another language has its pages there, too, until all are built:
 * the build of the default language empties the folder that is to hold them.
 */
const ownFolder = (language: Language) => join('.docusaurus', tagOf(language))
const outFolder = (language: Language) =>
  language === defaultLanguage ? folder : join(ownFolder(language), 'build')

/** Builds the pages of a language in a process of its own. */
function buildLanguage(
  language: Language,
  atOnce: number,
  onStage: (stage: string) => void,
  signal: AbortSignal,
): Promise<ProgramRun> {
  // With room for 64 MiB of new objects from the start, V8 collects less often, and leaves fewer pages to the kernel.
  const memory = ['--min-semi-space-size=64', '--max-semi-space-size=64']
  const program = [...memory, '--import', './tools/node/less-optimising.mjs', docusaurus]
  return run('node', [...program, 'build', '--locale', tagOf(language), '--out-dir', outFolder(language)], {
    environment: {
      DOCUSAURUS_PERF_LOGGER: 'true',
      DOCUSAURUS_CURRENT_LOCALE: tagOf(language), // also while Docusaurus looks for the languages of the site
      DOCUSAURUS_GENERATED_FILES_DIR_NAME: ownFolder(language),
      BUILDS: String(atOnce),
      NO_UPDATE_NOTIFIER: '1', // Docusaurus asks the registry for newer versions, in one more process for each language
    },
    signal,
    onLine(line) {
      const stage = stages.find(([printed]) => printed.test(line))
      if (stage && line.startsWith('[PERF] Build > ')) onStage(stage[1])
      return line.startsWith('[PERF]')
    },
  })
}
