import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { VFile } from 'vfile'
import { layouts } from '../../reference/layouts.ts'
import { options } from '../../reference/options.ts'
import { type Language, languageOf } from '../../reference/text.ts'
import { checkShown } from '../example/build/shown.ts'
import type { Markup } from '../notes/markup.ts'
import { folders, nearest, readPages } from '../notes/pages.ts'
import { refuse } from '../notes/refuse.ts'
import { checkGlossary, glossaryEntries, markTerms } from '../terms/terms.ts'
import { conformance, replayAll } from './conformance.ts'
import { errorTable } from './errors.ts'
import { checkLayouts, structLayout } from './layout.ts'
import { checkOptions, optionBytes } from './options.ts'
import { checkPageOf, symbolTables } from './symbols.ts'

/** What the tables are made of, beside the notes: folders of the site. */
const sources = [
  'reference',
  'src/c-line',
  'src/tables',
  'src/terms',
  'examples/host',
  'examples/kernel',
  'examples/reference',
  'examples/scenario/scenarios',
]

/**
 * Checks the reference data, and replays all recorded scenarios.
 *
 * A symbol without a page, a page or section that is not there, a page that does not show the code of its symbol, data
 * that contradict each other, or a scenario that the model plays otherwise than recorded fails the build; `npm run dev`
 * only says so.
 *
 * It needs {@link referenceData} among the remark plugins of the notes, before Docusaurus’s own.
 */
export function reference({ siteDir }: LoadContext): Plugin {
  return {
    name: 'reference',

    async loadContent() {
      refuse([
        ...checkPageOf(siteDir),
        ...checkShown(siteDir),
        ...checkLayouts(),
        ...checkOptions(),
        ...checkGlossary(),
        ...replayAll(siteDir).problems,
      ])
    },

    // The bundler keeps compiled pages, and knows nothing of what they are made of besides their text.
    configureWebpack(config) {
      const { cache } = (config.experiments ?? {}) as { cache?: { version: string } }
      return (
        cache ? { experiments: { cache: { ...cache, version: `${cache.version}-${digest(siteDir)}` } } } : {}
      ) as object
    },
  }
}

function digest(siteDir: string): string {
  const hash = createHash('sha256')
  for (const folder of sources) {
    for (const entry of readdirSync(join(siteDir, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|txt)$/.test(entry.name)) continue
      hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)))
    }
  }
  for (const folder of Object.values(folders)) {
    for (const [name, source] of readPages(siteDir, folder)) hash.update(name).update(labelIn(source))
  }
  return hash.digest('hex').slice(0, 16)
}

/** What a page calls itself in the table of contents. */
function labelIn(source: string): string {
  const matter = /^---\n[\s\S]*?\n---\n/.exec(source)?.[0] ?? ''
  const [, label = ''] = /^sidebar_label: (.*)$/m.exec(matter) ?? /^title: (.*)$/m.exec(matter) ?? []
  return label.replace(/^(["'])(.*)\1$/, '$2')
}

/** What each element stands for, by its name in a page. */
const elements: Record<string, (of: string, language: Language, siteDir: string) => Markup[]> = {
  Layout: (of, language) => structLayout(found('Layout', of, layouts), language),
  Bytes: (of, language) => [optionBytes(found('Bytes', of, options), language)],
  Symbols: (_of, language, siteDir) =>
    symbolTables(language, (page) =>
      // What it says in brackets is for the table of contents.
      labelIn(readFileSync(join(siteDir, folders[language], `${page}.mdx`), 'utf8')).replace(
        /\s*[（(].*/,
        '',
      ),
    ),
  Errors: (_of, language) => [errorTable(language)],
  Glossary: (_of, language) => glossaryEntries(language),
  Conformance: (_of, language, siteDir) => conformance(replayAll(siteDir), language),
}

function found<Value>(element: string, of: string, all: Readonly<Record<string, Value>>): Value {
  const value = all[of]
  if (value !== undefined) return value
  throw new Error(`there is no <${element} of="${of}">${nearest(of, Object.keys(all))}`)
}

/**
 * Puts the tables of the reference where a page says `<Layout of="…" />`, `<Bytes of="…" />`, `<Symbols />`,
 * `<Errors />`, `<Glossary />` or `<Conformance />`, and marks the terms of the glossary.
 */
export function referenceData() {
  return (tree: Markup, file: VFile): void => {
    const siteDir = process.cwd()
    const path = relative(siteDir, file.path).replaceAll('\\', '/')
    const language = languageOf(path)
    markTerms(tree, path, language)
    tree.children = (tree.children ?? []).flatMap((node) => {
      const make = node.type === 'mdxJsxFlowElement' ? elements[node.name ?? ''] : undefined
      if (!make) return [node]
      const of = node.attributes?.find(({ name }) => name === 'of')?.value
      try {
        return make(typeof of === 'string' ? of : '', language, siteDir)
      } catch (error) {
        throw new Error(`${path}:${node.position?.start.line ?? 1}: ${(error as Error).message}`)
      }
    })
  }
}
