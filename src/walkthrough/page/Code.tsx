import type { VNode } from 'preact'
import { placeName } from '../../../reference/kernel-source.ts'
import { codeTag } from '../../../reference/languages.ts'
import { trustedHtml } from '../../island/trusted.ts'
import { blocksOf, itemAt, layOutAround } from '../code-lines.ts'
import { PanelHead, type Shown } from './panel.tsx'

/** The least number of lines of a statement that needs more room than others. */
const longStatement = 10

/**
 * The TypeScript of the current file, with the other files of the walk hidden behind. Those of the steps before and
 * after it are laid out while the reader reads. `showLines` fills the boxes, `markLines` marks the current lines, and
 * `showAt` brings them into view.
 */
export function CodePanel({ course, view: { index }, scene: { step }, code, words }: Shown): VNode {
  const { steps, files } = course
  const { file = '', line = 1 } = step.frames.at(-1) ?? {}
  const near = [steps[index - 1], step, steps[index + 1]].map((at) => at?.frames.at(-1)?.file ?? file)
  const name = file.replace(/^examples\//, '')
  return (
    <section
      class="stage__panel stage__code"
      data-panel="code"
      data-pane="code"
      aria-busy={files.some((each) => !code.has(each))}
      data-long={step.lastLine - line >= longStatement || undefined}
    >
      <PanelHead title={<span class="walk__file">{name}</span>}>
        <span class="stage__aside">× {words.runs}</span>
      </PanelHead>
      <div class="stage__files">
        {files.map((each) => (
          <section
            class="stage__lines"
            lang={codeTag}
            tabIndex={each === file ? 0 : -1}
            aria-label={each === file ? placeName(file, line) : undefined}
            aria-hidden={each !== file}
            data-file={each}
            data-far={!near.includes(each) || undefined}
          />
        ))}
      </div>
    </section>
  )
}

/** The elements of each file. They are used again, so that a return to a file costs little. */
const drawn = new WeakMap<readonly string[], Element>()

/** Shows a file in a box. @param lines its lines, as HTML: the build highlighted it, or load.ts escaped it */
export function showLines(box: Element, lines: readonly string[]): void {
  let file = drawn.get(lines)
  if (!file) {
    const items = lines.map(
      (line, index) =>
        `<li><button type="button" tabindex="-1" data-action="line" data-line="${index + 1}">${index + 1}</button><b></b><code>${line || ' '}</code></li>`,
    )
    file = document.createElement('div')
    file.innerHTML = trustedHtml(blocksOf(items))
    drawn.set(lines, file)
  }
  if (box.firstChild !== file) box.replaceChildren(file)
}

/** The current lines of the files of a stage: to look for them among all lines takes longer than to draw a step. */
const marked = new WeakMap<Element, readonly Element[]>()

/**
 * Marks the current lines and counts the runs of each line up to the current step.
 *
 * @param reads the values that a condition depends on, as a text below the lines; '' for none
 */
export function markLines(
  box: Element,
  [first, last]: readonly [number, number],
  hits: ReadonlyMap<number, readonly number[]>,
  index: number,
  reads: string,
): void {
  const files = box.parentElement ?? box
  for (const item of marked.get(files) ?? []) {
    item.removeAttribute('data-now')
    item.lastElementChild?.removeAttribute('data-reads')
  }
  const items: Element[] = []
  for (let line = first; line <= last; line++) {
    const item = itemAt(box, line)
    if (item) items.push(item)
  }
  marked.set(files, items)
  for (const item of items) item.setAttribute('data-now', '')
  if (reads) items.at(-1)?.lastElementChild?.setAttribute('data-reads', reads)
  for (const [line, steps] of hits) {
    const cell = itemAt(box, line)?.children[1]
    if (!cell) continue
    const count = steps.findIndex((step) => step > index)
    const runs = count < 0 ? steps.length : count
    const text = runs ? `×${runs}` : ''
    if (cell.textContent !== text) cell.textContent = text
  }
}

/** Brings lines into view. */
export function showAt(box: Element, [first, last]: readonly [number, number]): void {
  layOutAround(box, first)
  const [top, bottom] = [itemAt(box, first), itemAt(box, last)]
  if (!top || !bottom) return
  const { clientHeight, scrollTop } = box
  const [start, end] = [top.offsetTop, bottom.offsetTop + bottom.offsetHeight]
  // Lines that are well inside stay where they are.
  const margin = Math.min(60, clientHeight / 4)
  if (start < scrollTop + margin || end > scrollTop + clientHeight - margin)
    box.scrollTop = Math.max(0, start - Math.max(0, (clientHeight - (end - start)) * 0.4))
}
