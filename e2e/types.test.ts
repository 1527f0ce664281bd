import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { holdClock, languages, openPage, passTime } from './support/page.ts'

const note = 'ops/new-session/'
const file = (await readFile('examples/fullmesh/new-session.ts', 'utf8')).trimEnd()
/** The code after the imports. */
const implementation = file.slice(file.indexOf('/**'))

const words = {
  zh: { label: '类型', keys: '按 Enter 查看标识符的类型' },
  en: { label: 'Type', keys: 'Press Enter to see the types of names' },
}

/** The code of the first example, without the imports that are folded away before it. */
const codeOf = (page: Page) => page.locator('full-mesh-example > .example__code > pre').first()
const popUp = (page: Page) => page.locator('.pop-up')

/** Returns the middle of a piece of code in the window, in px. */
async function placeOf(code: Locator, text: string): Promise<{ x: number; y: number }> {
  return code.evaluate((pre, text) => {
    const texts = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const node = texts.currentNode as Text
      const start = node.data.indexOf(text)
      if (start < 0) continue
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + text.length)
      scrollBy(0, range.getBoundingClientRect().y - innerHeight / 2)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    throw new Error(`no piece of the code has ${text}`)
  }, text)
}

async function hover(page: Page, text: string, code = codeOf(page)): Promise<void> {
  const { x, y } = await placeOf(code, text)
  await page.mouse.move(x, y)
  await loaded(code)
  await page.mouse.move(x + 1, y)
  await popUp(page).waitFor()
}

/** Waits until the module for types is loaded. If the mouse does not move, the module gets no event of it. */
async function loaded(code: Locator): Promise<void> {
  await code.locator('xpath=../following-sibling::*[@role="status"]').waitFor({ state: 'attached' })
}

describe.each(languages)('in %s', (lang) => {
  test('the mouse on a name shows its type and its comment, and Escape closes the pop-up', async () => {
    const { page, errors, otherHosts } = await openPage(note, { lang })
    await hover(page, 'fullmeshGetPriv')
    expect(await popUp(page).getAttribute('aria-label')).toBe(textIn(words, lang).label)
    expect(await popUp(page).getAttribute('lang')).toBe('en')
    const shown = (await popUp(page).textContent()) ?? ''
    expect(shown).toContain('function fullmeshGetPriv(session: Session): FullmeshPrivate')
    expect(await popUp(page).locator('a').first().getAttribute('href')).toMatch(/mptcp_fullmesh\.c#L112$/)
    await page.keyboard.press('Escape')
    await popUp(page).waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })

  test('the keyboard alone goes from name to name, and every type is announced', async () => {
    const { page, errors } = await openPage(note, { lang })
    const code = codeOf(page)
    await page.locator('full-mesh-example [data-action=edit]').first().focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter') // unfolds the imports
    await page.keyboard.press('Tab')
    await popUp(page).waitFor()
    expect(await popUp(page).textContent()).toContain(textIn(words, lang).keys)
    const said = page.locator('.example__said').first()
    expect(await said.textContent()).toContain(textIn(words, lang).keys)

    await page.keyboard.press('Enter')
    expect(await popUp(page).textContent()).toContain('const FAMILIES: readonly Family[]')
    expect(await said.textContent()).toContain('const FAMILIES')
    await page.keyboard.press('ArrowRight')
    expect(await popUp(page).textContent()).toContain('type Family = "v4" | "v6"')
    await page.keyboard.press('ArrowLeft')
    expect(await popUp(page).textContent()).toContain('const FAMILIES')
    await page.keyboard.press('ArrowDown')
    expect(await popUp(page).textContent()).toContain('function fallBackToDefault')
    await page.keyboard.press('ArrowUp')
    expect(await said.textContent()).toContain('const FAMILIES')
    await page.keyboard.press('Escape')
    await popUp(page).waitFor({ state: 'detached' })
    expect(await said.textContent()).toBe('')

    await page.keyboard.press('Tab')
    await popUp(page).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    expect(await popUp(page).textContent()).toContain('(parameter) session: Session')
    await page.keyboard.press('ArrowLeft')
    expect(await popUp(page).textContent()).toContain('function requestAddAddr(session: Session): void')
    await page.keyboard.press('Escape')
    await popUp(page).waitFor({ state: 'detached' })
    expect(await code.evaluate((pre) => pre === document.activeElement)).toBe(true)
    expect(errors).toEqual([])
  })
})

test('no types are requested before the reader points at code', async () => {
  const { page } = await openPage(note)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.locator('full-mesh-example [data-action=run]').first().click()
  await page.locator('full-mesh-example[data-outcome]').first().waitFor()
  expect(asked.filter((path) => /types/.test(path))).toEqual([])
  await hover(page, 'fullmeshGetPriv')
  expect(asked.filter((path) => /types/.test(path)).map((path) => path.replace(/\.[\w-]{8}\./, '.'))).toEqual(
    ['/run/types.js', '/run/new-session.types.json'],
  )
})

test('the mouse can go into the pop-up, and what it leaves is closed', async () => {
  const { page } = await openPage(note)
  await holdClock(page)
  await hover(page, 'fullmeshGetPriv')
  const box = await popUp(page).boundingBox()
  if (!box) throw new Error('the pop-up has no place')
  await popUp(page).locator('.types__see').hover()
  await passTime(page)
  expect(await popUp(page).isVisible()).toBe(true)
  await popUp(page).locator('.types__see a').first().focus()
  await page.keyboard.press('Escape')
  await popUp(page).waitFor({ state: 'detached' })
  expect(await codeOf(page).evaluate((pre) => pre === document.activeElement)).toBe(true)

  await page.mouse.move(1, 1)
  await hover(page, 'fullmeshGetPriv')
  await page.mouse.move(1, 1)
  await popUp(page).waitFor({ state: 'detached' })
})

test('the first tap on a name shows its type, inside the screen; a tap elsewhere closes it', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const code = codeOf(page)
  // From the bottom to the top, as the pop-up is below its name.
  for (const name of ['findAddressTransp', 'transparentDevice', 'networkFamily']) {
    const { x, y } = await placeOf(code, name)
    await page.touchscreen.tap(x, y)
    await popUp(page).getByText(name).first().waitFor()
    const box = await popUp(page).boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const { x, y } = await placeOf(code, 'Runs once')
  await page.touchscreen.tap(x, y)
  await popUp(page).waitFor({ state: 'detached' })
})

test('on a phone the link in the pop-up is 44 px high', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const { x, y } = await placeOf(codeOf(page), 'fmGetNs')
  await page.touchscreen.tap(x, y)
  await popUp(page).waitFor()
  const link = await popUp(page).locator('.types__see a').first().boundingBox()
  expect(link?.height).toBeGreaterThanOrEqual(44)
})

test('what is selected of the code, and what an editor opens with, is the code', async () => {
  const { page } = await openPage(note)
  const code = codeOf(page)
  await hover(page, 'fullmeshGetPriv')
  expect(await code.textContent()).toBe(implementation)
  await page.keyboard.press('Control+A')
  expect(await page.evaluate(() => getSelection()?.toString())).not.toContain('function fullmeshGetPriv(')
  await hover(page, 'fullmeshGetPriv')
  const selected = await code.evaluate((pre) => {
    getSelection()?.selectAllChildren(pre)
    return getSelection()?.toString()
  })
  expect(selected?.trimEnd()).toBe(implementation)
  const example = page.locator('full-mesh-example').first()
  await example.locator('[data-action=edit]').click()
  await example.locator('.cm-content').first().waitFor()
  await popUp(page).waitFor({ state: 'detached' })
  const lines = await example.locator('.cm-editor').first().locator('.cm-line').allTextContents()
  // The editor draws the lines in sight only.
  expect(lines.length).toBeGreaterThan(20)
  expect(file.split('\n')).toEqual(expect.arrayContaining(lines))
})

test('in one test by itself, a name has the type that it has in its file', async () => {
  const { page } = await openPage('')
  const code = codeOf(page)
  const name = /^ {2}(?:const \w+ = )?(\w+)\(/m.exec((await code.textContent()) ?? '')?.[1] ?? ''
  await hover(page, name, code)
  expect(await popUp(page).textContent()).toContain(`function ${name}(`)
})

test('in a helper, and in one of another file, a name has the type that it has there', async () => {
  const { page, errors } = await openPage('ops/delete-subflow/')
  const example = page.locator('full-mesh-example[data-region]', { has: page.locator('.example__helpers') })
  const helpers = example.first().locator('.example__helpers')
  await helpers.locator('summary').click()
  const blocks = helpers.locator('.example__code')
  const own = blocks.and(page.locator('[data-file$=".test.ts"]')).first().locator('pre')
  await hover(page, 'queuedWorker', own)
  expect(await popUp(page).textContent()).toContain('function queuedWorker(')
  await page.mouse.move(1, 1)
  await popUp(page).waitFor({ state: 'detached' })
  const boot = blocks.and(page.locator('[data-file$="/boot.ts"]')).last().locator('pre')
  await hover(page, 'createMachine', boot)
  expect(await popUp(page).textContent()).toContain('function createMachine(): Machine')
  expect(errors).toEqual([])
})

test('the arrows scroll, as ever, until the reader asks for types', async () => {
  const { page } = await openPage(note, { width: 390 })
  await codeOf(page).focus()
  await popUp(page).waitFor()
  const left = () => codeOf(page).evaluate((pre) => pre.parentElement?.scrollLeft)
  await page.keyboard.press('ArrowRight')
  await expect.poll(left).toBeGreaterThan(0)
})

test('when the types cannot be loaded, the code is there, and they are requested again', async () => {
  const { page, context } = await openPage(note)
  await context.route('**/run/*.types.*.json', (route) => route.abort())
  const code = codeOf(page)
  const { x, y } = await placeOf(code, 'fullmeshGetPriv')
  await page.mouse.move(x, y)
  await loaded(code)
  await page.mouse.move(1, 1)
  await context.unroute('**/run/*.types.*.json')
  await hover(page, 'fullmeshGetPriv')
  expect(await popUp(page).textContent()).toContain('function fullmeshGetPriv')
})
