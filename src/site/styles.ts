import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { parts, partsOf } from '../css/parts.ts'
import { hashed } from '../notes/generated.ts'
import { smallStyle } from '../sandbox/build/bundle.ts'

/**
 * Gives each page its styles. Those of `src/css/site.css` stand in the page, so that the browser draws its first lines
 * without another request. A style sheet has the parts that the page needs besides. Pages that need the same parts have
 * the same sheet. It writes to the pages at once when the build ends, before other plugins change them.
 *
 * The link to the sheet stands in the text, before the first section or the first element that needs it: browsers draw what
 * is above such a link before they lay out what is below it.
 */
export function styles({ siteDir, baseUrl }: LoadContext): Plugin {
  return {
    name: 'styles',
    postBuild({ outDir }) {
      const texts = new Map(
        parts.map(({ file }) => [file, smallStyle(readFileSync(join(siteDir, 'src', file), 'utf8'))]),
      )
      /** The addresses of the sheets, by the files of their parts. */
      const sheets = new Map<string, string>()
      /** The files of the style sheets that the pages had a link to. */
      const taken = new Set<string>()
      const inPage = (_link: string, address: string) => {
        const file = join(outDir, address.slice(baseUrl.length))
        taken.add(file)
        return `<style>${readFileSync(file, 'utf8')}</style>`
      }
      for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.html')) continue
        const html = readFileSync(join(outDir, file), 'utf8')
        const styled = html.replace(/<link rel="?stylesheet"? href="?([^"\s>]*)"?\s*\/?>/, inPage)
        writeFileSync(join(outDir, file), withParts(styled))
      }
      for (const file of taken) rmSync(file)

      /** Adds the link to the sheet of a page, if it needs one. */
      function withParts(html: string): string {
        const { files, first } = partsOf(html)
        if (files.length === 0) return html
        let sheet = sheets.get(files.join())
        if (!sheet) {
          const { name, text } = hashed('parts.css', files.map((part) => texts.get(part)).join(''))
          sheet = `assets/css/${name}`
          writeFileSync(join(outDir, sheet), text)
          sheets.set(files.join(), sheet)
        }
        const section = html.search(/<h2|<div class="?heading"?><h2/)
        const at = section < 0 ? first : Math.min(first, section)
        return `${html.slice(0, at)}<link rel=stylesheet href=${baseUrl}${sheet}>${html.slice(at)}`
      }
    },
  }
}
