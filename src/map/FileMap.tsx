import type { VNode } from 'preact'
import { fullmeshFile, sourceUrl } from '../../reference/kernel-source.ts'
import { type Language, textIn } from '../../reference/languages.ts'
import { arrows, type Box, type BoxKind, boxes, type MapArrow } from './map.ts'

const width = { page: 444, box: 198 }
const height = { page: 512, box: 28 }

const shapes: Record<BoxKind, string> = { process: '●', softirq: '▲', work: '■', memory: '◇' }

const words = {
  zh: {
    caption: '各函数之间的调用和排队关系。方框链接到讲解该函数的页面，箭头链接到相应调用所在的行。',
    title: 'mptcp_fullmesh.c 的函数与数据',
    left: '地址变化',
    right: '会话',
    kinds: { process: '进程上下文', softirq: '多为软中断', work: '工作队列', memory: '数据' },
    arrow: ({ from, to, line, delay }: MapArrow) =>
      `${from} ${delay ? `把 ${to} 排队，${delay} ms 后执行` : `调用 ${to}`}（第 ${line} 行）`,
  },
  en: {
    caption:
      'Which function calls or queues which. A box links to the page about it, an arrow to the line of the call.',
    title: 'Functions and data of mptcp_fullmesh.c',
    left: 'Address changes',
    right: 'Sessions',
    kinds: { process: 'process context', softirq: 'mostly softirq', work: 'workqueue', memory: 'data' },
    arrow: ({ from, to, line, delay }: MapArrow) =>
      `${from} ${delay ? `queues ${to}, to run ${delay} ms later` : `calls ${to}`} (line ${line})`,
  },
}

/** Draws the map of the file from the boxes and arrows of `map.ts`. In MDX it is `<FileMap />`. */
export function fileMap(language: Language, baseUrl: string): VNode {
  const said = textIn(words, language)
  return (
    <figure class="file-map">
      <svg viewBox={`0 0 ${width.page} ${height.page}`}>
        <title>{said.title}</title>
        <defs>
          <marker
            id="arrowhead"
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
        <text class="file-map__heading" x={left('left')} y="20">
          {said.left}
        </text>
        <text class="file-map__heading" x={left('right')} y="20">
          {said.right}
        </text>
        {arrows.map((arrow) => (
          <a href={sourceUrl(fullmeshFile, arrow.line)} aria-label={said.arrow(arrow)}>
            <path class="file-map__target" d={path(arrow)} />
            <path class="file-map__arrow" d={path(arrow)} marker-end="url(#arrowhead)" />
            {arrow.delay && <Delay arrow={arrow} />}
          </a>
        ))}
        {boxes.map((box) => (
          <BoxLink box={box} baseUrl={baseUrl} />
        ))}
      </svg>
      <figcaption>
        {said.caption}
        <ul class="file-map__legend">
          {(Object.keys(shapes) as BoxKind[]).map((kind) => (
            <li class={`file-map__kind--${kind}`}>
              {shapes[kind]} {said.kinds[kind]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function BoxLink({ box, baseUrl }: { box: Box; baseUrl: string }): VNode {
  const { id, page, kind, column, y } = box
  return (
    <a href={baseUrl + page} class={`file-map__box file-map__kind--${kind}`} aria-label={id}>
      <rect x={left(column)} y={y} width={width.box} height={height.box} rx="4" />
      <text x={left(column) + 8} y={y + 19}>
        <tspan class="file-map__shape">{shapes[kind]}</tspan> {id.replace(/^(full_mesh|mptcp_pm|mptcp)_/, '')}
      </text>
    </a>
  )
}

function Delay({ arrow }: { arrow: MapArrow }): VNode {
  const { column, y } = find(arrow.to)
  return (
    <text class="file-map__delay" x={left(column) + width.box / 2 + 10} y={y - 8}>
      {arrow.delay} ms
    </text>
  )
}

function find(id: string): Box {
  const box = boxes.find((other) => other.id === id)
  if (!box) throw new Error(`map.ts has an arrow to "${id}", and no such box`)
  return box
}

function left(column: Box['column']): number {
  return column === 'left' ? 20 : 234
}

/** Returns the path of an arrow: down to the next box, across to the other column, or around the boxes between. */
function path({ from, to }: MapArrow): string {
  const [a, b] = [find(from), find(to)]
  const between = boxes.some(({ column, y }) => column === a.column && y > a.y && y < b.y)
  const middle = height.box / 2
  if (a.column !== b.column) return `M${left('left') + width.box} ${a.y + middle}H${left('right')}`
  const x = left(a.column)
  if (!between) return `M${x + width.box / 2} ${a.y + height.box}V${b.y}`
  const [edge, side] = a.column === 'right' || to === 'add_pm_event' ? [x + width.box, 1] : [x, -1]
  return `M${edge} ${a.y + middle}h${side * 9}V${b.y + middle - side * 5}h${side * -9}`
}
