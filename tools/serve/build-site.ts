import { type Run, run } from '../terminal/run.ts'

/** What the build prints when it is through with something, and what that is, in the order in which it happens. */
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
 * @param tell is given how far it is, in words: `3 of 8, Chinese: scripts bundled`
 */
export function buildSite(tell: (far: string) => void): Promise<Run> {
  let done = 0
  return run('docusaurus', ['build'], {
    environment: { DOCUSAURUS_PERF_LOGGER: 'true' },
    onLine(line) {
      const [, language = ''] = /^\[PERF\] Build > ([\w-]+) > /.exec(line) ?? []
      const stage = stages.find(([printed]) => printed.test(line))
      if (language && stage) {
        done++
        tell(`${done} of ${stages.length * 2}, ${languages[language] ?? language}: ${stage[1]}`)
      }
      return line.startsWith('[PERF]')
    },
  })
}
