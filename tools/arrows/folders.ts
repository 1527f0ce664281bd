import { posix } from 'node:path'
import { inCycles } from './cycles.ts'
import type { Import } from './imports.ts'

/** The folders of `src` for elements of pages: one per element, for the build and the page. */
const elements: readonly string[] = [
  'example',
  'walkthrough',
  'call-stack',
  'then-and-now',
  'map',
  'which-mptcp',
  'own-scenario',
  'c-line',
  'terms',
  'tables',
  'symbols',
  'code-block',
  'contents',
  'pair',
  'search',
  'offline',
  'translation',
  'improve',
  'machines',
].map((name) => `src/${name}`)

/** The folders of `src` that several elements use. */
const shared: readonly string[] = [
  'notes',
  'texts',
  'island',
  'sandbox',
  'recorder',
  'mesh',
  'text-field',
].map((name) => `src/${name}`)

/** The layers of the project, from the top. A folder imports only from its own layer and from those below it. */
export const layers: readonly { name: string; has: (folder: string) => boolean }[] = [
  { name: 'tools · 工具', has: (folder) => /^tools\b/.test(folder) && !isLibrary(folder) },
  { name: 'frame · 外框', has: (folder) => ['src/theme', 'src/site', 'src/css'].includes(folder) },
  { name: 'elements · 页面元素', has: (folder) => elements.includes(folder) },
  { name: 'shared · 共用', has: (folder) => shared.includes(folder) },
  { name: 'facts · 事实', has: (folder) => folder === 'reference' },
  { name: 'model · 模型', has: (folder) => folder.startsWith('examples/') },
  { name: 'library · 库', has: isLibrary },
]

/** Returns true for tools that know nothing of this site, and that its build uses. */
function isLibrary(folder: string): boolean {
  return folder === 'tools/translate'
}

/** Returns the index of a folder's layer; -1 for a folder in no list. */
export function layerOf(folder: string): number {
  return layers.findIndex(({ has }) => has(folder))
}

/** Returns the folder of a file, at most two levels deep: `src/example`, `examples/kernel`, `reference`. */
export function folderOf(file: string): string {
  return posix.dirname(file).split('/').slice(0, 2).join('/')
}

/** Finds the folders without a layer. */
export function withoutLayer(imports: readonly Import[]): string[] {
  const folders = imports.flatMap(({ from, to }) => [folderOf(from), folderOf(to)])
  return unique(folders.filter((folder) => layerOf(folder) < 0))
}

/** Finds the imports that are part of a cycle of folders. Imports of types count. */
export function folderCycles(imports: readonly Import[]): string[] {
  const levels = [folderOf, posix.dirname]
  return unique(levels.flatMap((folder) => cycles(imports, folder)))
}

/** Finds the imports that are part of a cycle of files. Imports of types don't count. */
export function fileCycles(imports: readonly Import[]): string[] {
  return cycles(
    imports.filter(({ isType }) => !isType),
    (file) => file,
  )
}

/** Finds the imports of one element of a page by another. */
export function betweenElements(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const [a, b] = [folderOf(from), folderOf(to)]
      return a !== b && elements.includes(a) && elements.includes(b)
    })
    .map(formatImport)
}

/** Finds the imports from a higher layer, such as an import of an element by a shared folder. */
export function upwards(imports: readonly Import[]): string[] {
  return imports.filter(({ from, to }) => layerOf(folderOf(from)) > layerOf(folderOf(to))).map(formatImport)
}

/**
 * Finds the edges of cycles. Returns one line for each: its first import, and the number of the others. The edge with
 * the fewest imports comes first, as it is the easiest to remove.
 *
 * @param nodeOf returns the node of the graph that a file belongs to
 */
function cycles(imports: readonly Import[], nodeOf: (file: string) => string): string[] {
  const edgeOf = ({ from, to }: Import) => `${nodeOf(from)} → ${nodeOf(to)}`
  return inCycles(imports.map(({ from, to }) => [nodeOf(from), nodeOf(to)]))
    .map(([from, to]) => imports.filter((each) => edgeOf(each) === `${from} → ${to}`))
    .sort((a, b) => a.length - b.length)
    .flatMap(([first, ...more]) => {
      if (!first) return []
      return more.length > 0
        ? `${formatImport(first)} (and ${more.length} more: ${edgeOf(first)})`
        : formatImport(first)
    })
}

function formatImport({ from, to }: Import): string {
  return `${from} → ${to}`
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)]
}
