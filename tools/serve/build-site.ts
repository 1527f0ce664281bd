import { type ProgramRun, run } from '../terminal/run.ts'

/** The stages of a build, in order: the line printed at the end of each, and its name. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/ > Load docs@default - /, 'pages found'],
  [/ > Load examples@default - /, 'examples run'],
  [/ > Load walkthroughs@default - /, 'walkthroughs recorded'],
  [/ > Bundling with /, 'scripts bundled'],
  [/ > SSG - /, 'pages written'],
]

const languages: Record<string, string> = { 'zh-Hans': 'Chinese', en: 'English' }

/**
 * Builds the site in both languages.
 *
 * @param onProgress is called with the progress, in words: `3 of 10, Chinese: scripts bundled`
 */
export function buildSite(onProgress: (howFar: string) => void): Promise<ProgramRun> {
  let done = 0
  return run('docusaurus', ['build'], {
    environment: { DOCUSAURUS_PERF_LOGGER: 'true' },
    onLine(line) {
      const [, language = ''] = /^\[PERF\] Build > ([\w-]+) > /.exec(line) ?? []
      const stage = stages.find(([printed]) => printed.test(line))
      if (language && stage) {
        done++
        onProgress(`${done} of ${stages.length * 2}, ${languages[language] ?? language}: ${stage[1]}`)
      }
      return line.startsWith('[PERF]')
    },
  })
}
