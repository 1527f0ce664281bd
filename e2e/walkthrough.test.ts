import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { holdClock, languages, openPage, passTime, wakeReact, writeOver } from './support/page.ts'

const note = 'ops/new-session/'

/** The first walk of a page. */
const walkOf = (page: Page) => page.locator('full-mesh-walk').first()
const button = (walk: Locator, action: string) => walk.locator(`[data-action=${action}]`)
const count = async (walk: Locator) => (await walk.locator('.walk__count').textContent()) ?? ''
const status = async (walk: Locator) => (await walk.locator('.walk__status').textContent()) ?? ''
/**
 * Presses a button until the end of the walk, then the other until the beginning.
 *
 * @returns everything that the walk shows at each step: forwards and, in the same order, backwards
 */
const thereAndBack = (walk: Locator, forward: string, back: string) =>
  walk.evaluate(
    (element, [forward, back]) => {
      const find = (selector: string) => element.querySelector<HTMLElement>(selector)
      const shown = ['count', 'status', 'stack', 'file', 'state', 'segment', 'log']
      const see = () => [
        ...shown.map((part) => find(`.walk__${part}`)?.textContent),
        find('.walk__code .sheet__now')?.style.cssText,
      ]
      const walkTo = (end: number, action: string) => {
        const seen = [see()]
        const at = () => Number((find('.walk__scrub') as HTMLInputElement).value)
        for (let before = 0; at() !== end && at() !== before; seen.push(see())) {
          before = at()
          find(`[data-action=${action}]`)?.click()
        }
        return seen
      }
      const length = Number((find('.walk__scrub') as HTMLInputElement).max)
      return { there: walkTo(length, forward), back: walkTo(1, back).reverse() }
    },
    [forward, back] as const,
  )

/** Returns the current lines of code. */
async function linesNow(walk: Locator): Promise<string[]> {
  return walk.locator('.walk__code').evaluate((box) => {
    const { style } = box.querySelector<HTMLElement>('.sheet__now') as HTMLElement
    const [first, last] = [style.getPropertyValue('--first'), style.getPropertyValue('--last')].map(Number)
    const lines = box.querySelector('.sheet__text')?.textContent.split('\n') ?? []
    return lines.slice((first ?? 0) - 1, last)
  })
}

async function start(page: Page): Promise<Locator> {
  const walk = walkOf(page)
  await button(walk, 'start').click()
  await walk.locator('.walk__controls').waitFor()
  return walk
}

const lengthOf = async (walk: Locator) => Number((await count(walk)).split(' / ')[1])

describe.each(languages)('in %s', (lang) => {
  test('forwards to the end and back to the start, every step is what it was', async () => {
    const { page, errors, otherHosts } = await openPage(note, { lang })
    const walk = await start(page)
    const length = await lengthOf(walk)
    const { there, back } = await thereAndBack(walk, 'forward', 'back')
    expect(there).toHaveLength(length)
    expect(new Set(there.map(String)).size).toBe(length)
    expect(back).toEqual(there)
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })

  test('without JavaScript there is the list of steps, and no button', async () => {
    const { page } = await openPage(note, { lang, js: false })
    const walk = walkOf(page)
    expect(await button(walk, 'start').isVisible()).toBe(false)
    await walk.locator('summary').click()
    const steps = walk.locator('.walk__list > ol > li')
    expect(await steps.count()).toBeGreaterThan(30)
    expect(await walk.locator('.walk__list').textContent()).toContain('full_mesh_new_session')
    expect(await walk.locator('.walk__list').textContent()).toContain(
      'c1: remaddr4[0].bitfield: 0b00000000 → 0b00000010',
    )
  })
})

test('a link to a step opens there, and runs nothing', async () => {
  const { page: first } = await openPage(note)
  const id = await walkOf(first).getAttribute('id')
  const { page, scripts, errors } = await openPage(`${note}#${id}.45`)
  const walk = walkOf(page)
  await walk.locator('.walk__controls').waitFor()
  expect(await count(walk)).toMatch(/^45 \//)
  expect(await walk.locator('.walk__stack').textContent()).toContain('tcp_rcv_state_process')
  expect(await walk.locator('.walk__context').textContent()).toContain('软中断')
  expect(await page.locator('iframe').count()).toBe(0)
  expect(scripts.every((script) => script.includes('/walk/'))).toBe(true)
  expect(errors).toEqual([])

  await button(walk, 'forward').click()
  await page.waitForFunction((hash) => location.hash === hash, `#${id}.46`)
})

test('the keyboard does it all', async () => {
  const { page } = await openPage(note)
  await holdClock(page)
  const walk = walkOf(page)
  await button(walk, 'start').focus()
  await page.keyboard.press('Enter')
  await walk.locator('.walk__controls').waitFor()
  const at = async () => Number.parseInt(await count(walk), 10)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await at()).toBe(3)
  await page.keyboard.press('ArrowLeft')
  expect(await at()).toBe(2)
  await page.keyboard.press('ArrowDown') // over connect(), to the next statement of the test
  expect(await at()).toBeGreaterThan(30)
  await page.keyboard.press('ArrowUp')
  expect(await at()).toBe(2)
  await page.keyboard.press('l')
  expect(await status(walk)).toContain('op new_session(c1)')
  await page.keyboard.press('c')
  await page.keyboard.press('End')
  expect(await at()).toBe(await lengthOf(walk))
  await page.keyboard.press('Home')
  expect(await at()).toBe(1)
  await page.keyboard.press('?')
  expect(await walk.locator('.walk__keys').isVisible()).toBe(true)
  await walk.locator('.walk__log').focus()
  await page.keyboard.press(' ')
  await passTime(page)
  expect(await at()).toBeGreaterThan(1)
  await page.keyboard.press(' ')
  const paused = await at()
  await passTime(page)
  expect(await at()).toBe(paused)
  await page.keyboard.press(' ')
  await passTime(page)
  expect(await at()).toBeGreaterThan(paused)
})

test('on a phone every control has 44 px, and nothing is wider than the screen', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const walk = walkOf(page)
  await button(walk, 'start').tap()
  await walk.locator('.walk__controls').waitFor()
  for (const control of await walk.locator('button').all()) {
    const box = await control.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await walk.locator('.walk__kind').selectOption('log')
  await button(walk, 'next').tap()
  expect(await status(walk)).toContain('op new_session(c1)')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a step leaves alone what it does not change: a reader may have selected it', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await walk.locator('.walk__scrub').fill('46')
  const isThere = await walk.evaluate((element) => {
    const parts = element.querySelectorAll('.walk__state > section, .walk__log li')
    const before = element.querySelector('.walk__state')?.innerHTML
    element.querySelector<HTMLElement>('[data-action=next]')?.click()
    const isSame = element.querySelector('.walk__state')?.innerHTML === before
    return { isSame, all: parts.length > 3 && [...parts].every((part) => part.isConnected) }
  })
  expect(isThere).toEqual({ isSame: false, all: true })
})

test('where several ways lead to a function, the reader chooses one', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await walk.locator('.walk__scrub').fill('30')
  expect(await walk.locator('.walk__stack').textContent()).not.toContain('release_sock')
  await walk.locator('[data-way]').first().selectOption('new_session-09')
  expect(await walk.locator('.walk__stack').textContent()).toContain('release_sock')
})

/** A row of the first example whose test has no walk on the page. */
async function rowWithoutWalk(page: Page): Promise<Locator> {
  const id = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.example__row [data-walk]')]
      .map(({ dataset }) => dataset.walk ?? '')
      .find((id) => !document.getElementById(id)),
  )
  return page.locator(`.example__row [data-walk="${id}"]`).first()
}

test('any test of an example is walked through from its row, and a link leads back to the step', async () => {
  const { page, errors, otherHosts } = await openPage('workers/create-subflow-worker/')
  const row = await rowWithoutWalk(page)
  const title = await row.evaluate((button) => button.previousElementSibling?.textContent)
  await row.click()
  const walk = page.locator('full-mesh-example > full-mesh-walk')
  await walk.locator('.walk__controls').waitFor()
  expect(await walk.locator('.walk__name').textContent()).toContain(title)
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => /^#walk-[a-z0-9-]+\.2$/.test(location.hash))
  expect(errors).toEqual([])
  expect(otherHosts).toEqual([])

  const { page: second, scripts } = await openPage(
    `workers/create-subflow-worker/${new URL(page.url()).hash}`,
  )
  await second.locator('full-mesh-example > full-mesh-walk .walk__controls').waitFor()
  expect(await second.locator('.walk__count').textContent()).toMatch(/^2 \//)
  expect(scripts.every((script) => /\/(walk|run)\//.test(script))).toBe(true)
})

test('a link from before walks had keys leads to its step, and the address is replaced', async () => {
  const { page: first } = await openPage(note)
  const formers = await first.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('full-mesh-walk[data-former]')].map(({ dataset, id }) => ({
      former: dataset.former ?? '',
      id,
    })),
  )
  const { former, id } = formers[0] ?? { former: '', id: '' }
  const { page } = await openPage(`${note}#${former}.3`)
  await page.locator(`#${id} .walk__controls`).waitFor()
  expect(await page.locator(`#${id} .walk__count`).textContent()).toMatch(/^3 \//)
  expect(new URL(page.url()).hash).toBe(`#${id}.3`)
})

test('where the page has the walk of a test, the row leads there', async () => {
  const { page } = await openPage(note)
  const id = await walkOf(page).getAttribute('id')
  await page.locator(`.example__row [data-walk="${id}"]`).first().click()
  await walkOf(page).locator('.walk__controls').waitFor()
  expect(await page.locator('full-mesh-example > full-mesh-walk').count()).toBe(0)
})

test('the next event of a kind is jumped to, and the options of a segment are shown byte by byte', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(page)
  expect(await walk.locator('.walk__segment').textContent()).toBe('none')
  await walk.locator('.walk__kind').selectOption('segment')
  await button(walk, 'next').click()
  expect(await status(walk)).toContain('ADD_ADDR(3,10.0.2.1)')
  const first = await count(walk)
  expect(await walk.locator('.walk__bytes').nth(1).textContent()).toContain('0a 00 02 01 IPv4 address')
  expect(await walk.locator('.walk__segment mark').count()).toBe(1)

  await button(walk, 'next').click()
  expect(await status(walk)).toContain('ADD_ADDR(4,10.0.3.1)')
  await button(walk, 'previous').click()
  expect(await count(walk)).toBe(first)

  await walk.locator('.walk__kind').selectOption('slot')
  await button(walk, 'previous').click()
  expect(await walk.locator('.walk__segment').textContent()).toBe('none')
  expect(await walk.locator('.walk__state mark').count()).toBeGreaterThan(0)
})

test.each(languages)('a scenario file is walked through, command by command, in %s', async (lang) => {
  const { page, errors } = await openPage('reference/conformance/', { lang })
  const walk = await start(page)
  const length = await lengthOf(walk)
  expect(length).toBeGreaterThan(100)
  expect(await walk.locator('.walk__file').textContent()).toBe('scenario/scenarios/handover.txt')
  await button(walk, 'forward').click()
  const [now] = await linesNow(walk)
  expect(now).toBe('insmod')
  expect(await page.locator('iframe').count()).toBe(0)
  await button(walk, 'back').click()
  const { there, back } = await thereAndBack(walk, 'next', 'previous')
  expect(there.length).toBeGreaterThan(50)
  expect(back).toEqual(there)
  await page.keyboard.press('End')
  const log = await walk.locator('.walk__log li').allTextContents()
  expect(log.filter((line) => line.includes('c1/1: '))).not.toEqual([])
  expect(errors).toEqual([])
})

test('edited code is walked through as it is now, when the reader asks for it', async () => {
  const { page, errors } = await openPage('')
  const example = page.locator('full-mesh-example').first()
  await example.locator('[data-action=edit]').click()
  await example.locator('.cm-content').focus()
  const all = await walkOf(page).locator('.walk__list > summary').textContent()
  const lengthBefore = Number(/\d+/.exec(all ?? '')?.[0])
  const walk = await start(page)
  expect(await walk.locator('.walk__note').textContent()).toContain('这是您编辑过的代码')
  expect(await lengthOf(walk)).toBe(lengthBefore)

  await button(walk, 'close').click()
  const lines = await example.locator('.cm-line').allTextContents()
  const source = lines.filter((line) => !line.includes('establish(c1)')).join('\n')
  await writeOver(example.locator('.cm-content'), source)
  await start(page)
  expect(await lengthOf(walk)).toBeLessThan(lengthBefore)
  await page.keyboard.press('End')
  expect(await walk.locator('.walk__log').textContent()).not.toContain('fully_established')
  expect(errors).toEqual([])
})

test('a step that was just taken does not write its address on the page that the reader goes to', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await wakeReact(page)
  await holdClock(page)
  await walk.evaluate((element) => {
    element.querySelector<HTMLElement>('[data-action=forward]')?.click()
    document.querySelector<HTMLElement>('a[href="/ops/release-sock/"]')?.click()
  })
  await page.waitForURL('**/ops/release-sock/**')
  await passTime(page) // an address is written some time after its step
  expect(new URL(page.url()).hash).toBe('')
})
