import { folderOf, layerOf, layers } from './folders.ts'
import type { Import } from './imports.ts'

/** The picture's file. `npm run arrows` writes it. */
export const pictureFile = 'tools/arrows/arrows.svg'

// Sizes in px.
const rowHeight = 24
const layerGap = 14
const margin = 16
const nameX = 150
const firstLineX = 310
const lineGap = 22

/** A folder in the picture. */
interface FolderRow {
  folder: string
  imports: ReadonlySet<string>
  /** The middle of its row, and of its vertical line, in px. */
  y: number
  x: number
}

/**
 * Draws the imports between folders as SVG: a row for each folder, and from each row a line that goes right and down,
 * with a dot on the row of every folder that it imports. A line that goes up is an import that the test refuses.
 *
 * @param imports imports of the project; those of `tools` are left out
 */
export function draw(imports: readonly Import[]): string {
  const { rows, labels, height } = arrange(imports)
  const width = firstLineX + rows.length * lineGap + margin
  const lines = [
    ...labels.map(({ name, y }) => `<text class="layer" x="${margin}" y="${y + 4}">${name}</text>`),
    ...rows.map(({ y }) => `<path class="row" d="M${nameX} ${y + rowHeight / 2}H${width - margin}"/>`),
    ...rows.map(({ folder, y }) => `<text x="${nameX}" y="${y + 4}">${folder}</text>`),
    ...rows.flatMap((row) => drawLine(row, rows)),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>Which folder imports which</title>
<style>
svg { --ground: #fff; --ink: #24292f; --pale: #57606a; --row: #d8dee4; --line: #0969da }
@media (prefers-color-scheme: dark) {
  svg { --ground: #0d1117; --ink: #e6edf3; --pale: #9198a1; --row: #30363d; --line: #58a6ff }
}
.ground { fill: var(--ground) }
text { fill: var(--ink); font: 13px ui-monospace, "DejaVu Sans Mono", monospace }
.layer { fill: var(--pale); font: 12px system-ui, sans-serif }
path { fill: none; stroke: var(--line); stroke-width: 1.5 }
.row { stroke: var(--row); stroke-width: 1 }
.lead { stroke-opacity: .4 }
circle { fill: var(--line) }
</style>
<rect class="ground" width="100%" height="100%" rx="8"/>
${lines.join('\n')}
</svg>
`
}

/** Draws the line of a folder, and its dots. */
function drawLine({ folder, imports, x, y }: FolderRow, rows: readonly FolderRow[]): string[] {
  const targets = rows.filter(({ folder }) => imports.has(folder)).map(({ y }) => y)
  if (targets.length === 0) return []
  const [top, bottom] = [Math.min(y, ...targets), Math.max(y, ...targets)]
  const start = nameX + 8 * folder.length + 8
  return [
    `<path class="lead" d="M${start} ${y}H${x}"/>`,
    `<path d="M${x} ${top}V${bottom}"/>`,
    ...targets.map((target) => `<circle cx="${x}" cy="${target}" r="4"/>`),
  ]
}

/** Orders the folders by layer, and within a layer each folder before those that it imports. */
function arrange(imports: readonly Import[]) {
  const importsOf = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [folderOf(from), folderOf(to)]
    if (/^tools\b/.test(a)) continue
    for (const folder of [a, b]) if (!importsOf.has(folder)) importsOf.set(folder, new Set())
    if (a !== b) importsOf.get(a)?.add(b)
  }
  const depths = new Map<string, number>()
  const depthOf = (folder: string): number => {
    const known = depths.get(folder)
    if (known !== undefined) return known
    depths.set(folder, 0) // ends a cycle
    const below = [...(importsOf.get(folder) ?? [])].filter((other) => layerOf(other) === layerOf(folder))
    const depth = Math.max(0, ...below.map((other) => depthOf(other) + 1))
    depths.set(folder, depth)
    return depth
  }
  const folders = [...importsOf].sort(
    ([a], [b]) => layerOf(a) - layerOf(b) || depthOf(b) - depthOf(a) || (a < b ? -1 : 1),
  )
  let y = margin + rowHeight / 2
  const labels: { name: string; y: number }[] = []
  const rows = folders.map(([folder, imports], index): FolderRow => {
    const layer = layerOf(folder)
    if (index && layer !== layerOf(folders[index - 1]?.[0] ?? '')) y += layerGap
    const name = layers[layer]?.name ?? ''
    if (!labels.some((label) => label.name === name)) labels.push({ name, y })
    const folderRow = { folder, imports, y, x: firstLineX + index * lineGap }
    y += rowHeight
    return folderRow
  })
  return { rows, labels, height: y - rowHeight / 2 + margin }
}
