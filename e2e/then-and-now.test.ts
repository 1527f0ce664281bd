import { describe, expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { languages, openPage } from './support/page.ts'

const opening = 'then-and-now/opening/'

describe.each(languages)('in %s', (lang) => {
  test('a situation shows what the model printed and what was recorded, side by side, without a script', async () => {
    const { page, errors, otherHosts } = await openPage(opening, { lang, js: false })
    const situation = page.locator('[data-situation="a-fullmesh-3x3"]')
    const old = situation.locator('.then-and-now__column--then')
    const today = situation.locator('.then-and-now__column--now')
    expect(await old.textContent()).toContain('join conn/8: 10.0.3.1 id=4 if=4 -> 10.0.13.1:7777 id=4 = 0')
    expect(await today.textContent()).toContain('MP_JOIN 10.0.3.1 → 10.0.13.1')
    const [left, right] = [await old.boundingBox(), await today.boundingBox()]
    expect(left?.y).toBe(right?.y)
    expect(left?.x).toBeLessThan(right?.x ?? 0)
    const ladders = await situation.locator('.ladder').all()
    const [first, second] = await Promise.all(ladders.map((ladder) => ladder.boundingBox()))
    expect([first?.y, first?.width, first?.height]).toEqual([second?.y, second?.width, second?.height])
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })

  test('on a phone the columns stand one above the other', async () => {
    const { page } = await openPage(opening, { lang, width: 360 })
    const situation = page.locator('[data-situation="a-fullmesh-3x3"]')
    const old = await situation.locator('.then-and-now__column--then').boundingBox()
    const today = await situation.locator('.then-and-now__column--now').boundingBox()
    expect(today?.x).toBe(old?.x)
    expect(today?.y).toBeGreaterThan(old?.y ?? 0)
  })

  test('where the old path manager has no counterpart, its column says so', async () => {
    const { page } = await openPage('then-and-now/options/', { lang })
    const none = page.locator('[data-situation="i-no-init-join"] .then-and-now__none')
    expect(await none.textContent()).toBe(textIn({ zh: '没有对应功能', en: 'No counterpart' }, lang))
  })
})
