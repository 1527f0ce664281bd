import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { languages, openPage, writeOver } from './support/page.ts'

const words = {
  zh: { signs: '图例', close: '收起' },
  en: { signs: 'Signs', close: 'Close' },
}

/** Returns whether a point in the middle of an element shows that element. */
const isOnTop = (control: Locator) =>
  control.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })

test.each(languages)(
  'in %s, on a phone, the tabs of a walk stay in sight, a pinned value has a row, and the signs can be closed',
  async (lang) => {
    const { page, errors } = await openPage('learn/mptcp/', { lang, width: 390, touch: true })
    await page.evaluate(() => {
      location.hash = '#walk-two-by-two-mesh.16'
    })
    const stage = page.locator('[data-stage]')
    await stage.locator('[data-panel=state]').first().waitFor({ state: 'attached' })
    const tab = stage.locator('.stage__tabs [data-tab=state]')
    await tab.tap()
    await stage.locator('.stage__body').evaluate((body) => body.scrollTo(0, body.scrollHeight))
    expect(await stage.locator('.stage__body').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100)
    expect(await isOnTop(tab)).toBe(true)

    await stage.locator('[data-action=pin]').last().tap()
    const pin = stage.locator('.stage__lanes > [data-lane=pin]')
    expect(await pin.isVisible()).toBe(true)
    const track = await stage.locator('.stage__track').boundingBox()
    expect((track?.x ?? 0) + (track?.width ?? 0)).toBeLessThanOrEqual(390)
    const row = await stage.locator('.stage__pin > line').first().boundingBox()
    const name = await pin.boundingBox()
    expect(Math.abs((row?.y ?? 0) - (name?.y ?? 0) - 8)).toBeLessThan(3)
    expect(await stage.locator('.stage__track svg').evaluate(({ clientWidth }) => clientWidth)).toBe(
      Math.floor(track?.width ?? 0),
    )

    const { signs, close } = textIn(words, lang)
    await stage.getByRole('button', { name: signs }).tap()
    const list = stage.getByRole('region', { name: signs })
    expect(await list.locator('kbd:visible').count()).toBe(0)
    await list.getByRole('button', { name: close }).tap()
    expect(await list.count()).toBe(0)
    expect(errors).toEqual([])
  },
)

test('on a phone, a long line of an edited exercise wraps', async () => {
  const { page } = await openPage('learn/mptcp/', { width: 390, touch: true })
  const exercise = page.locator('#exercise-pairs-to-open')
  await exercise.locator('[data-action=edit]').tap()
  const editor = exercise.locator('.cm-content')
  await editor.waitFor()
  await writeOver(editor, `const skipped = ${'one || '.repeat(20)}two`)
  const code = exercise.locator('.example__code').first()
  expect(await code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await code.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0)
  expect((await editor.boundingBox())?.height).toBeGreaterThan(60)
})
