import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { allParts, parts, partsOf } from '../css/parts.ts'
import { type Asset, hashed } from '../notes/generated.ts'
import { smallStyle } from '../sandbox/build/bundle.ts'

/**
 * Gives each page a second style sheet with the parts that it needs, beside `src/css/site.css`. Pages that need the same
 * have the same one. It writes to the pages at once when the build ends, before other plugins change them.
 */
export function styleParts({ siteDir, baseUrl }: LoadContext): Plugin {
  return {
    name: 'style-parts',
    postBuild({ outDir }) {
      const texts = new Map(
        parts.map(({ file }) => [file, smallStyle(readFileSync(join(siteDir, 'src', file), 'utf8'))]),
      )
      const write = ({ name, text }: Asset) => writeFileSync(join(outDir, name), text)
      write({ name: allParts, text: [...texts.values()].join('\n') })
      const written = new Set<string>()
      for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        const html = file.endsWith('.html') ? readFileSync(join(outDir, file), 'utf8') : ''
        const needed = partsOf(html)
        if (needed.length === 0 || !firstSheet.test(html)) continue
        const sheet = hashed('assets/css/parts.css', needed.map((part) => texts.get(part)).join('\n'))
        if (!written.has(sheet.name)) write(sheet)
        written.add(sheet.name)
        const link = `<link rel=stylesheet href=${baseUrl}${sheet.name}>`
        writeFileSync(
          join(outDir, file),
          html.replace(firstSheet, (first) => first + link),
        )
      }
    },
  }
}

const firstSheet = /<link rel="?stylesheet"? [^>]*>/
