import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { languages, pathOf } from '../../../reference/languages.ts'
import { type Current, currentFile, hashLength, type List, workerFile } from '../files.ts'

/**
 * Writes the lists of files that readers can keep, one for each language. It is the last step of a build: the lists have
 * hashes of the files.
 *
 * @param folder the built site
 */
export async function writeLists(folder: string): Promise<void> {
  for (const language of languages) {
    const others = languages.map(pathOf).filter((path) => path.length > pathOf(language).length)
    const root = join(folder, pathOf(language))
    const all = await filesIn(root)
    const isOld = (file: string) => /^offline\.[0-9a-f]+\.json$/.test(file)
    await Promise.all(all.filter(isOld).map((file) => rm(join(root, file))))
    const isOfOther = (file: string) => others.some((path) => file.startsWith(path))
    const kept = all.filter((file) => isKept(file) && !isOld(file) && !isOfOther(file))
    const list = JSON.stringify(await listOf(root, kept))
    const name = `offline.${hashOf(list).slice(0, 8)}.json`
    await writeFile(join(root, name), list)
    await writeFile(join(root, currentFile), JSON.stringify({ list: name } satisfies Current))
  }
}

/**
 * Returns true for a file that a page of the copy can need. Others are for programs: data, and the pictures of links to
 * pages.
 *
 * @param file below the folder of the language
 */
function isKept(file: string): boolean {
  if (/^(pictures\/|data\/|llms|robots)/.test(file) || [currentFile, workerFile].includes(file)) return false
  return /\.(html|css|js|json|md|mdx|svg|png|webp|txt)$/.test(file)
}

async function listOf(root: string, files: readonly string[]): Promise<List> {
  return Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(root, file))
      const address = file.replace(/(^|\/)index\.html$/, '$1')
      const { length } = await promisify(gzip)(content)
      return [address, hashOf(content).slice(0, hashLength), length] as const
    }),
  )
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
