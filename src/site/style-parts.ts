import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { parts, partsOf } from '../css/parts.ts'
import { hashed } from '../notes/generated.ts'
import { smallStyle } from '../sandbox/build/bundle.ts'

/**
 * Gives each page a second style sheet, with the parts that it needs besides `src/css/site.css`. Pages that need the same
 * have the same. It writes to the pages at once when the build ends, before other plugins change them.
 *
 * The link to it stands in the text, before the first section or the first element that needs it: browsers draw what is
 * above such a link before they lay out what is below it.
 */
export function styleParts({ siteDir, baseUrl }: LoadContext): Plugin {
  return {
    name: 'style-parts',
    postBuild({ outDir }) {
      const texts = new Map(
        parts.map(({ file }) => [file, smallStyle(readFileSync(join(siteDir, 'src', file), 'utf8'))]),
      )
      /** The addresses of the sheets, by the files of their parts. */
      const sheets = new Map<string, string>()
      for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.html')) continue
        const html = readFileSync(join(outDir, file), 'utf8')
        const { files, first } = partsOf(html)
        if (files.length === 0) continue
        let sheet = sheets.get(files.join())
        if (!sheet) {
          const { name, text } = hashed('parts.css', files.map((part) => texts.get(part)).join(''))
          sheet = `assets/css/${name}`
          writeFileSync(join(outDir, sheet), text)
          sheets.set(files.join(), sheet)
        }
        const section = html.search(/<h2|<div class="?heading"?><h2/)
        const at = section < 0 ? first : Math.min(first, section)
        writeFileSync(
          join(outDir, file),
          `${html.slice(0, at)}<link rel=stylesheet href=${baseUrl}${sheet}>${html.slice(at)}`,
        )
      }
    },
  }
}
