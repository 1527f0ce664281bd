import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { parts, partsOf } from '../css/parts.ts'
import { hashed } from '../notes/generated.ts'
import { smallStyle } from '../sandbox/build/bundle.ts'

/**
 * Gives each page one style sheet: `src/css/site.css`, with the parts that the page needs. Pages that need the same have
 * the same. It writes to the pages at once when the build ends, before other plugins change them.
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
        const html = file.endsWith('.html') ? readFileSync(join(outDir, file), 'utf8') : ''
        const [link, address = ''] = /<link rel="?stylesheet"? href="?([^\s">]*)"?>/.exec(html) ?? []
        if (!link) continue
        const needed = partsOf(html)
        let sheet = sheets.get(needed.join())
        if (!sheet) {
          const common = readFileSync(join(outDir, address.slice(baseUrl.length)), 'utf8')
          const { name, text } = hashed('page.css', common + needed.map((part) => texts.get(part)).join(''))
          sheet = `assets/css/${name}`
          writeFileSync(join(outDir, sheet), text)
          sheets.set(needed.join(), sheet)
        }
        writeFileSync(join(outDir, file), html.replace(link, link.replace(address, baseUrl + sheet)))
      }
    },
  }
}
