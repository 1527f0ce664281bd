import { fileURLToPath } from 'node:url'
import type { LoadContext, Plugin, PluginConfig } from '@docusaurus/types'
import chokidar from 'chokidar'
import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { commonPlugins, generations, rehypePlugins, remarkPlugins } from '../../src/site/build.ts'
import { madeFrom } from '../../src/site/made-from.ts'
import { checkAllStrings } from '../checks/check-strings.ts'
import { checkCode, checkTranslations } from '../checks/programs.ts'
import { Compiler } from './compiler.ts'
import { Live, servedFolder } from './live.ts'
import { otherLanguage } from './other-language.ts'
import { Problems, problemsPath } from './problems.ts'
import { schedule } from './schedule.ts'

/** The folders whose files are watched. */
const watched = ['docs', 'i18n', 'examples', 'reference', 'src']

/** Files of code, by which the programs that check code have something to do. */
const code = /\.(tsx?|json|css)$/

/** How long after the last save the files are read, in ms: an editor may write several. */
const delay = 100

/** Docusaurus asks for plugins anew when a file of `i18n/` changes. There is one server, which begins once. */
let server: DevelopmentServer | undefined

/** Returns what Docusaurus needs to serve the site in `siteDir` while its files are edited. */
export function develop(siteDir: string) {
  server ??= new DevelopmentServer(siteDir)
  const { live, plugin } = server
  // Docusaurus makes pages anew when options of plugins change: these are options, and have no other use.
  const options = { madeFrom: madeFrom(siteDir) }
  return {
    plugins: [...commonPlugins, plugin] as PluginConfig[],
    beforeDefaultRemarkPlugins: [[() => newestPlugins(live), options] as const],
    remarkPlugins,
    rehypePlugins,
  }
}

/** Returns a remark plugin that runs those of the newest site. Instead of an element with a problem, it shows the problem. */
function newestPlugins(live: Live) {
  const insteadOf = (value: string): RootContent[] => [
    { type: 'paragraph', children: [{ type: 'text', value }] },
  ]
  return async (tree: Root, vfile: VFile) => {
    const { pagePlugins } = await live.site()
    for (const plugin of pagePlugins(insteadOf)) plugin()(tree, vfile)
    visit(tree, 'mdxjsEsm', ({ value }) => {
      const [, module] = /from "(@generated\/.*)"$/.exec(value) ?? []
      if (module) live.writeMissing(module)
    })
  }
}

/** Makes the data of elements, checks the site, and does both again when files are saved. */
class DevelopmentServer {
  readonly live: Live
  readonly #problems = new Problems()
  readonly #compiler: Compiler
  #started: Promise<void> | undefined
  #isChecked = false
  readonly #running = new Map<string, AbortController>()

  constructor(siteDir: string) {
    this.live = new Live(siteDir)
    this.#compiler = new Compiler(siteDir, (problems) => {
      this.#problems.set('compiler', problems)
      // Not before the first page is there.
      if (!this.#isChecked) this.#check(['package.json'])
      this.#isChecked = true
    })
  }

  /** The plugin of Docusaurus. */
  plugin = (context: LoadContext): Plugin => ({
    name: 'development',
    loadContent: () => {
      this.#started ??= this.#start(context)
      return this.#started
    },
    getClientModules: () => [fileURLToPath(new URL('./strip.ts', import.meta.url))],
    configureWebpack: (_config, _isServer, { currentBundler }) => {
      const { baseUrl, i18n } = context
      const { DefinePlugin } = currentBundler.instance
      const problemsUrl = baseUrl + problemsPath
      const served = generations.filter(({ folder }) => folder)
      return {
        plugins: [
          this.#compiler,
          new DefinePlugin({ 'process.env.PROBLEMS_URL': JSON.stringify(problemsUrl) }),
        ],
        devServer: {
          // The strip names what is wrong, and leaves the page to be read. A page that cannot be compiled throws when it
          // is loaded. The function runs in the page, and is sent there as text.
          client: {
            overlay: {
              errors: false,
              warnings: false,
              runtimeErrors: ({ message }: Error) => !/Module (build|parse) failed/.test(message),
            },
          },
          static: served.map(({ name, folder }) => ({
            directory: servedFolder(name, context),
            publicPath: `${baseUrl}${folder}`,
          })),
          // Docusaurus has such a function, too. Both are called, and what they return is joined: these come first in the
          // list that the other returns.
          setupMiddlewares: (middlewares: object[]) => {
            middlewares.unshift(
              { path: problemsUrl, middleware: this.#problems.serve.bind(this.#problems) },
              { name: 'other-language', middleware: otherLanguage(i18n) },
            )
            return []
          },
        },
      } as object
    },
  })

  async #start(context: LoadContext): Promise<void> {
    this.#problems.set('data', await this.live.update(context))
    const changed = schedule(async (files) => {
      await this.#compiler.idle() // a page that was saved comes first
      this.#problems.set('data', await this.live.update(context, files))
      await this.#check(files)
    }, delay)
    const watcher = chokidar.watch(watched, { cwd: context.siteDir, ignoreInitial: true })
    for (const event of ['add', 'change', 'unlink'] as const)
      watcher.on(event, (file) => changed(file.replaceAll('\\', '/')))
  }

  async #check(changed: readonly string[]): Promise<void> {
    const { checkSite } = await this.live.site()
    const [site, strings] = [await checkSite('.'), await checkAllStrings()]
    this.#problems.set('site', [...site, ...strings])
    this.#run('translations', checkTranslations, (found) => this.#problems.setNotCurrent(found))
    if (changed.some((file) => code.test(file)))
      this.#run('code', checkCode, (found) => this.#problems.set('code', found))
  }

  /** Runs programs. What they would still find of earlier files is out of date: they end. */
  #run(
    name: string,
    check: (signal: AbortSignal) => Promise<string[]>,
    report: (found: string[]) => void,
  ): void {
    this.#running.get(name)?.abort()
    const running = new AbortController()
    this.#running.set(name, running)
    check(running.signal).then((found) => {
      if (!running.signal.aborted) report(found)
    })
  }
}
