import { folderOf, layerOf, layers } from './folders.ts'
import type { Import } from './imports.ts'

/** Where the picture is kept. `npm run arrows` writes it. */
export const pictureFile = 'tools/arrows/arrows.svg'

/** Sizes in px. */
const row = 24
const layerGap = 14
const margin = 16
const nameX = 150
const railX = 310
const rail = 22

/** A folder in the picture. */
interface Place {
  folder: string
  imports: ReadonlySet<string>
  /** The middle of its row, and of its rail. */
  y: number
  x: number
}

/**
 * Draws which folder imports which, as SVG: a row for each folder, and from each row a line that goes right and down,
 * with a dot on the row of every folder that it imports. A line that goes up is an import that the test refuses.
 *
 * @param imports of the project; those of `tools` are left out
 */
export function draw(imports: readonly Import[]): string {
  const { places, labels, height } = arrange(imports)
  const width = railX + places.length * rail + margin
  const lines = [
    ...labels.map(({ name, y }) => `<text class="layer" x="${margin}" y="${y + 4}">${name}</text>`),
    ...places.map(({ y }) => `<path class="row" d="M${nameX} ${y + row / 2}H${width - margin}"/>`),
    ...places.map(({ folder, y }) => `<text x="${nameX}" y="${y + 4}">${folder}</text>`),
    ...places.flatMap((place) => drawRail(place, places)),
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

/** The line of a folder, and its dots. */
function drawRail({ folder, imports, x, y }: Place, places: readonly Place[]): string[] {
  const targets = places.filter((place) => imports.has(place.folder)).map((target) => target.y)
  if (targets.length === 0) return []
  const [top, bottom] = [Math.min(y, ...targets), Math.max(y, ...targets)]
  const start = nameX + 8 * folder.length + 8
  return [
    `<path class="lead" d="M${start} ${y}H${x}"/>`,
    `<path d="M${x} ${top}V${bottom}"/>`,
    ...targets.map((target) => `<circle cx="${x}" cy="${target}" r="4"/>`),
  ]
}

/** Puts the folders in rows, layer by layer, in each the one that imports before what it imports. */
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
    depths.set(folder, 0) // if there is a circle, it ends here
    const below = [...(importsOf.get(folder) ?? [])].filter((other) => layerOf(other) === layerOf(folder))
    const depth = Math.max(0, ...below.map((other) => depthOf(other) + 1))
    depths.set(folder, depth)
    return depth
  }
  const rows = [...importsOf].sort(
    ([a], [b]) => layerOf(a) - layerOf(b) || depthOf(b) - depthOf(a) || (a < b ? -1 : 1),
  )
  let y = margin + row / 2
  const labels: { name: string; y: number }[] = []
  const places = rows.map(([folder, imports], index): Place => {
    const layer = layerOf(folder)
    if (index && layer !== layerOf(rows[index - 1]?.[0] ?? '')) y += layerGap
    const name = layers[layer]?.name ?? ''
    if (!labels.some((label) => label.name === name)) labels.push({ name, y })
    const place = { folder, imports, y, x: railX + index * rail }
    y += row
    return place
  })
  return { places, labels, height: y - row / 2 + margin }
}
