/**
 * The same Markdown as sites of other generators, for a comparison in one run: Docusaurus's template, VitePress and
 * Starlight, each as it comes. They are installed and built in a temporary folder.
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../terminal/run.ts'

/** A generator. */
interface Peer {
  name: string
  /** Its packages, with versions that work on Node 20. */
  packages: readonly string[]
  /** Its settings, by the path of their file. */
  files: Readonly<Record<string, string>>
  /** The folder of the pages, and that of the built site. */
  pages: string
  built: string
  build: readonly [program: string, ...args: string[]]
  /** Returns the text of a page with what this generator needs. */
  pageOf(title: string, text: string): string
  /** Returns the address of a page below that of the site. @param page `ops/new-session` or `index` */
  addressOf(page: string): string
}

const quoted = (title: string) => JSON.stringify(title)
const inFolder = (page: string) => (page === 'index' ? '' : `${page}/`)

const peers: readonly Peer[] = [
  {
    name: 'Docusaurus',
    packages: [
      '@docusaurus/core@3.10.2',
      '@docusaurus/preset-classic@3.10.2',
      'react@19.3.1',
      'react-dom@19.3.1',
    ],
    files: {
      'babel.config.js': `module.exports = { presets: [require.resolve('@docusaurus/core/lib/babel/preset')] }\n`,
      'docusaurus.config.js': `module.exports = {
  title: 'Notes', url: 'http://localhost', baseUrl: '/', trailingSlash: true,
  onBrokenLinks: 'ignore', onBrokenAnchors: 'ignore',
  markdown: { format: 'md', hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' } },
  presets: [['classic', { blog: false, docs: { routeBasePath: '/' } }]],
  themeConfig: { navbar: { title: 'Notes' } },
}\n`,
    },
    pages: 'docs',
    built: 'build',
    build: ['docusaurus', 'build'],
    pageOf: (title, text) => `---\ntitle: ${quoted(title)}\n---\n\n${text}`,
    addressOf: inFolder,
  },
  {
    name: 'VitePress',
    packages: ['vitepress@1.6.4'],
    files: {
      '.vitepress/config.mjs': `export default {
  title: 'Notes', ignoreDeadLinks: true, markdown: { html: false },
  themeConfig: { sidebar: SIDEBAR },
}\n`,
    },
    pages: '.',
    built: '.vitepress/dist',
    build: ['vitepress', 'build'],
    pageOf: (title, text) => `---\ntitle: ${quoted(title)}\n---\n\n::: v-pre\n# ${title}\n\n${text}\n:::\n`,
    addressOf: (page) => (page === 'index' ? '' : `${page}.html`),
  },
  {
    name: 'Starlight',
    packages: ['astro@5.18.2', '@astrojs/starlight@0.37.7'],
    files: {
      'astro.config.mjs': `import { defineConfig, passthroughImageService } from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({
  image: { service: passthroughImageService() }, devToolbar: { enabled: false },
  integrations: [starlight({ title: 'Notes', sidebar: SIDEBAR })],
})\n`,
      'src/content.config.mjs': `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }\n`,
    },
    pages: 'src/content/docs',
    built: 'dist',
    build: ['astro', 'build'],
    pageOf: (title, text) => `---\ntitle: ${quoted(title)}\n---\n\n${text}`,
    addressOf: inFolder,
  },
]

/** A site that was built. */
export interface PeerSite {
  name: string
  folder: string
  addressOf(page: string): string
}

/**
 * Builds the pages of a built site with each generator. What can't be installed or built is named and left out.
 *
 * @param folder the built site: its `.md` files are the pages
 */
export async function buildPeers(folder: string): Promise<PeerSite[]> {
  const pages = await pagesOf(folder)
  const sites: PeerSite[] = []
  for (const peer of peers) {
    const at = join(tmpdir(), 'bench-site', peer.name.toLowerCase())
    await write(peer, at, pages)
    const isThere = await install(peer, at)
    const { failed, output } = isThere
      ? await runIn(at, peer.build)
      : { failed: true, output: 'its packages can not be installed\n' }
    const end = output.trim().split('\n').slice(-6)
    if (failed) console.log(`${peer.name} is left out: ${end.map((line) => line.slice(0, 200)).join('\n')}\n`)
    else sites.push({ name: peer.name, folder: join(at, peer.built), addressOf: peer.addressOf })
  }
  return sites
}

interface Page {
  path: string
  title: string
  text: string
}

async function pagesOf(folder: string): Promise<Page[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
  return Promise.all(
    files.toSorted().map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8')
      const [, title = path] = /^# (.*)$/m.exec(text) ?? []
      const rest = text.replace(/^---\n.*?\n---\n/s, '').replace(/^# .*$/m, '')
      return { path, title, text: rest }
    }),
  )
}

async function write(peer: Peer, at: string, pages: readonly Page[]): Promise<void> {
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(at, path)), { recursive: true })
    await writeFile(join(at, path), text)
  }
  // With a type, webpack refuses the modules that Docusaurus generates.
  const type = peer.name === 'Docusaurus' ? {} : { type: 'module' }
  await put('package.json', JSON.stringify({ name: 'peer', private: true, ...type }))
  for (const { path, title, text } of pages) await put(join(peer.pages, path), peer.pageOf(title, text))
  const names = pages.map(({ path, title }) => ({ slug: path.replace(/\.md$/, ''), title }))
  const sidebar =
    peer.name === 'VitePress'
      ? names.map(({ slug, title }) => ({ text: title, link: `/${slug}` }))
      : names
          .filter(({ slug }) => slug !== 'index')
          .map(({ slug, title }) => ({ label: title, link: `/${slug}/` }))
  for (const [path, text] of Object.entries(peer.files))
    await put(path, text.replace('SIDEBAR', JSON.stringify(sidebar)))
}

async function install(peer: Peer, at: string): Promise<boolean> {
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...peer.packages]
  const { failed } = await runIn(at, ['npm', ...args])
  return !failed
}

function runIn(folder: string, [program, ...args]: readonly [string, ...string[]]) {
  const path = program === 'npm' ? program : join(folder, 'node_modules/.bin', program)
  return run(path, args, { folder, environment: { ASTRO_TELEMETRY_DISABLED: '1' } })
}
