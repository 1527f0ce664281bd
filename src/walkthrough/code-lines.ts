/**
 * The lines of a file in a box that scrolls. They are in blocks, and the browser lays out a block only if it is near the
 * current line or in sight: a step into another file costs what is seen of it.
 */

/** The lines of a block. Two of them fill a box of a usual height. */
const blockLength = 15

/** Returns the HTML of a file. @param items its lines, each as an `<li>` */
export function blocksOf(items: readonly string[]): string {
  const blocks: string[] = []
  for (let first = 0; first < items.length; first += blockLength)
    blocks.push(`<ol start="${first + 1}">${items.slice(first, first + blockLength).join('')}</ol>`)
  return blocks.join('')
}

/** Returns the item of a line, counted from 1. */
export function itemAt(box: Element | null, line: number): HTMLElement | undefined {
  const block = box?.getElementsByTagName('ol')[Math.floor((line - 1) / blockLength)]
  return block?.children[(line - 1) % blockLength] as HTMLElement | undefined
}

/** Returns the line of an item, counted from 1. */
export function lineOf(item: Element): number {
  const list = item.parentElement as HTMLOListElement
  return list.start + [...list.children].indexOf(item)
}

/** Has the lines around a line laid out, so that their places can be read. Those of other lines are estimates. */
export function layOutAround(box: Element, line: number): void {
  const middle = Math.floor((line - 1) / blockLength)
  for (const [at, block] of [...box.getElementsByTagName('ol')].entries())
    block.toggleAttribute('data-near', Math.abs(at - middle) <= 1)
}
