/**
 * The pop-up: one box beside a name in the page. It is in the top layer, where the browser has one, so that nothing
 * clips it. In the document it is after the code that it is about, so that its text is not copied with the code, and Tab
 * goes from the code to its links.
 */

import { here } from '../../island/fetch.ts'
import { trustedHtml } from '../../island/trusted.ts'

/** The content of the box, and the code that it is about. */
export interface PopUp {
  /** HTML that the build made, or plain text. */
  content: { html: string } | { text: string }
  lang: string
  /** The kind of content, for screen readers. */
  label: string
  /** The code that it is about. It has the focus or the pointer. */
  owner: HTMLElement
  /** Returns the rectangle of the name that it is about; undefined if the name is out of sight. */
  anchor(): DOMRect | undefined
  /** Called when the mouse enters or leaves the box. */
  hovered(isInside: boolean): void
  /** Called when the box is closed. @param isDismissed by the reader, with Escape */
  closed(isDismissed: boolean): void
}

/** Free space around the box, in px. */
const gap = { edge: 8, anchor: 3 }

const box = document.createElement('div')
box.className = 'pop-up'
box.setAttribute('popover', 'manual')
box.setAttribute('role', 'group')
box.addEventListener('focusout', leave)
box.addEventListener('pointerenter', hover)
box.addEventListener('pointerleave', hover)

let shown: PopUp | undefined

/** Shows a pop-up, in place of the current one. */
export function open(popUp: PopUp): void {
  if (!popUp.owner.isConnected) return
  if (shown && shown.owner !== popUp.owner) close()
  shown = popUp
  if ('html' in popUp.content) box.innerHTML = trustedHtml(popUp.content.html)
  else box.replaceChildren(Object.assign(document.createElement('p'), { textContent: popUp.content.text }))
  for (const link of box.querySelectorAll<HTMLAnchorElement>('[data-symbol]'))
    link.href = here(`../reference/symbols/#${link.dataset.symbol}`)
  box.lang = popUp.lang
  box.setAttribute('aria-label', popUp.label)
  if (!box.isConnected || box.previousSibling !== popUp.owner.parentElement) {
    popUp.owner.parentElement?.after(box)
    box.showPopover?.() // without a top layer it is a box with a fixed position
  }
  for (const type of listened) addEventListener(type, listen, true)
  place()
}

/** Closes the pop-up about `owner`. */
export function close(owner: Element | undefined = shown?.owner, isDismissed = false): void {
  const popUp = shown
  if (!popUp || popUp.owner !== owner) return
  shown = undefined
  for (const type of listened) removeEventListener(type, listen, true)
  box.remove()
  popUp.closed(isDismissed)
}

/** Whether the node is in the box. */
export function isInside(node: EventTarget | null): boolean {
  return node instanceof Node && box.contains(node)
}

/** Returns the text of the box. */
export function textShown(): string {
  return [...box.querySelectorAll('p, dt, dd')].map(({ textContent }) => textContent).join('\n')
}

/** Places the box below its anchor, or above it if there is more room. */
function place(): void {
  const anchor = shown?.anchor()
  if (!anchor) {
    close()
    return
  }
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const room = {
    above: anchor.top - gap.anchor - gap.edge,
    below: height - anchor.bottom - gap.anchor - gap.edge,
  }
  box.style.maxHeight = ''
  const isBelow = box.offsetHeight <= room.below || room.below >= room.above
  box.style.maxHeight = `${isBelow ? room.below : room.above}px`
  const top = isBelow ? anchor.bottom + gap.anchor : anchor.top - gap.anchor - box.offsetHeight
  const left = Math.max(gap.edge, Math.min(anchor.left, width - gap.edge - box.offsetWidth))
  box.style.translate = `${left}px ${top}px`
  box.tabIndex = box.scrollHeight > box.clientHeight ? 0 : -1 // a box that scrolls gets the focus by Tab, any other only by a click
}

const listened = ['scroll', 'resize', 'pointerdown', 'selectstart', 'keydown']

function listen(event: Event): void {
  const { type, target } = event
  if (type === 'resize' || (type === 'scroll' && target !== box)) place()
  if (type === 'pointerdown' && !isInside(target) && !shown?.owner.contains(target as Node)) close()
  if (type === 'selectstart' && !isInside(target)) close() // selecting all of the page must not select the box
  if (type !== 'keydown' || (event as KeyboardEvent).key !== 'Escape') return
  if (isInside(document.activeElement)) shown?.owner.focus()
  close(shown?.owner, true)
}

function leave({ relatedTarget }: FocusEvent): void {
  if (relatedTarget !== shown?.owner && !isInside(relatedTarget)) close()
}

function hover({ type, pointerType }: PointerEvent): void {
  if (pointerType === 'mouse') shown?.hovered(type === 'pointerenter')
}
