/** What is cut in the stage of a walk, step by step: for `npm run check:stage` and the browser tests. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'playwright-core'
import { walkId } from '../../src/island/walk-address.ts'
import type { WalkIndex, WalkPlayer } from '../../src/island/walk-index.ts'

/** A recorded walk of a built site. */
export interface BuiltWalk {
  /** The name of its file, without the hash: unit and key of a test, or a scenario. */
  name: string
  of: string
  /** The title of the test, or the scenario. */
  title: string
  /** Files in the folder `walk`. */
  player: string
  files: { walk: string; kernel: string }
}

/** Something that the reader cannot see in full. */
export interface Cut {
  /** Counted from 1. */
  step: number
  panel: string
  what: string
}

/** Returns all walks of a built site in one language: through every test, and through the scenarios on pages. */
export async function walksIn(build: string): Promise<BuiltWalk[]> {
  const folder = join(build, 'walk')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const nameOf = (file: string) => file.replace(/\.\w+\.json$/, '')
  const walks: BuiltWalk[] = []
  const [player, kernel] = ['', '']
  const common = { player, kernel }
  for (const file of names.filter((name) => name.startsWith('of-'))) {
    const { player, kernel, walks: tests }: WalkIndex = JSON.parse(await readFile(join(folder, file), 'utf8'))
    Object.assign(common, { player, kernel })
    const of = file.slice(3, -5)
    for (const [title, walk] of Object.entries(tests))
      walks.push({ name: nameOf(walk), of, title, player, files: { walk, kernel } })
  }
  const isOfTest = new Set(walks.map(({ files }) => files.walk))
  for (const walk of names) {
    if (isOfTest.has(walk) || walk.startsWith('of-')) continue
    const text = await readFile(join(folder, walk), 'utf8')
    if (!text.startsWith('{"recording":')) continue
    const [name, { player, kernel }] = [nameOf(walk), common]
    walks.push({ name, of: name, title: name, player, files: { walk, kernel } })
  }
  return walks
}

/**
 * Opens a walk in the page, in place of one that was opened before.
 *
 * @param site the address of the site, in the language of the page
 */
export async function openWalk(page: Page, site: string, walk: BuiltWalk): Promise<ElementHandle<Element>> {
  const { of, title, player, files } = walk
  const module = await page.evaluateHandle<WalkPlayer>(`import(${JSON.stringify(`${site}walk/${player}`)})`)
  const test = { title, shown: title, walk: walkId(walk.name) }
  const element = await module.evaluateHandle(
    ({ createWalk }, { of, test, files }) => {
      document.querySelector('.walk[data-checked]')?.remove()
      const element = createWalk(of, test, files)
      Object.assign(element.dataset, { checked: '', clicked: 'start' })
      document.querySelector('main')?.append(element)
      return element
    },
    { of, test, files },
  )
  // The last panel that is loaded, and the code of all files.
  const whole = '[data-stage]:has([data-panel=log]) [data-panel=code][aria-busy=false]'
  await element.waitForSelector(whole, { state: 'attached' }).catch((error: Error) => {
    throw new Error(`${walk.name} does not open: ${error.message}`)
  })
  return element
}

/**
 * Goes through the steps of an open walk, in the page, and returns what is cut at each: what is not wholly inside the
 * window and inside all that is around it, what something else covers, and text wider than its place.
 *
 * In a wide window this is the sentence, the current lines, the three innermost frames, the mesh, the pairs, the changes
 * of the step, the time line and the controls. In a narrow one it is the sentence, the mesh, the heading of the open tab,
 * the time line and the controls; every step opens the next tab.
 *
 * It runs in the page, without the variables of this module.
 *
 * @param every 1 for each step, 50 for the first, the fifty-first and so on
 */
export function cutInSteps(walk: Element, every: number): { looked: number; cuts: Cut[] } {
  /** What rounding may hide, in px. */
  const slack = 1
  const stage = walk.querySelector<HTMLElement>('[data-stage]')
  const scrub = walk.querySelector<HTMLInputElement>('.walk__scrub')
  if (!stage || !scrub) throw new Error('the walk is not open')
  const isNarrow = innerWidth < 700
  const tabs = [...stage.querySelectorAll<HTMLElement>('.stage__tabs [data-tab]')]
  const cuts: Cut[] = []
  let [step, looked] = [0, 0]
  const report = (panel: string, what: string) => cuts.push({ step, panel, what })
  const named = (element: Element) => {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
    return text ? `“${text}”` : element.tagName.toLowerCase()
  }

  /** The part of the window that all elements around an element leave to it. */
  const roomOf = (element: Element) => {
    let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight]
    for (let outer = element.parentElement; outer && walk.contains(outer); outer = outer.parentElement) {
      const { display, overflow } = getComputedStyle(outer)
      if (display === 'contents') continue
      const box = outer.getBoundingClientRect()
      const isBox = overflow !== 'visible' && outer instanceof HTMLElement
      const [x, y] = isBox ? [box.left + outer.clientLeft, box.top + outer.clientTop] : [box.left, box.top]
      const [width, height] = isBox ? [outer.clientWidth, outer.clientHeight] : [box.width, box.height]
      left = Math.max(left, x)
      top = Math.max(top, y)
      right = Math.min(right, x + width)
      bottom = Math.min(bottom, y + height)
      if (outer === stage) break
    }
    return { left, top, right, bottom }
  }

  /** Reports an element that is not wholly in sight, or covered. */
  const look = (panel: string, element: Element | null | undefined, name: string) => {
    if (!element) {
      report(panel, `${name}: it is not there`)
      return
    }
    const box = element.getBoundingClientRect()
    const room = roomOf(element)
    const over = [
      ['above', room.top - box.top],
      ['below', box.bottom - room.bottom],
      ['left', room.left - box.left],
      ['right', box.right - room.right],
    ] as const
    const cut = over.filter(([, by]) => by > slack)
    if (box.width * box.height === 0) report(panel, `${name}: it has no size`)
    else if (cut.length > 0) {
      const by = cut.map(([side, by]) => `${Math.round(by)} px ${side}`).join(', ')
      report(panel, `${name}: cut by ${by}`)
    } else {
      const there = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      const around = element.closest('[data-panel]') ?? element
      if (there && !around.contains(there) && !there.contains(element))
        report(panel, `${name}: covered by ${there.className || there.tagName}`)
    }
  }

  /** Reports text that is wider than the element that holds it. What only screen readers read has no width. */
  const lookAtTexts = (panel: string, root: Element | null | undefined) => {
    for (const element of root ? [root, ...root.querySelectorAll('*')] : []) {
      if (!(element instanceof HTMLElement) || element.closest('.walk__sr, select')) continue
      const { clientWidth, scrollWidth } = element
      if (clientWidth > 0 && scrollWidth > clientWidth + slack)
        report(panel, `${named(element)}: ${scrollWidth - clientWidth} px wider than its place`)
    }
  }

  /** Reports text of a picture that is outside of it. */
  const lookAtPicture = (panel: string, svg: SVGSVGElement | null | undefined) => {
    const { width, height } = svg?.viewBox.baseVal ?? { width: 0, height: 0 }
    for (const text of svg?.querySelectorAll('text') ?? []) {
      const box = text.getBBox()
      const over = Math.max(-box.x, -box.y, box.x + box.width - width, box.y + box.height - height)
      if (over > slack) report(panel, `${named(text)}: ${Math.round(over)} px outside of the picture`)
    }
  }

  const panelOf = (name: string) => stage.querySelector<HTMLElement>(`[data-panel=${name}]`)

  const lookAtWhole = (name: string) => {
    const panel = panelOf(name)
    look(name, panel, 'panel')
    lookAtTexts(name, panel)
    for (const svg of panel?.querySelectorAll('svg') ?? []) {
      look(name, svg, 'picture')
      lookAtPicture(name, svg)
    }
  }

  const lookAtSentence = () => {
    lookAtWhole('sentence')
    const sentence = panelOf('sentence')?.querySelector<HTMLElement>('.stage__sentence')
    if (!sentence) return
    const more = sentence.offsetHeight - Number.parseFloat(getComputedStyle(sentence).minHeight)
    if (more > slack) report('sentence', `${named(sentence)}: ${Math.round(more)} px higher than its place`)
  }

  const lookAtDesk = () => {
    const now = [...(panelOf('code')?.querySelectorAll('li[data-now]') ?? [])]
    if (now.length === 0) report('code', 'current line: it is not there')
    for (const line of now) look('code', line, `line ${named(line)}`)
    const frames = [...(panelOf('stack')?.querySelectorAll('.walk__frames > li') ?? [])].slice(-3)
    for (const frame of frames) {
      look('stack', frame, `frame ${named(frame)}`)
      lookAtTexts('stack', frame)
    }
    lookAtWhole('pairs')
    lookAtWhole('this-step')
    const changes = panelOf('this-step')
    const hidden = changes ? changes.scrollHeight - changes.clientHeight : 0
    if (hidden > slack) report('this-step', `${hidden} px of the changes are not in sight`)
  }

  const lookAtPhone = (tab: string) => {
    const heads = [...stage.querySelectorAll(`[data-pane=${tab}] > .stage__top`)]
    look(
      tab,
      heads.find((head) => head.checkVisibility()),
      'heading',
    )
  }

  const count = Number(scrub.max)
  for (step = 1; step <= count; step += every) {
    scrub.value = String(step)
    scrub.dispatchEvent(new Event('input', { bubbles: true }))
    const tab = tabs[looked++ % tabs.length]
    if (isNarrow) tab?.click()
    lookAtSentence()
    for (const name of ['mesh', 'timeline', 'controls']) lookAtWhole(name)
    if (isNarrow) lookAtPhone(tab?.dataset.tab ?? '')
    else lookAtDesk()
  }
  return { looked, cuts }
}
