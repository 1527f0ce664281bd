import type { VNode } from 'preact'
import { type Language, textIn } from '../../reference/languages.ts'
import { guards, type Layout, layouts } from '../../reference/layouts.ts'
import {
  heightOf,
  linesOf,
  marks,
  type Reference,
  references,
  type StructBox,
  sizes,
  structBoxes,
} from './structures.ts'

const words = {
  zh: {
    title: 'mptcp_fullmesh.c 的结构体：分配、引用与锁',
    left: '网络命名空间',
    right: '会话',
    caption:
      '每个方框链接到该结构体的页面。实线箭头表示指针，虚线箭头表示包含。字段前的符号表示字段如何保护；“·”是锁本身：',
  },
  en: {
    title: 'The structs of mptcp_fullmesh.c: allocation, references and locks',
    left: 'Network namespace',
    right: 'Session',
    caption:
      'Each box links to the page about its struct. A solid arrow is a pointer, a dashed arrow means “contains”. The character before a field says what protects the field; “·” is the lock itself:',
  },
}

/** Draws the structs, where they are allocated and freed, and what protects each field. In MDX it is `<StructureMap />`. */
export function structureMap(language: Language, baseUrl: string): VNode {
  const said = textIn(words, language)
  const height = Math.max(...structBoxes.map((box) => box.y + heightOf(box))) + 6
  return (
    <figure class="file-map structure-map">
      <svg viewBox={`0 0 ${sizes.width} ${height}`}>
        <title>{said.title}</title>
        <defs>
          <marker
            id="struct-arrowhead"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        <text class="file-map__heading" x={leftOf('left')} y="20">
          {said.left}
        </text>
        <text class="file-map__heading" x={leftOf('right')} y="20">
          {said.right}
        </text>
        {structBoxes.map((box) => (
          <Struct box={box} language={language} baseUrl={baseUrl} />
        ))}
        {references.map((reference) => (
          <path
            class={`structure-map__arrow structure-map__arrow--${reference.kind.replace(' ', '-')}`}
            d={path(reference)}
            marker-end="url(#struct-arrowhead)"
          />
        ))}
      </svg>
      <figcaption>
        {said.caption}
        <ul class="file-map__legend">
          {Object.entries(marks).map(([guard, mark]) => (
            <li>
              <b>{mark}</b> <Prose text={textIn(guards[guard as keyof typeof guards], language)} />
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Struct({ box, language, baseUrl }: { box: StructBox; language: Language; baseUrl: string }): VNode {
  const { struct, page, column, y, owner } = box
  const { fields }: Layout = layouts[struct]
  const x = leftOf(column)
  return (
    <a href={baseUrl + page} class="file-map__box">
      <rect x={x} y={y} width={sizes.box} height={heightOf(box)} rx="4" />
      <text class="structure-map__name" x={x + 8} y={y + 17}>
        {struct}
      </text>
      {textIn(owner, language).map((line, index) => (
        <text class="structure-map__owner" x={x + 8} y={y + sizes.title + sizes.owner * (index + 1) - 4}>
          {line}
        </text>
      ))}
      {fields.map(({ name, guard }) => (
        <text x={x + 8} y={rowOf(box, name) + 4}>
          <tspan class="structure-map__mark">{(guard && marks[guard]) ?? '·'}</tspan> {name}
        </text>
      ))}
    </a>
  )
}

/** A text in which backquotes mean code. */
function Prose({ text }: { text: string }): VNode {
  return <>{text.split('`').map((part, index) => (index % 2 ? <code>{part}</code> : part))}</>
}

function leftOf(column: StructBox['column']): number {
  return column === 'left' ? 14 : 234
}

function boxOf(struct: StructBox['struct']): StructBox {
  const box = structBoxes.find((box) => box.struct === struct)
  if (!box) throw new Error(`structures.ts refers to "${struct}", and has no such box`)
  return box
}

/** Returns the middle of the row of a field. */
function rowOf(box: StructBox, field: string): number {
  const { fields } = layouts[box.struct]
  const index = fields.findIndex(({ name }) => name === field)
  if (index < 0) throw new Error(`structures.ts refers to "${field}", and ${box.struct} has no such field`)
  return box.y + sizes.title + linesOf(box.owner) * sizes.owner + sizes.pad + sizes.row * (index + 0.5)
}

/** Returns the path of an arrow: from the row of the field, around the boxes between, to the name of the struct. */
function path({ from, field, to, kind }: Reference): string {
  const [a, b] = [boxOf(from), boxOf(to)]
  const edge = leftOf(a.column)
  // Both arrows from a struct of the left column go along its left edge; the farther one leaves more room.
  const room = a.column === 'right' ? 7 : kind === 'contains' ? 4 : field === 'events' ? 10 : 6
  const x = a.column === 'right' ? edge + sizes.box : edge
  const side = a.column === 'right' ? 1 : -1
  return `M${x} ${rowOf(a, field)}h${side * room}V${b.y + 12}h${-side * room}`
}
