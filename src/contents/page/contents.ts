/**
 * Fills the table of contents when the reader opens a group: a page has the pages of its own groups only, and in each
 * other group a link to the first page, which is there without scripts. The first page of the site has all of them.
 */

import { once, request } from '../../island/fetch.ts'
import { trustedHtml } from '../../island/trusted.ts'

const nav = document.getElementById('contents')

/** The address of the first page. */
const start = document.querySelector<HTMLAnchorElement>('.bar__title')?.href ?? ''

/** The titles of a group and of those around it. */
function pathOf(group: Element): string {
  const outer = group.parentElement?.closest('details')
  return `${outer ? pathOf(outer) : ''}/${group.querySelector('summary')?.textContent}`
}

const groupsIn = (list: ParentNode) => [...list.querySelectorAll('details')]

/** Puts the whole table in the place of that of this page. Groups that are open stay open, and the focus stays. */
async function fill(): Promise<void> {
  const html = await (await request(start)).text()
  const first = new DOMParser().parseFromString(trustedHtml(html), 'text/html')
  const [own, whole] = [nav?.firstElementChild, first.querySelector('#contents > ul')]
  if (!own || !whole) return
  const open = new Set(groupsIn(own).flatMap((group) => (group.open ? pathOf(group) : [])))
  const focused = document.activeElement?.closest('#contents details')
  for (const link of whole.querySelectorAll('a')) {
    link.href = new URL(link.getAttribute('href') ?? '', start).href
    link.ariaCurrent = link.pathname === location.pathname ? 'page' : null
  }
  for (const group of groupsIn(whole)) group.open = open.has(pathOf(group))
  const focusedPath = focused && pathOf(focused)
  own.replaceWith(whole)
  groupsIn(whole)
    .find((group) => pathOf(group) === focusedPath)
    ?.querySelector('summary')
    ?.focus({ preventScroll: true })
}

const filled = new Map<string, Promise<void>>()

/** Fills the table when a group with one link only is open. A group keeps its link if the first page fails to load. */
function onToggle(): void {
  if (nav?.querySelector('details[open][data-island]')) once(filled, start, fill).catch(() => {})
}

nav?.addEventListener('toggle', onToggle, true)
onToggle()
