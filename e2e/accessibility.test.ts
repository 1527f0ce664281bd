import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkText } from '../src/example/page/link.ts'
import { violations } from './support/axe.ts'
import { languages, openPage, type View, writeOver } from './support/page.ts'
import { button, goTo, start, walkOf } from './support/walk.ts'

const note = 'ops/new-session/'

/** A page of each kind. */
const pages = [
  '',
  '404.html',
  note,
  'reading-the-examples/',
  'questions/no-second-subflow/',
  'learn/',
  'learn/slots/',
  'learn/opening/',
  'structures/tables/',
  'questions/which-mptcp/',
  'quirks/',
  'call-stacks/work/',
  'then-and-now/limits/',
  'about-the-note/',
  'structures/fullmesh-priv/',
  'reference/symbols/',
  'reference/glossary/',
  'reference/conformance/',
  'reference/translations/',
  'reference/options/',
  'reference/scenarios/',
  'typesetting/',
  'walk/steps/new-session--initial-address-not-announced.html',
]

/**
 * A view in each language; the next one differs in width and theme. On every other page the widths are swapped, so
 * that each language is tested with each width.
 */
function readersOf(index: number): View[] {
  return languages.map((lang, at) => ({
    lang,
    width: (index + at) % 2 ? 390 : 1280,
    dark: at % 2 === 0,
  }))
}

const readers = (paths: string[]) =>
  paths.flatMap((path, index) => readersOf(index).map((view) => [path, view] as const))

test('a heading is read without the button and the link behind it, and the link has the name of the heading', async () => {
  const { page } = await openPage('ops/get-local-id/', { lang: 'en' })
  const name = 'The default path manager returns 0 for every address'
  await page.getByRole('heading', { name, exact: true }).waitFor()
  await page
    .locator('#default ~ .hash-link')
    .and(page.getByRole('link', { name, exact: true }))
    .waitFor()
})

async function expectWithinScreen(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

async function expectLargeControls(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  if (width < 600) expect(await smallControls(page)).toEqual([])
}

/**
 * Finds the controls that are smaller than 44 × 44 px by their style: with text so small that it does not count.
 * The file input of the C pane is pressed by its label.
 */
async function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const style = new CSSStyleSheet()
    style.replaceSync('body * { font-size: 1px !important; line-height: 1 !important }')
    document.adoptedStyleSheets.push(style)
    const controls = document.querySelectorAll(
      'button, select, summary, input:not(label > input), label:has(input), .bar a, .contents a, .sections--folded a, .pagination-nav a',
    )
    const small = [...controls].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect()
      const isPressed = control.checkVisibility() && getComputedStyle(control).pointerEvents !== 'none'
      const isSmall = isPressed && Math.min(width, height) < 44
      return isSmall ? [`${control.outerHTML.slice(0, 120)} ${width} × ${height}`] : []
    })
    document.adoptedStyleSheets.pop()
    return small
  })
}

test.each(readers(pages))(
  'axe finds nothing on "/%s" for %o, nothing is too wide, and on a phone no control is too small',
  async (path, view) => {
    const { page, errors, otherHosts } = await openPage(path, view)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details')) {
        details.open = true
      }
    })
    expect(await violations(page)).toEqual([])
    await expectWithinScreen(page)
    await page.evaluate(() => document.querySelector<HTMLElement>('#contents[popover]')?.showPopover())
    await expectLargeControls(page)
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  },
)

const control = (page: Page, name: string) => page.locator(`full-mesh-walk [data-c=${name}]`).first()

/** The tabs of the stage on a phone. A wide window has no tab but shows all of it. */
const tabs = ['code', 'stack', 'state', 'wire', 'timeline']

/** A C file chosen from the disk. */
async function choose(page: Page, text: string): Promise<void> {
  const file = { name: 'mptcp_fullmesh.c', mimeType: 'text/x-csrc', buffer: Buffer.from(text) }
  await control(page, 'choose').setInputFiles(file)
}

/** States of a page after actions of a reader, and the part of the page that they change. */
const states: Record<string, { path: string; within: string; reach: (page: Page) => Promise<void> }> = {
  'a walk with its keys, a mark, a comparison and a pinned value': {
    path: note,
    within: '[data-stage]',
    async reach(page) {
      const walk = await start(walkOf(page))
      await page.keyboard.press('m')
      await goTo(walk, 46)
      await page.keyboard.press('d')
      await button(walk, 'pin').first().click()
      await page.keyboard.press('?')
      await walk.locator('.walk__keys').waitFor()
    },
  },
  'an example with the code of a link': {
    path: `${note}#new-session.ts/${await linkText({ of: '', texts: { 'examples/fullmesh/new-session.ts': '// a' } })}`,
    within: '.example',
    async reach(page) {
      await page.locator('.example__note').waitFor()
      await page.locator('.example [data-action=copy-code]').click()
    },
  },
  'a C file of another version': {
    path: note,
    within: '[data-stage]',
    async reach(page) {
      const walk = await start(walkOf(page))
      await goTo(walk, 46)
      const tab = walk.locator('.stage__tabs [data-tab=code]')
      if (await tab.isVisible()) await tab.click()
      await choose(page, 'static void full_mesh_addr_signal(void)\n{\n}\n')
      await control(page, 'code').waitFor()
    },
  },
  'a call stack that is stepped through': {
    path: `${note}#call-stack-new_session-01.3`,
    within: '[data-stage]',
    async reach(page) {
      await page.locator('[data-stage] [data-c=load]').waitFor()
      await page.locator('[data-stage] [data-action=keys]').click()
    },
  },
  'a page in two languages': {
    path: '',
    within: 'article, .bar',
    async reach(page) {
      await page.locator('full-mesh-pair [data-action=toggle]').click()
      await page.locator('.cell--other').first().waitFor()
    },
  },
  'what a pasted text shows': {
    path: 'questions/which-mptcp/',
    within: 'full-mesh-which',
    async reach(page) {
      await page.locator('full-mesh-which [data-action=v0]').click()
      await page.locator('.which [role=status]:not(:empty)').waitFor()
      await page.locator('full-mesh-which [data-action=read]').click()
      await page.locator('.which__answer section').first().waitFor()
    },
  },
  'what a scenario of the reader prints': {
    path: 'reference/scenarios/',
    within: 'full-mesh-scenario',
    async reach(page) {
      await page.locator('full-mesh-scenario textarea').press('Control+End')
      await page.keyboard.insertText('\nown c9\n----\n')
      await page.locator('full-mesh-scenario [data-action=run]').click()
      await page.locator('.own-scenario__printed').waitFor()
    },
  },
  'the search, with results': {
    path: `${note}?q=ADD_ADDR`,
    within: '.search',
    async reach(page) {
      await page.locator('.search mark').last().waitFor()
    },
  },
  'the search, with a suggestion': {
    path: `${note}?q=metta+socket`,
    within: '.search',
    async reach(page) {
      await page.locator('.search__suggestion').waitFor()
    },
  },
  'the editor of a section, with problems in the text': {
    path: note,
    within: '.improve',
    async reach(page) {
      await page.locator('#when + .improve-section').click()
      await page.locator('.improve .cm-content').focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText('\n\nObviously 推迟 {')
      await page.locator('.improve__problems li').first().waitFor()
      await page.locator('.improve__mark').first().waitFor()
    },
  },
  'the type of a name': {
    path: note,
    within: '.example, .pop-up',
    async reach(page) {
      await page.locator('full-mesh-example > .example__code > pre').first().focus()
      await page.locator('.pop-up').waitFor()
      await page.keyboard.press('Enter')
    },
  },
  'an example that was edited, and fails': {
    path: note,
    within: 'full-mesh-example',
    async reach(page) {
      const example = page.locator('full-mesh-example').first()
      await example.locator('[data-action=edit]').click()
      await writeOver(example.locator('.cm-content').first(), 'export function fullMeshNewSession() {}\n')
      await example.locator('[data-action=run]').click()
      await example.locator('[data-state=fail]').first().waitFor()
    },
  },
}

test.each(readers(Object.keys(states)))(
  'axe finds nothing in %s for %o, and on a phone no control is too small',
  async (name, view) => {
    const { path = '', within = '', reach } = states[name] ?? {}
    const { page, errors } = await openPage(path, view)
    await reach?.(page)
    expect(await violations(page, within.split(', '))).toEqual([])
    await expectWithinScreen(page)
    await expectLargeControls(page)
    expect(errors).toEqual([])
  },
)

test.each(readersOf(0))(
  'axe finds nothing in any tab of a walk under way, for %o, and on a phone no control is too small',
  async (view) => {
    const { page, errors } = await openPage(note, view)
    const walk = await start(walkOf(page))
    for (const [index, tab] of tabs.entries()) {
      await goTo(walk, 46 + index)
      const control = walk.locator(`.stage__tabs [data-tab=${tab}]`)
      if (await control.isVisible()) await control.click()
      expect(await violations(page, ['[data-stage]']), tab).toEqual([])
      await expectWithinScreen(page)
      await expectLargeControls(page)
    }
    expect(errors).toEqual([])
  },
)
