import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'

/** A file that is served beside the pages. */
export interface Asset {
  /** Its name, below a folder or not: `ops/new-session.mdx`. */
  name: string
  text: string
}

/** The data and files that a plugin makes, in the language of the build. */
export interface Generated {
  /** The data of elements, by the name of the module: see {@link generatedModule}. */
  data: Map<string, unknown>
  /** Files that pages load on demand. */
  assets?: Asset[]
}

/** The description of such a plugin. */
interface Generation {
  name: string
  /** The files that it reads, as names and patterns from the root of the site. */
  sources: string[]
  /** The folder of the built site that holds the assets. */
  folder?: string
  make(context: LoadContext): Promise<Generated>
}

/** Makes a Docusaurus plugin that generates the data of elements and serves the assets. */
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

/** Returns the import path of generated data. */
export function generatedModule(plugin: string, name: string): string {
  return `@generated/${plugin}/default/${name}.json`
}

/** Puts a hash of the content into the name of an asset, so that it can be cached permanently. */
export function hashed(name: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { name: name.replace(/\.(?=[^.]+$)/, `.${hash}.`), text }
}

/** Replaces the content of `folder` by the assets. */
function writeAssets(assets: Asset[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of assets) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
