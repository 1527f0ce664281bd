import { posix } from 'node:path'
import { inCycles } from './cycles.ts'
import type { Import } from './imports.ts'

/** The folders of `src` that hold an element of a page each: all of it, from the build to the page. */
const elements: readonly string[] = [
  'example',
  'walkthrough',
  'call-stack',
  'then-and-now',
  'map',
  'c-line',
  'terms',
  'tables',
  'code-block',
].map((name) => `src/${name}`)

/** The layers of the project, from above. A folder imports only from its own layer and from those below it. */
export const layers: readonly { name: string; has: (folder: string) => boolean }[] = [
  { name: 'tools · 工具', has: (folder) => /^tools\b/.test(folder) },
  { name: 'frame · 外框', has: (folder) => ['src/theme', 'src/site', 'src/css'].includes(folder) },
  { name: 'elements · 页面元素', has: (folder) => elements.includes(folder) },
  { name: 'shared · 共用', has: (folder) => folder.startsWith('src/') },
  { name: 'facts · 事实', has: (folder) => folder === 'reference' },
  { name: 'model · 模型', has: (folder) => folder.startsWith('examples/') },
]

/** The index of a folder's layer. */
export function layerOf(folder: string): number {
  return layers.findIndex(({ has }) => has(folder))
}

/** The folder that a file belongs to, two names deep: `src/example`, `examples/kernel`, `reference`. */
export function folderOf(file: string): string {
  return posix.dirname(file).split('/').slice(0, 2).join('/')
}

/** The imports that lead from a folder by way of others back to it. Types count. */
export function folderCycles(imports: readonly Import[]): string[] {
  const levels = [folderOf, posix.dirname]
  return unique(levels.flatMap((folder) => circles(imports, folder)))
}

/** The imports that lead from a file by way of others back to it. Types don't count. */
export function fileCycles(imports: readonly Import[]): string[] {
  return circles(
    imports.filter(({ isType }) => !isType),
    (file) => file,
  )
}

/** The imports from an element of a page to another. */
export function betweenElements(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const [a, b] = [folderOf(from), folderOf(to)]
      return a !== b && elements.includes(a) && elements.includes(b)
    })
    .map(formatImport)
}

/** The imports that lead to a higher layer: from the model to the site, from what is shared to an element. */
export function upwards(imports: readonly Import[]): string[] {
  return imports.filter(({ from, to }) => layerOf(folderOf(from)) > layerOf(folderOf(to))).map(formatImport)
}

/**
 * For each arrow of a circle one line: its first import, and how many more there are. The arrow of the fewest imports
 * comes first: it is the one that is easiest to take away.
 *
 * @param nodeOf the node of the graph that a file belongs to
 */
function circles(imports: readonly Import[], nodeOf: (file: string) => string): string[] {
  const arrowOf = ({ from, to }: Import) => `${nodeOf(from)} → ${nodeOf(to)}`
  return inCycles(imports.map(({ from, to }) => [nodeOf(from), nodeOf(to)]))
    .map(([from, to]) => imports.filter((each) => arrowOf(each) === `${from} → ${to}`))
    .sort((a, b) => a.length - b.length)
    .flatMap(([first, ...more]) => {
      if (!first) return []
      return more.length > 0
        ? `${formatImport(first)} (and ${more.length} more: ${arrowOf(first)})`
        : formatImport(first)
    })
}

function formatImport({ from, to }: Import): string {
  return `${from} → ${to}`
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)]
}
