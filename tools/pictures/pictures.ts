import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { escapeHtml } from '../../src/island/escape.ts'

/** The size of a picture in px, the one that is asked for by those who show links. */
export const pictureSize = { width: 1200, height: 630 }

/** A picture of a page, and what it says. */
export interface Picture {
  /** Its file in the folder of the built site: `en/pictures/ops/new-session.png`. */
  file: string
  /** The tag of its language. */
  lang: string
  title: string
  /** The group of the page in the table of contents, if it is in one. */
  group: string | undefined
  site: string
}

/**
 * Finds the pictures that the pages of a built site name in their heads (https://ogp.me).
 *
 * @throws if a page names a picture that is not of the site; the message begins with its file
 */
export function readPictures(folder: string): Picture[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )
  return pages.sort().flatMap((name) => {
    const { lang, ...facts } = factsOf(readFileSync(join(folder, name), 'utf8'))
    const image = facts['og:image']
    if (!image) return []
    const site = facts['og:site_name'] ?? ''
    // The address of the page ends with its folder in the site, and so tells where the site begins.
    const root = (facts['og:url'] ?? '').slice(0, -name.replace(/index\.html$/, '').length || undefined)
    if (!image.startsWith(root)) throw new Error(`${join(folder, name)}: ${image} is not below ${root}`)
    const title = (facts['og:title'] ?? '').replace(new RegExp(`\\s*·\\s*${escapePattern(site)}$`), '')
    return [
      { file: image.slice(root.length), lang: lang ?? '', title, group: facts['article:section'], site },
    ]
  })
}

/** Draws a picture as a page: the group, the title, the site. */
export function drawing({ lang, title, group = '', site }: Picture): string {
  const size = title.length > 40 || /\S{22}/.test(title) ? 60 : 76
  return `<!doctype html><html lang="${escapeHtml(lang)}"><meta charset="utf-8"><style>
    body { box-sizing: border-box; display: flex; flex-direction: column; justify-content: space-between;
      height: 630px; margin: 0; padding: 80px 90px; border-left: 24px solid #1f5a86; background: #fcfbf8; color: #24262a;
      font: 34px/1.3 "Noto Sans CJK SC", "DejaVu Sans", sans-serif }
    p { margin: 0; color: #5c5e63 }
    h1 { margin: 0; font-size: ${size}px; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere }
  </style><p>${escapeHtml(group)}&nbsp;</p><h1>${escapeHtml(title)}</h1><p>${site === title ? '&nbsp;' : escapeHtml(site)}</p></html>`
}

/** Returns the language of a page as `lang`, and what its head says in `<meta property>`. */
function factsOf(html: string): Record<string, string> {
  const facts: Record<string, string> = {}
  const parser = new Parser({
    onopentag(name, { lang = '', property, content = '' }) {
      if (name === 'html') facts.lang = lang
      else if (name === 'meta' && property) facts[property] = content
    },
  })
  parser.end(/^.*?<\/head>/s.exec(html)?.[0])
  return facts
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
