/**
 * `npm run archive [FILE]`: packs the site in `build/` into a zip file that works in any folder of any server.
 *
 * The same build makes the same bytes.
 */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { copyRelative } from './relative.ts'

const file = process.argv[2] ?? 'mptcp-fullmesh-notes.zip'
const folder = await mkdtemp(join(tmpdir(), 'archive-'))
try {
  await copyRelative('build', folder)
  const content: Zippable = {}
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) {
    const name = relative(folder, path).replaceAll('\\', '/')
    content[`mptcp-fullmesh-notes/${name}`] = await readFile(path)
  }
  // A zip file has no time zone: the first time that it can name.
  const zip = zipSync(content, { level: 9, mtime: new Date(1980, 0, 1) })
  await writeFile(file, zip)
  console.log(`${file}: ${paths.length} files, ${(zip.length / 1e6).toFixed(1)} MB`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
