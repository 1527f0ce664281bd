import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { glossary } from '../../reference/glossary.ts'
import { languageOf } from '../../reference/languages.ts'
import { type ElementNode, findMentions, type PageElement } from '../notes/element.ts'
import { labelIn, readAhead, readPages } from '../notes/pages.ts'
import { elements } from './elements.ts'

/**
 * Returns a digest of all that pages are made from, except their own texts, the states of their translations, and data:
 * the code of the build, the address of the site, the glossary, the ids of symbols, the labels of pages, and what stands in place of elements. The bundler caches
 * compiled pages; they are compiled again when the digest changes.
 */
export function madeFrom(siteDir: string): string {
  const hash = createHash('sha256')
  for (const entry of readdirSync(join(siteDir, 'src'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && /\.tsx?$/.test(path) && !/\.test\.ts$|[\\/]page[\\/]/.test(path))
      hash.update(relative(siteDir, path)).update(readFileSync(path))
  }
  hash.update(JSON.stringify(glossary)).update(process.env.BASE_URL ?? '')
  hash.update(readFileSync(join(siteDir, 'reference/symbol-ids.ts')))
  readAhead(siteDir, (source) => findMentions([], '', source))
  const replaced = elements.filter(({ replace, inContents }) => replace ?? inContents)
  for (const { file, source } of readPages(siteDir)) {
    hash.update(file).update(labelIn(source))
    for (const { name, attributes, place } of findMentions(replaced, file, source).mentions) {
      const element = replaced.find((element) => element.name === name)
      hash.update(JSON.stringify(element && replacement(element, attributes, { file, place, siteDir })))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Returns what stands in place of an element or in the list of sections, or its problem. */
function replacement(
  element: PageElement,
  attributes: Readonly<Record<string, string | undefined>>,
  { file, ...where }: { file: string; place: string; siteDir: string },
): unknown {
  const node = { type: 'mdxJsxFlowElement', name: element.name, attributes: [], children: [] } as ElementNode
  const context = { language: languageOf(file), ...where }
  try {
    return element.replace?.(attributes, context, node) ?? element.inContents?.(attributes, context)
  } catch (error) {
    return String(error)
  }
}
