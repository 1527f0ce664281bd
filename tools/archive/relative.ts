import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, posix, relative } from 'node:path'
import { Parser } from 'htmlparser2'
import { languages, pathOf } from '../../reference/languages.ts'
import { writeLists } from '../../src/offline/build/list.ts'

/** The attributes that have addresses of the site; `data-begins` has several. */
const withAddresses = ['href', 'src', 'data-island', 'data-begins']

/**
 * Copies the built site, so that it works in any folder of any server: all addresses become relative. The
 * pages for unknown addresses are left out, since these can be at any depth.
 *
 * @param build the built site
 * @param target the folder to copy it to
 * @throws {Error} if a file that is no page has an absolute address of the site
 */
export async function copyRelative(build: string, target: string): Promise<void> {
  const base = baseOf(await readFile(join(build, 'index.html'), 'utf8'))
  const entries = await readdir(build, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(build, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const roots = languages.map(pathOf)
  const isLeftOut = (file: string) =>
    roots.some((path) => new RegExp(`^${path}(404\\.html$|sitemap\\.xml$)`).test(file))
  for (const file of files.filter((file) => !isLeftOut(file))) {
    const to = join(target, file)
    await mkdir(dirname(to), { recursive: true })
    if (!/\.(html|js|css)$/.test(file)) {
      await cp(join(build, file), to)
      continue
    }
    const text = await readFile(join(build, file), 'utf8')
    if (!file.endsWith('.html')) refuseAbsolute(file, text, base)
    await writeFile(to, file.endsWith('.html') ? relativePage(text, file, base) : text)
  }
  await writeLists(target)
}

/**
 * Makes the addresses in a page relative.
 *
 * @param html the page
 * @param file its file below the root of the site: `en/ops/index.html`
 * @param base the base URL that the site was built for
 */
export function relativePage(html: string, file: string, base: string): string {
  const pieces: string[] = []
  let at = 0
  const parser = new Parser({
    onopentag() {
      const tag = html.slice(parser.startIndex, parser.endIndex + 1)
      pieces.push(html.slice(at, parser.startIndex), relativeTag(tag, posix.dirname(file), base))
      at = parser.endIndex + 1
    },
  })
  parser.end(html)
  return pieces.join('') + html.slice(at)
}

function relativeTag(tag: string, folder: string, base: string): string {
  return tag.replace(/\s([a-z-]+)=("[^"]*"|'[^']*'|[^\s>"']+)/g, (attribute, name, quoted) => {
    if (!withAddresses.includes(name)) return attribute
    const value = quoted.replace(/^(["'])(.*)\1$/s, '$2')
    const words = value.split(' ').map((word: string) => relativeAddress(word, folder, base))
    return ` ${name}="${words.join(' ')}"`
  })
}

function relativeAddress(address: string, folder: string, base: string): string {
  if (!address.startsWith(base) || address.startsWith('//')) return address
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? []
  const to = posix.relative(`/${folder}`, `/${path}`) || '.'
  // Without a dot at the beginning, `import()` takes it for the name of a package.
  return `${to.startsWith('.') ? '' : './'}${to}${path === '' || path.endsWith('/') ? '/' : ''}${rest}`
}

/** Returns the base URL that a site was built for. */
function baseOf(home: string): string {
  const [, base] = /<link rel="?stylesheet"? href="?([^"\s>]*?)assets\/css\//.exec(home) ?? []
  if (base === undefined) throw new Error('build/index.html has no style sheet: run npm run build first')
  return base
}

function refuseAbsolute(file: string, text: string, base: string): void {
  const folders = [...languages.map(pathOf).filter(Boolean), 'assets/', 'run/', 'walk/', 'source/']
  for (const folder of folders) {
    const at = ['"', "'", '`', '('].map((quote) => text.indexOf(quote + base + folder)).find((at) => at >= 0)
    if (at === undefined) continue
    throw new Error(
      `${file} has the absolute address ${text.slice(at + 1, at + 60)}: it has to be relative, by here() of src/island/fetch.ts`,
    )
  }
}
