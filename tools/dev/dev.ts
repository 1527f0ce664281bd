import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadContext, Plugin, PluginConfig } from '@docusaurus/types'
import chokidar from 'chokidar'
import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { commonPlugins, generations, rehypePlugins } from '../../src/site/build.ts'
import { checkStrings } from '../checks/check-strings.ts'
import { checkCode } from '../checks/programs.ts'
import { compileProblems } from './compile-problems.ts'
import { Live, servedFolder, writeMissingData } from './live.ts'
import { otherLanguage } from './other-language.ts'
import { Problems, problemsPath } from './problems.ts'
import { schedule } from './schedule.ts'

/** The folders whose files are watched. */
const watched = ['docs', 'i18n', 'examples', 'reference', 'src']

/** How long after a file was saved it is read, in ms: a compilation of the page begins at once, and comes first. */
const delay = 150

/**
 * Docusaurus makes plugins anew when a file of `i18n/` changes. These stay: there is one site, which is watched once.
 */
let live: Live | undefined
let begun: Promise<void> | undefined
const problems = new Problems()

/** Returns what Docusaurus needs to serve the site in `siteDir` while its files are edited. */
export function develop(siteDir: string) {
  live ??= new Live(siteDir)
  const pages = [[remarkNewest(live), { madeFrom: '' }] as const]
  return {
    plugins: [...commonPlugins, liveSite] as PluginConfig[],
    beforeDefaultRemarkPlugins: pages,
    rehypePlugins,
  }
}

/**
 * A remark plugin that runs those of the newest site. An element with a problem is replaced by the problem; one that was
 * just put on the page gets a paragraph for data.
 */
function remarkNewest(live: Live) {
  return () => async (tree: Root, vfile: VFile) => {
    const { build } = await live.site()
    const insteadOf = (value: string): RootContent[] => [
      { type: 'paragraph', children: [{ type: 'text', value }] },
    ]
    for (const plugin of build.pagePlugins(insteadOf)) plugin()(tree, vfile)
    visit(tree, 'mdxjsEsm', ({ value }) => {
      const [, module] = /from "(@generated\/.*)"$/.exec(value) ?? []
      if (module) writeMissingData(module, join(process.cwd(), '.docusaurus'))
    })
  }
}

/** Makes the data of elements, checks the site, and does both again when files are saved. */
function liveSite(context: LoadContext): Plugin {
  const { siteDir, baseUrl, i18n } = context
  return {
    name: 'live-site',

    async loadContent() {
      begun ??= begin(context)
      await begun
    },

    getClientModules: () => [fileURLToPath(new URL('./strip.ts', import.meta.url))],

    configureWebpack(_config, _isServer, { currentBundler }) {
      const { DefinePlugin } = currentBundler.instance
      return {
        plugins: [
          compileProblems(siteDir, (found) => {
            problems.set('bundler', found)
            if (!codeCheck) updateCode() // not before the first page is there
          }),
          new DefinePlugin({ 'process.env.PROBLEMS_URL': JSON.stringify(baseUrl + problemsPath) }),
        ],
        devServer: {
          client: { overlay: { errors: false, warnings: false, runtimeErrors: true } },
          static: generations
            .filter(({ folder }) => folder)
            .map(({ name, folder }) => ({
              directory: servedFolder(name, context),
              publicPath: `${baseUrl}${folder}`,
            })),
          setupMiddlewares(middlewares: unknown[]) {
            middlewares.unshift(
              { path: baseUrl + problemsPath, middleware: problems.serve.bind(problems) },
              {
                name: 'other-language',
                middleware(
                  request: { path: string; headers: { accept?: string } },
                  response: { send(text: string): void },
                  next: () => void,
                ) {
                  const isPage = request.headers.accept?.includes('text/html')
                  const page = isPage ? otherLanguage(request.path, i18n) : undefined
                  if (page) response.send(page)
                  else next()
                },
              },
            )
            return middlewares
          },
        },
      } as object
    },
  }
}

async function begin(context: LoadContext): Promise<void> {
  await update(context, [])
  const changed = schedule((files) => update(context, files), delay)
  chokidar.watch(watched, { cwd: context.siteDir, ignoreInitial: true }).on('all', (event, file) => {
    if (event !== 'addDir' && event !== 'unlinkDir') changed(file.replaceAll('\\', '/'))
  })
}

async function update(context: LoadContext, changed: string[]): Promise<void> {
  if (!live) return
  problems.set('data', await live.update(context, changed))
  const { checks } = await live.site()
  const site = await checks.checkSite(context.siteDir)
  problems.set('site', [...site, ...(await checkStrings('src', 'i18n/en/code.json'))])
  if (changed.some((file) => /\.(ts|tsx|json|css)$/.test(file))) updateCode()
}

let codeCheck: AbortController | undefined

/** Checks the code. What a check that is not done yet would find is out of date: it ends. */
function updateCode(): void {
  codeCheck?.abort()
  codeCheck = new AbortController()
  const { signal } = codeCheck
  checkCode(signal).then((found) => {
    if (!signal.aborted) problems.set('code', found)
  })
}
