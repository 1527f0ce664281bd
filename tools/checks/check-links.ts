import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/**
 * Checks every link, image, script and anchor of the built pages.
 *
 * @param folder the built site
 * @param baseUrl the base URL that it was built for
 * @param siteUrl its address: links to it are checked, links to other hosts are not
 * @returns one message for each broken link
 */
export async function checkLinks(folder: string, baseUrl = '/', siteUrl = ''): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  )
  const pages = new Map<string, Page>()
  for (const file of [...files].filter((name) => name.endsWith('.html')).sort()) {
    const html = await readFile(join(folder, file), 'utf8')
    // 404.html is served at any address, so the links in its head, which name one, are left out.
    pages.set(file, readPage(file.endsWith('404.html') ? html.replace(/<head>.*?<\/head>/s, '') : html))
  }

  const fileOf = (path: string): string | undefined =>
    [path, join(path, 'index.html')].find((name) => files.has(name))

  const problems: string[] = []
  for (const [file, { links }] of pages) {
    const here = new URL(baseUrl + file.replace(/index\.html$/, ''), 'http://site')
    for (const link of links) {
      const url = new URL(
        siteUrl && link.startsWith(siteUrl) ? link.slice(siteUrl.length) || '/' : link,
        here,
      )
      if (url.host !== 'site') continue
      if (!url.pathname.startsWith(baseUrl)) {
        problems.push(`${file}: ${link} leads out of the site (${baseUrl})`)
        continue
      }
      const target = fileOf(decodeURIComponent(url.pathname.slice(baseUrl.length)).replace(/\/$/, ''))
      // A step of a walk is in the list of its steps: `#walk-no-route-retried.12`.
      const id = decodeURIComponent(url.hash.slice(1)).replace(/^(walk-.*)\.\d+$/, '$1')
      if (!target) problems.push(`${file}: ${link} leads to no file`)
      else if (id && pages.has(target) && !pages.get(target)?.ids.has(id)) {
        problems.push(`${file}: ${link} names no id of ${target}`)
      }
    }
  }
  return problems
}

interface Page {
  links: Set<string>
  ids: Set<string>
}

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", '#x27': "'" }

/** Finds the links and ids in the tags of a page, but not in text, scripts and comments. */
function readPage(html: string): Page {
  const page: Page = { links: new Set(), ids: new Set() }
  const markup = html.replace(
    /<!--.*?-->|(<script\b[^>]*>).*?<\/script>|(<style\b[^>]*>).*?<\/style>/gs,
    '$1$2',
  )
  for (const [tag] of markup.matchAll(
    /<[a-z][^\s>]*(?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*\s*\/?>/gi,
  )) {
    for (const [, name = '', ...values] of tag.matchAll(/\s([a-z-]+)=(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)) {
      const raw = values.find((value) => value !== undefined) ?? ''
      const value = raw.replace(/&(amp|quot|lt|gt|#39|#x27);/g, (_, entity: string) => entities[entity] ?? '')
      if (name === 'id') page.ids.add(value)
      else if (name === 'src' || name === 'href' || name === 'data-island') page.links.add(value)
      else if (name === 'srcset')
        for (const part of value.split(',')) page.links.add(part.trim().split(' ')[0] ?? '')
    }
  }
  page.links.delete('')
  return page
}
