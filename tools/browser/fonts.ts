import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The fonts that a browser finds when the pages are tested. What a page measures depends on them, and on a reader's
 * machine they may be any: `dejavu` stands for a machine without a Chinese font, `noto` for one with it.
 */
export type Fonts = 'dejavu' | 'noto'

const fontSets: readonly Fonts[] = ['dejavu', 'noto']

/**
 * @param name `dejavu` if it is not given
 * @throws if there are no such fonts
 */
export function fontsNamed(name: string = 'dejavu'): Fonts {
  const fonts = fontSets.find((fonts) => fonts === name)
  if (fonts) return fonts
  throw new Error(`FONTS is "${name}"; it can be ${fontSets.map((fonts) => `"${fonts}"`).join(' or ')}`)
}

/** Where Debian's packages fonts-dejavu-core and fonts-noto-cjk put their fonts. */
const installed = { dejavu: '/usr/share/fonts/truetype/dejavu', noto: '/usr/share/fonts/opentype/noto' }

/**
 * The environment in which a browser finds these fonts and no others.
 *
 * @returns FONTCONFIG_FILE, which names a configuration made for it; nothing on a system without DejaVu in Debian's
 *   folder, where a browser takes the fonts that there are
 * @throws if `noto` is not installed and can't be fetched, with a line that says what to install
 */
export function fontEnvironment(fonts: Fonts): Record<string, string> {
  if (!existsSync(installed.dejavu)) return {}
  const folders = [installed.dejavu, ...(fonts === 'noto' ? [notoFolder()] : [])]
  const folder = resolve('node_modules/.cache/fonts', fonts)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  writeFileSync(file, configuration(folders, join(folder, 'cache')))
  return { FONTCONFIG_FILE: file }
}

/** The fonts of these folders, without the system's rules for which of them is `sans-serif` or `monospace`. */
function configuration(folders: readonly string[], cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>\n`).join('')}  <cachedir>${cache}</cachedir>
</fontconfig>
`
}

/** Where Noto Sans CJK is. It is fetched if it is not installed, and put where only these tests look. */
function notoFolder(): string {
  if (existsSync(join(installed.noto, 'NotoSansCJK-Regular.ttc'))) return installed.noto
  const unpacked = resolve('node_modules/.cache/fonts/fonts-noto-cjk')
  const folder = join(unpacked, installed.noto)
  if (existsSync(folder)) return folder
  console.log('No Chinese font found: fetching fonts-noto-cjk (54 MiB) for the tests, without installing it')
  try {
    fetchNoto(unpacked)
  } catch {
    throw new Error('no Chinese font: install Noto Sans CJK (Debian: apt-get install fonts-noto-cjk)')
  }
  return folder
}

function fetchNoto(unpacked: string): void {
  const download = mkdtempSync(join(tmpdir(), 'fonts-'))
  const apt = (...words: string[]) =>
    execFileSync('apt-get', ['-qq', ...words], { cwd: download, stdio: 'pipe' })
  try {
    try {
      apt('download', 'fonts-noto-cjk')
    } catch {
      apt('update') // a new machine has no list of packages
      apt('download', 'fonts-noto-cjk')
    }
    const archive = join(download, readdirSync(download)[0] ?? '')
    const unfinished = `${unpacked}.${process.pid}`
    execFileSync('dpkg-deb', ['--extract', archive, unfinished], { stdio: 'pipe' })
    renameSync(unfinished, unpacked)
  } finally {
    rmSync(download, { recursive: true })
  }
}
