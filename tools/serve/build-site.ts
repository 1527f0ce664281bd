import { labelOf, languageOf, languages } from '../../reference/languages.ts'
import { writeLists } from '../../src/offline/build/list.ts'
import { type ProgramRun, run } from '../terminal/run.ts'

/** The stages of a build, in order: the line printed at the end of each, and its name. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/ > Load docs@default - /, 'pages found'],
  [/ > Load examples@default - /, 'examples run'],
  [/ > Load walkthroughs@default - /, 'walkthroughs recorded'],
  [/ > Bundling with /, 'scripts bundled'],
  [/ > SSG - /, 'pages written'],
]

/**
 * Builds the site in all languages.
 *
 * @param onProgress is called with the progress, in words: `3 of 10, 中文: scripts bundled`
 */
export async function buildSite(onProgress: (howFar: string) => void): Promise<ProgramRun> {
  let done = 0
  const result = await run('docusaurus', ['build'], {
    environment: { DOCUSAURUS_PERF_LOGGER: 'true' },
    onLine(line) {
      const [, tag = ''] = /^\[PERF\] Build > ([\w-]+) > /.exec(line) ?? []
      const stage = stages.find(([printed]) => printed.test(line))
      if (tag && stage) {
        done++
        onProgress(`${done} of ${stages.length * languages.length}, ${labelOf(languageOf(tag))}: ${stage[1]}`)
      }
      return line.startsWith('[PERF]')
    },
  })
  if (!result.failed) await writeLists('build')
  return result
}
