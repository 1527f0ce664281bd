import type { VNode } from 'preact'
import { placeName } from '../../../reference/kernel-source.ts'
import { PanelHead, type Shown } from './panel.tsx'

/** The least number of lines of a statement that needs more room than others. */
const longStatement = 10

/** The TypeScript of the current file. `markLines` marks the current lines in it, and counts how often each has run. */
export function CodePanel({ scene: { step }, code, words }: Shown): VNode {
  const { file = '', line = 1 } = step.frames.at(-1) ?? {}
  const name = file.replace(/^examples\//, '')
  return (
    <section
      class="stage__panel stage__code"
      data-panel="code"
      data-pane="code"
      data-long={step.lastLine - line >= longStatement || undefined}
    >
      <PanelHead title={<span class="walk__file">{name}</span>}>
        <span class="stage__aside">× {words.runs}</span>
      </PanelHead>
      <section class="stage__lines" tabIndex={0} aria-label={placeName(file, line)} data-file={file}>
        {linesOf(file, code.get(file) ?? [])}
      </section>
    </section>
  )
}

/** The lines of each file. The same node is used again, so that a step does not compare hundreds of lines. */
const drawn = new Map<readonly string[], VNode>()

function linesOf(file: string, lines: readonly string[]): VNode {
  const known = drawn.get(lines)
  if (known) return known
  const html = lines.map(
    (line, index) =>
      `<li><button type="button" tabindex="-1" data-action="line" data-line="${index + 1}">${index + 1}</button><b></b><code>${line || ' '}</code></li>`,
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the build highlighted it, or load.ts escaped it
  const node = <ol key={file} dangerouslySetInnerHTML={{ __html: html.join('') }} />
  drawn.set(lines, node)
  return node
}

/** Marks the current lines, counts the runs of each line up to the current step, and brings the mark into view. */
export function markLines(
  box: Element,
  [first, last]: readonly [number, number],
  hits: ReadonlyMap<number, readonly number[]>,
  index: number,
): void {
  const list = box.querySelector('ol')
  if (!list) return
  for (const item of list.querySelectorAll('[data-now]')) delete (item as HTMLElement).dataset.now
  for (let line = first; line <= last; line++) {
    const item = list.children[line - 1] as HTMLElement | undefined
    if (item) item.dataset.now = ''
  }
  for (const [line, steps] of hits) {
    const cell = list.children[line - 1]?.children[1]
    if (!cell) continue
    const count = steps.findIndex((step) => step > index)
    const runs = count < 0 ? steps.length : count
    const text = runs ? `×${runs}` : ''
    if (cell.textContent !== text) cell.textContent = text
  }
  const top = list.children[first - 1] as HTMLElement | undefined
  const bottom = list.children[last - 1] as HTMLElement | undefined
  if (!top || !bottom) return
  const { clientHeight, scrollTop } = box
  const [start, end] = [top.offsetTop, bottom.offsetTop + bottom.offsetHeight]
  // Lines that are well inside stay where they are.
  const margin = Math.min(60, clientHeight / 4)
  if (start < scrollTop + margin || end > scrollTop + clientHeight - margin)
    box.scrollTop = Math.max(0, start - Math.max(0, (clientHeight - (end - start)) * 0.4))
}
