import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'

/** A file to be served beside the pages. */
export interface Asset {
  name: string
  text: string
}

/** What a plugin makes for elements of pages, in the language of the build. */
export interface Generated {
  /** What elements show, by the name of its module: see {@link generatedModule}. */
  data: Map<string, unknown>
  /** What pages load when a reader asks for it. */
  assets?: Asset[]
}

/** How a plugin makes it. */
interface Generation {
  name: string
  /** What it is made of: names and patterns of files, from the root of the site. */
  sources: string[]
  /** The folder of the built site in which the assets are served, if there are any. */
  folder?: string
  make(context: LoadContext): Promise<Generated>
}

/** A Docusaurus plugin that generates the data of elements, and serves files that their code in the page loads. */
export function generate({ name, sources, folder, make }: Generation) {
  return (context: LoadContext): Plugin => {
    const { siteDir, baseUrl, generatedFilesDir } = context
    const served = join(generatedFilesDir, `${name}-served`)
    const plugin: Plugin<Generated> = {
      name,
      getPathsToWatch: () => sources.map((file) => join(siteDir, file)),
      loadContent: () => make(context),
      async contentLoaded({ content: { data, assets }, actions }) {
        for (const [name, value] of data) await actions.createData(`${name}.json`, JSON.stringify(value))
        if (assets) writeAssets(assets, served)
      },
      configureWebpack: () =>
        (folder && {
          devServer: { static: [{ directory: served, publicPath: `${baseUrl}${folder}` }] },
        }) as object,
      async postBuild({ content: { assets }, outDir }) {
        if (assets && folder) writeAssets(assets, join(outDir, folder))
      },
    }
    return plugin as Plugin
  }
}

/** The module of data that a plugin generates. */
export function generatedModule(plugin: string, name: string): string {
  return `@generated/${plugin}/default/${name}.json`
}

/** Names an asset after its content, so that it can be cached for ever. */
export function hashed(name: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { name: name.replace(/\.(?=[^.]+$)/, `.${hash}.`), text }
}

/** Makes `folder` hold the assets, and nothing else. */
function writeAssets(assets: Asset[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of assets) writeFileSync(join(folder, name), text)
}
