import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The fonts that a browser finds in tests, as sizes on a page depend on them: `dejavu` is like a machine without a
 * Chinese font, `noto` like one with it.
 */
export type Fonts = 'dejavu' | 'noto'

const fontSets: readonly Fonts[] = ['dejavu', 'noto']

/**
 * Checks the name of fonts.
 *
 * @throws if it is unknown
 */
export function fontsNamed(name: string = 'dejavu'): Fonts {
  const fonts = fontSets.find((fonts) => fonts === name)
  if (fonts) return fonts
  throw new Error(`FONTS is "${name}"; it can be ${fontSets.map((fonts) => `"${fonts}"`).join(' or ')}`)
}

/** Folders of the fonts of Debian's packages fonts-dejavu-core and fonts-noto-cjk. */
const installed = { dejavu: '/usr/share/fonts/truetype/dejavu', noto: '/usr/share/fonts/opentype/noto' }

/**
 * Returns the environment in which a browser finds only these fonts.
 *
 * @returns FONTCONFIG_FILE, the path of a configuration; nothing on a system without DejaVu in Debian's folder, where a
 *   browser uses any fonts
 * @throws if `noto` is not installed and cannot be fetched, with one line that names what to install
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

/** Returns a configuration with these folders, without the system's rules for `sans-serif` and `monospace`. */
function configuration(folders: readonly string[], cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>\n`).join('')}  <cachedir>${cache}</cachedir>
</fontconfig>
`
}

/** Returns the folder of Noto Sans CJK. If it is not installed, it is fetched into a folder that only tests use. */
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
