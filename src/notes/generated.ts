import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { inFrame } from './frame.ts'

/** A file that is served beside the pages. */
export interface Asset {
  /** Its name, below a folder or not: `ops/new-session.mdx`. */
  name: string
  text: string
  /** True for what {@link inFrame} makes a page of. The development server serves it as it is. */
  isPage?: true
}

/** The data and files that are made for elements, in the language of the build. */
export interface Generated<Data = unknown> {
  /** The data of elements, by the name of the module: see {@link generatedModule}. */
  data: Map<string, Data>
  /** Files that pages load on demand. */
  assets?: Asset[]
}

/** How the data of elements are made. */
export interface Generation<Data = unknown> {
  name: string
  /** Matches the files that `make` reads, from the root of the site. */
  sources: RegExp
  /** Returns what of the pages is used to make the data, as JSON. */
  usedOfPages?(siteDir: string): unknown
  /** The folder of the built site that holds the assets. */
  folder?: string
  make(context: LoadContext): Promise<Generated<Data>>
}

/** Makes a plugin of Docusaurus that makes the data of elements for a build. */
export function generationPlugin({ name, folder, make }: Generation) {
  return (context: LoadContext): Plugin => {
    const plugin: Plugin<Generated> = {
      name,
      loadContent: () => make(context),
      async contentLoaded({ content }) {
        writeData(name, content, context)
      },
      // The pages are there at once, before other plugins read or change what was built.
      async postBuild({ content: { assets }, outDir }) {
        if (!assets || !folder) return
        const frame = assets.some(({ isPage }) => isPage)
          ? readFileSync(join(outDir, '404.html'), 'utf8')
          : ''
        const framed = assets.map((asset) =>
          asset.isPage ? { ...asset, text: inFrame(asset.text, frame, `${folder}/${asset.name}`) } : asset,
        )
        writeAssets(framed, join(outDir, folder))
      },
    }
    return plugin as Plugin
  }
}

/** Returns the import path of generated data. */
export function generatedModule(generation: string, name: string): string {
  return `@generated/${generation}/${name}.json`
}

/** Writes data to where {@link generatedModule} finds them. A file with the same content is left alone. */
export function writeData(generation: string, { data }: Generated, { generatedFilesDir }: LoadContext): void {
  const folder = join(generatedFilesDir, generation)
  mkdirSync(folder, { recursive: true })
  for (const [name, value] of data) writeChanged(join(folder, `${name}.json`), JSON.stringify(value))
}

/** Puts a hash of the content into the name of an asset, so that it can be cached permanently. */
export function hashed(name: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { name: name.replace(/\.(?=[^.]+$)/, `.${hash}.`), text }
}

/** Replaces the content of `folder` by the assets. */
export function writeAssets(assets: Asset[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  const names = assets.map(({ name }) => name)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !names.includes(relative(folder, path).replaceAll('\\', '/'))) rmSync(path)
  }
  for (const { name, text } of assets) writeChanged(join(folder, name), text)
}

function writeChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
