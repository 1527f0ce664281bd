import type { VNode } from 'preact'
import { errorName } from '../island/error-names.ts'
import { describeMesh } from './describe.ts'
import { type Box, type Layout, labelsOf, layoutOf, type MeshSize, type Point, shiftOf } from './layout.ts'
import type { Mesh, MeshAddress, MeshArrow, MeshLink, MeshPlaces } from './mesh.ts'
import type { MeshWords } from './words.ts'

/**
 * Draws a mesh: this host and its addresses at the left, the peer and its addresses at the right, the subflows and
 * pairs between them, and the options that the step sent.
 *
 * @param places the addresses that have a place; without them, those of the mesh itself
 */
export function MeshPicture({
  mesh,
  places,
  size,
  words,
}: {
  mesh: Mesh
  places?: MeshPlaces | undefined
  size: MeshSize
  words: MeshWords
}): VNode {
  const layout = layoutOf(mesh, places, size, words)
  const { width, height, boxes } = layout
  const labels = labelsOf(mesh, layout)
  const said = describeMesh(mesh, words)
  return (
    <svg
      class="mesh"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${words.title(mesh.session)}${words.colon}${said}`}
    >
      <HostBox box={boxes.local} title={hostTitle(mesh, 'local', words)} />
      <HostBox box={boxes.peer} title={hostTitle(mesh, 'peer', words)} />
      {mesh.links.map((link) => (
        <Link link={link} shift={shiftOf(link, mesh)} layout={layout} />
      ))}
      {mesh.arrows.map((arrow) => (
        <Arrow arrow={arrow} layout={layout} />
      ))}
      {labels.map(({ text, at, kind, isChanged, state }) => (
        <text
          key={text}
          class="mesh__label"
          data-kind={kind}
          data-state={state}
          data-changed={isChanged || undefined}
          x={at.x}
          y={at.y}
        >
          {text}
        </text>
      ))}
      {mesh.local.addresses.map((address) => (
        <Address address={address} side="local" layout={layout} words={words} />
      ))}
      {mesh.peer.addresses.map((address) => (
        <Address address={address} side="peer" layout={layout} words={words} />
      ))}
      {mesh.session === '' && (
        <text class="mesh__none" x={width / 2} y={height / 2}>
          {words.noSession}
        </text>
      )}
    </svg>
  )
}

/** The name of a host; in a session also whether it is the client or the server. */
function hostTitle(mesh: Mesh, side: 'local' | 'peer', words: MeshWords): string {
  const { name, isServer } = mesh[side]
  const title = name ?? (side === 'local' ? words.thisHost : words.peer)
  return mesh.session === '' ? title : `${title} · ${isServer ? words.server : words.client}`
}

function HostBox({ box: { x, y, width, height }, title }: { box: Box; title: string }): VNode {
  return (
    <g>
      <rect class="mesh__host" x={x} y={y} width={width} height={height} rx="5" />
      <text class="mesh__title" x={x + 8} y={y - 5}>
        {title}
      </text>
    </g>
  )
}

/** An address: a dot at the edge of its host, the device and the slot, the address and the id. */
function Address({
  address: it,
  side,
  layout,
  words,
}: {
  address: MeshAddress
  side: 'local' | 'peer'
  layout: Layout
  words: MeshWords
}): VNode | null {
  const at = layout.pointOf(side, it.key)
  if (!at) return null
  const { above, below } = layout.textOf(it, words)
  const x = side === 'local' ? layout.boxes.local.x + 8 : at.x + 10
  const lines = layout.isTall && above ? [above, below] : [below]
  const first = at.y + 4 - (lines.length - 1) * 8
  return (
    <g
      class="mesh__address"
      data-side={side}
      data-off={it.isOff || undefined}
      data-changed={it.isChanged || undefined}
    >
      <circle cx={at.x} cy={at.y} r="4" />
      {lines.map((line, index) => {
        const text = it.isChanged && index === lines.length - 1 ? `◆ ${line}` : line
        return (
          <text
            x={x}
            y={first + index * 15}
            data-line={lines.length > 1 && index === 0 ? 'above' : undefined}
            textLength={layout.compressed(side, text)}
            lengthAdjust={layout.compressed(side, text) && 'spacingAndGlyphs'}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}

function Link({ link, shift, layout }: { link: MeshLink; shift: number; layout: Layout }): VNode | null {
  const from = layout.pointOf('local', link.from)
  const to = layout.pointOf('peer', link.to)
  if (!from || !to) return null
  const { kind, subflow, isChanged, error } = link
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  return (
    <g
      class="mesh__link"
      data-kind={kind}
      data-state={subflow?.state}
      data-established={subflow?.established || undefined}
      data-backup={subflow?.lowPrio || undefined}
      data-pf={subflow?.pf || undefined}
      data-changed={isChanged || undefined}
    >
      <line x1={from.x} y1={from.y + shift} x2={to.x} y2={to.y + shift} />
      {error !== undefined && (
        <text class="mesh__label" data-kind="error" x={middle.x} y={middle.y + 4}>
          ✕ {errorName(-error) ?? error}
        </text>
      )}
    </g>
  )
}

/** An arrow from this host towards the peer, above the line of its subflow. */
function Arrow({ arrow, layout }: { arrow: MeshArrow; layout: Layout }): VNode | null {
  const from = layout.pointOf('local', arrow.from)
  const to = layout.pointOf('peer', arrow.to)
  if (!from || !to) return null
  const start = between(from, to, 0.08)
  const end = between(from, to, 0.92)
  const angle = Math.atan2(end.y - start.y, end.x - start.x)
  const wing = (turn: number) => `${end.x - 9 * Math.cos(angle + turn)},${end.y - 9 * Math.sin(angle + turn)}`
  return (
    <g class="mesh__arrow">
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      <polygon points={`${end.x},${end.y} ${wing(0.45)} ${wing(-0.45)}`} />
    </g>
  )
}

function between(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
}
