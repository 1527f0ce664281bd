import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { defaultLanguage, type Language, tagOf, textIn } from '../reference/languages.ts'
import { nameAt } from '../src/walkthrough/describe.ts'
import { wordsIn } from '../src/walkthrough/words.ts'
import { holdClock, languages, openPage, passTime, writeOver } from './support/page.ts'
import { at, button, count, goTo, lengthOf, opened, panel, sentence, start, walkOf } from './support/walk.ts'

const note = 'ops/new-session/'

/**
 * Presses a button until the end of the walk or until it leads no further, then the other until the beginning.
 *
 * @returns everything that the walk shows at each step: forwards and, in the same order, backwards
 */
const thereAndBack = (walk: Locator, forward: string, back: string) =>
  walk.evaluate(
    (element, [forward, back]) => {
      const find = (selector: string) => element.querySelector<HTMLElement>(selector)
      const shown = ['sentence', 'c', 'stack', 'this-step', 'queue', 'segment', 'log', 'pairs', 'state']
      /** The elements of a picture. Their attributes can be in any order. */
      const pictureOf = (name: string) =>
        [...(find(`[data-panel=${name}]`)?.querySelectorAll('svg *') ?? [])].map((part) =>
          [
            part.tagName,
            part.textContent,
            ...[...part.attributes].map(({ name, value }) => `${name}=${value}`).sort(),
          ].join(' '),
        )
      const see = () => [
        ...shown.map((name) => find(`[data-panel=${name}]`)?.textContent),
        find('.stage__code .stage__top')?.textContent,
        find('.stage__code .stage__lines:not([aria-hidden=true])')?.textContent,
        ...['mesh', 'timeline'].map(pictureOf),
        [...element.querySelectorAll('.stage__code li[data-now]')].map(({ textContent }) => textContent),
      ]
      const walkTo = (end: number, action: string) => {
        const seen = [see()]
        const at = () => Number((find('.walk__scrub') as HTMLInputElement).value)
        while (at() !== end) {
          const before = at()
          find(`[data-action=${action}]`)?.click()
          if (at() === before) break
          seen.push(see())
        }
        return seen
      }
      const length = Number((find('.walk__scrub') as HTMLInputElement).max)
      return { there: walkTo(length, forward), back: walkTo(1, back).reverse() }
    },
    [forward, back] as const,
  )

/** Returns the current lines of code. */
const linesNow = (walk: Locator) => panel(walk, 'code').locator('li[data-now] > code').allTextContents()

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

describe.each(languages)('in %s', (lang) => {
  test('forwards to the end and back to the start, every step is what it was', async () => {
    const { page, errors, otherHosts } = await openPage(note, { lang })
    const walk = await start(walkOf(page))
    const length = await lengthOf(walk)
    const { there, back } = await thereAndBack(walk, 'forward', 'back')
    expect(there).toHaveLength(length)
    expect(new Set(there.map(String)).size).toBe(length)
    expect(back).toEqual(there)
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })

  test('without JavaScript there is a link to the list of steps, which leads back, and no button', async () => {
    const { page } = await openPage(note, { lang, js: false })
    const walk = walkOf(page)
    expect(await button(walk, 'start').isVisible()).toBe(false)
    const numbers = async (text: Locator) =>
      ((await text.textContent()) ?? '').match(/\d+/g)?.map(Number).sort()
    const counts = await numbers(walk.locator('.walk__all'))
    await walk.locator('.walk__all').click()
    const list = page.locator('.steps > ol')
    await list.waitFor()
    const listed = await list.locator(':scope > li').count()
    expect(listed).toBeGreaterThan(30)
    expect(counts).toContain(listed)
    expect(await numbers(page.locator('main h1 + p'))).toEqual(expect.arrayContaining(counts ?? []))
    expect(await list.textContent()).toContain('full_mesh_new_session')
    expect(await list.textContent()).toContain('c1: remaddr4[0].bitfield: 0b00000000 → 0b00000010')
    await page.locator('main a').first().click()
    await walk.waitFor()
    expect(page.url()).toMatch(/\/#walk-[a-z-]+$/)
  })

  test('every word is in the language of the page', async () => {
    const { page } = await openPage(note, { lang })
    const walk = await start(walkOf(page))
    await button(walk, 'keys').click()
    expect(await wordsOf(walk, lang)).toEqual([])
  })
})

/**
 * Returns the texts of the stage that are in another language, at every step. In English this is any text with a Chinese
 * character; in Chinese, a text of the interface without one.
 */
const wordsOf = (walk: Locator, lang: Language) =>
  walk.evaluate((element, isEnglish) => {
    const stage = element.querySelector('[data-stage]')
    const scrub = element.querySelector<HTMLInputElement>('.walk__scrub')
    const wrong = new Set<string>()
    const look = () => {
      for (const it of stage?.querySelectorAll('*') ?? []) {
        const texts = ['aria-label', 'aria-valuetext', 'title'].map((name) => it.getAttribute(name) ?? '')
        if (isEnglish)
          texts.push(
            ...[...it.childNodes].map((node) =>
              node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '',
            ),
          )
        else if (
          it.matches(
            'h4, .walk__keys dd, option, .stage__word, .stage__aside, .walk__calm, .stage__sentence, .stage__tabs button',
          )
        )
          texts.push(it.textContent ?? '')
        for (const text of texts) {
          const isChinese = /\p{Script=Han}/u.test(text)
          // In Chinese too, names of the code, of the kernel and of keys are Latin.
          const isName = /^[\w./:×·→ ,{}[\]()<>*-]*$/.test(text)
          if (isEnglish ? isChinese : !isChinese && !isName) wrong.add(text)
        }
      }
    }
    for (let step = 1; scrub && step <= Number(scrub.max); step++) {
      scrub.value = String(step)
      scrub.dispatchEvent(new Event('input', { bubbles: true }))
      look()
    }
    return [...wrong]
  }, lang === 'en')

test('a link to a step opens there, and runs nothing', async () => {
  const { page: first } = await openPage(note)
  const id = await walkOf(first).getAttribute('id')
  const { page, scripts, errors } = await openPage(`${note}#${id}.45`)
  const walk = walkOf(page)
  await opened(walk)
  expect(await count(walk)).toMatch(/^45 \//)
  expect(await panel(walk, 'stack').textContent()).toContain('tcp_rcv_state_process')
  expect(await walk.locator('.stage__context').textContent()).toContain('软中断')
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
  await opened(walk)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await at(walk)).toBe(3)
  await page.keyboard.press('ArrowLeft')
  expect(await at(walk)).toBe(2)
  await page.keyboard.press('ArrowDown') // over connect(), to the next statement of the test
  expect(await at(walk)).toBeGreaterThan(30)
  await page.keyboard.press('ArrowUp')
  expect(await at(walk)).toBe(2)
  await page.keyboard.press('l')
  expect(await sentence(walk)).toContain('op new_session(c1)')
  await page.keyboard.press('c')
  await page.keyboard.press('End')
  expect(await at(walk)).toBe(await lengthOf(walk))
  await page.keyboard.press('Home')
  expect(await at(walk)).toBe(1)
  const before = button(walk, 'forward')
  await before.focus()
  const list = walk.locator('.walk__keys')
  for (const close of ['?', 'Escape']) {
    await page.keyboard.press('?')
    expect(await isFocused(list)).toBe(true)
    await page.keyboard.press(close)
    expect(await list.count()).toBe(0)
    expect(await isFocused(before)).toBe(true)
  }
  await walk.locator('.stage__lines:not([aria-hidden=true])').first().focus()
  await page.keyboard.press(' ')
  await passTime(page)
  expect(await at(walk)).toBeGreaterThan(1)
  await page.keyboard.press(' ')
  const paused = await at(walk)
  await passTime(page)
  expect(await at(walk)).toBe(paused)
  await page.keyboard.press(' ')
  await passTime(page)
  expect(await at(walk)).toBeGreaterThan(paused)
})

test('the slider has the step as its text, its arrows go by step and PageDown by change', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  const slider = walk.locator('.walk__scrub')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  expect(await slider.getAttribute('aria-valuetext')).toBe(`Step 2 of ${await lengthOf(walk)}`)
  const changes: number[] = []
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('PageDown')
    changes.push(await at(walk))
    expect(await panel(walk, 'this-step').locator('.stage__changes > li').count()).toBeGreaterThan(0)
  }
  await page.keyboard.press('PageUp')
  expect(await at(walk)).toBe(changes[1])
  await walk.locator('[data-kind=change]').click()
  expect(await at(walk)).toBe(changes[2])
  expect(await isFocused(slider)).toBe(false)
})

test('Esc closes, and the focus, the address and the place on the page are what they were', async () => {
  const { page } = await openPage(note)
  await holdClock(page)
  const walk = walkOf(page)
  await button(walk, 'start').scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await start(walk)
  await page.keyboard.press('ArrowRight')
  await passTime(page) // an address is written some time after its step
  expect(new URL(page.url()).hash).toMatch(/\.2$/)
  await page.keyboard.press('Escape')
  await walk.locator('[data-stage]').waitFor({ state: 'detached' })
  expect(await isFocused(button(walk, 'start'))).toBe(true)
  await passTime(page)
  expect(new URL(page.url()).hash).toBe('')
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('the page behind the stage does not scroll, and Tab stays in the stage', async () => {
  const { page } = await openPage(note)
  const walk = await start(walkOf(page))
  const scrolled = () => page.evaluate(() => scrollY)
  const before = await scrolled()
  for (const name of ['mesh', 'code', 'state', 'sentence']) {
    const box = await panel(walk, name).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20)
    for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 2000)
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  expect(await scrolled()).toBe(before)

  const places = new Set<string>()
  for (const key of [...Array(60).fill('Tab'), ...Array(60).fill('Shift+Tab')]) {
    await page.keyboard.press(key)
    places.add(
      await page.evaluate(() => {
        const { activeElement: focused } = document
        // From the last element, Tab leads to the browser's own controls: then no element has the focus.
        if (focused === document.body) return 'none'
        const panel = focused?.closest<HTMLElement>('[data-panel]')?.dataset.panel
        return focused?.closest('[data-stage]') ? (panel ?? 'between panels') : 'outside'
      }),
    )
  }
  expect(places).not.toContain('outside')
  expect([...places]).toEqual(
    expect.arrayContaining(['sentence', 'code', 'stack', 'state', 'timeline', 'controls']),
  )
})

test('each step is announced, but not while the walk plays', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  await holdClock(page)
  const walk = await start(walkOf(page))
  const live = panel(walk, 'sentence').locator('[aria-live]')
  const first = await live.textContent()
  expect(first).toContain('Step 1 of')
  expect(await live.getAttribute('aria-live')).toBe('polite')
  await button(walk, 'forward').click()
  expect(await live.textContent()).toContain('Step 2 of')
  await live.evaluate((element) => {
    new MutationObserver(() => {
      document.title = 'read out again'
    }).observe(element, { subtree: true, childList: true, characterData: true })
  })
  await page.keyboard.press('?')
  await page.keyboard.press('Escape')
  expect(await page.title()).not.toBe('read out again')
  await button(walk, 'play').click()
  expect(await live.getAttribute('aria-live')).toBe('off')
  await passTime(page)
  expect(await at(walk)).toBeGreaterThan(2)
  await button(walk, 'play').click()
  expect(await live.getAttribute('aria-live')).toBe('polite')
})

test('where no further step has an event of the kind, the walk stays and says so', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  const said = () => walk.locator('.stage__said[role=status]').textContent()
  const places: number[] = []
  for (const key of ['s', 's', 's']) {
    await page.keyboard.press(key)
    places.push(await at(walk))
    if (places.length === 1) expect(await said()).toBe('Previous and Next now go to: segment sent.')
  }
  expect(places[2]).toBe(places[1])
  expect(await said()).toBe('No later step of the kind “segment sent”.')
  await page.keyboard.press('p')
  expect(await said()).toBe('')
  await page.keyboard.press('p')
  expect(await at(walk)).toBe(places[0])
  expect(await said()).toBe('No earlier step of the kind “segment sent”.')
})

test('the other changes of a step are told to a reader who does not see them', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  const live = panel(walk, 'sentence').locator('[role=status]')
  expect(await live.textContent()).toContain('boots a host with the devices eth0, wlan0, lte0')
  expect(await live.locator('.walk__sr').last().textContent()).toBe(
    ' It also moves the clock from 0 ms to 500 ms.',
  )
  expect(await live.locator('[aria-hidden]').textContent()).toBe(' It has other effects too.')
})

test('the dialog has the name of the walk, and a link to the current step in the list, which leads back', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  const id = await walk.getAttribute('id')
  await goTo(walk, 45)
  const name = await walk.locator('dialog').getAttribute('aria-label')
  expect(name?.match(/Walkthrough/g)).toHaveLength(1)
  await walk.locator('.stage__more a', { hasText: 'List of steps' }).click()
  const step = page.locator(`[id="${id}.45"]`)
  await step.waitFor()
  expect(new URL(page.url()).hash).toBe(`#${id}.45`)
  await step.locator('a').click()
  await opened(walkOf(page))
  expect(await at(walkOf(page))).toBe(45)
})

test.each([
  [1280, 640],
  [1280, 600],
  [1920, 1080],
])(
  'in a window of %i × %i px the walk is as wide, and no button of the C file is cut',
  async (width, height) => {
    const { page } = await openPage(note, { lang: 'en', width })
    await page.setViewportSize({ width, height })
    const walk = await start(walkOf(page))
    await goTo(walk, 46)
    const isLow = height < 720
    const stage = await walk.locator('dialog').boundingBox()
    expect(stage?.width).toBe(width)
    expect((stage?.y ?? 0) === 0, 'in a low window it has the room of the bar').toBe(isLow)
    const buttons = panel(walk, 'c').locator('button')
    expect(await buttons.count()).toBeGreaterThan(0)
    for (const button of await buttons.all()) {
      const isWhole = await button.evaluate((element) => {
        const { left, bottom } = element.getBoundingClientRect()
        return element.contains(document.elementFromPoint(left + 8, bottom - 2))
      })
      expect(isWhole).toBe(true)
    }
    const tabs = walk.locator('.stage__tabs [data-tab]:visible')
    const pressed = walk.locator('.stage__tabs [aria-pressed=true]:visible')
    expect(await pressed.count()).toBe(Math.min(1, await tabs.count()))
  },
)

test('on a phone, the way back from the list of steps leads to the panel that was chosen', async () => {
  const { page } = await openPage(note, { width: 390 })
  const walk = await start(walkOf(page))
  await goTo(walk, 45)
  await walk.locator('.stage__tabs [data-tab=code]').click()
  await page.keyboard.press('i')
  await page.locator('.steps > ol').waitFor()
  await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"] a`).click()
  await opened(walkOf(page))
  expect(await at(walkOf(page))).toBe(45)
  expect(await walk.locator('.stage__tabs [aria-pressed=true]').getAttribute('data-tab')).toBe('code')
})

test.each([
  [640, 400],
  [320, 256],
  [844, 390],
])(
  'in a window of %i × %i px the walk is one column: no panel spills over the next, and the controls stay in sight',
  async (width, height) => {
    const { page } = await openPage('ops/get-local-id/', { lang: 'en', width })
    await page.setViewportSize({ width, height })
    const walk = await start(walkOf(page))
    await goTo(walk, 12)
    for (const tab of await walk.locator('.stage__tabs [data-tab]').all()) {
      await tab.click()
      const spilled = await walk.evaluate((element) =>
        [...element.querySelectorAll('.stage__body, .stage__body [data-pane]')]
          .filter((panel) => getComputedStyle(panel).overflow === 'visible')
          .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
          .map(({ className }) => className),
      )
      expect(spilled).toEqual([])
      const controls = await panel(walk, 'controls').boundingBox()
      expect((controls?.y ?? 0) + (controls?.height ?? 0)).toBeCloseTo(height, 0)
      await button(walk, 'forward').click({ trial: true })
    }
    await button(walk, 'keys').click()
    const list = await walk.locator('.walk__keys').boundingBox()
    expect(list?.y).toBeGreaterThanOrEqual(0)
  },
)

test.each([
  [640, 400],
  [844, 390],
])('in a low window of %i × %i px, the panel begins in sight', async (width, height) => {
  const { page } = await openPage(note, { width, touch: true })
  await page.setViewportSize({ width, height })
  const walk = await start(walkOf(page))
  await goTo(walk, 46)
  await walk.locator('dialog').evaluate((stage) => stage.scrollTo(0, 0)) // the slider was scrolled to
  const [tabs, controls] = await Promise.all(
    ['.stage__tabs', '.stage__controls'].map((part) => walk.locator(part).boundingBox()),
  )
  expect((controls?.y ?? 0) - (tabs?.y ?? 0) - (tabs?.height ?? 0)).toBeGreaterThan(90)
})

test('on a phone every control has 44 px in every tab, and nothing is wider than the screen', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const walk = walkOf(page)
  await button(walk, 'start').tap()
  await opened(walk)
  await goTo(walk, 46)
  for (const tab of await walk.locator('.stage__tabs [data-tab]').all()) {
    await tab.tap()
    const name = await tab.getAttribute('data-tab')
    expect(await panel(walk, 'mesh').isVisible()).toBe(true)
    for (const control of await walk.locator('dialog :is(button, select, summary):visible').all()) {
      if (await control.evaluate((element) => getComputedStyle(element).pointerEvents === 'none')) continue
      const box = await control.boundingBox()
      expect(
        Math.min(box?.width ?? 0, box?.height ?? 0),
        `${name}: ${await control.evaluate(({ outerHTML }) => outerHTML.slice(0, 120))}`,
      ).toBeGreaterThanOrEqual(44)
    }
    expect(await walk.locator('dialog').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(390)
  }
  await goTo(walk, 1)
  await walk.locator('.walk__kind').selectOption('log')
  await button(walk, 'next').tap()
  expect(await sentence(walk)).toContain('op new_session(c1)')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('on a phone the tabs stay in sight, and a pinned value is on the time line', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const walk = walkOf(page)
  await button(walk, 'start').tap()
  await opened(walk)
  await goTo(walk, 46)
  await walk.locator('.stage__tabs [data-tab=state]').tap()
  await panel(walk, 'state').locator('[data-action=pin]').first().tap({ timeout: 5000 })
  expect(await walk.locator('.stage__said').textContent()).toContain('时间线上已显示')
  expect(await panel(walk, 'timeline').locator('[data-lane=pin]').isVisible()).toBe(true)
  const [timeline, message, star] = await Promise.all(
    ['.stage__timeline', '.stage__said > span', '[data-action=pin][aria-pressed=true]'].map((part) =>
      walk.locator(part).boundingBox(),
    ),
  )
  const bottom = (message?.y ?? 0) + (message?.height ?? 0)
  expect(timeline?.y, 'the message is above the time line').toBeGreaterThanOrEqual(bottom)
  expect((star?.y ?? 0) + (star?.height ?? 0), 'and below its star').toBeLessThanOrEqual(message?.y ?? 0)
  const track = walk.locator('.stage__track')
  expect(await track.locator('svg').getAttribute('width')).toBe(
    `${await track.evaluate(({ clientWidth }) => clientWidth)}`,
  )
  const scrolled = await walk.locator('.stage__body').evaluate((body) => {
    body.scrollTop = body.scrollHeight
    return body.scrollTop
  })
  expect(scrolled).toBeGreaterThan(100)
  const [body, mesh, tabs] = await Promise.all(
    ['.stage__body', '.stage__mesh', '.stage__tabs'].map((part) => walk.locator(part).boundingBox()),
  )
  expect(mesh?.y).toBeGreaterThanOrEqual(body?.y ?? 0)
  expect(tabs?.y).toBeGreaterThanOrEqual((mesh?.y ?? 0) + (mesh?.height ?? 0) - 1)
})

test.each(languages)(
  'in %s, a touch screen shows the signs without the keys, by their name, and closes them',
  async (lang) => {
    const { page } = await openPage(note, { lang, width: 390, touch: true })
    const walk = walkOf(page)
    await button(walk, 'start').tap()
    await opened(walk)
    const name = textIn({ zh: '图例', en: 'Signs' }, lang)
    await walk.getByRole('button', { name }).tap()
    const list = walk.getByRole('region', { name })
    await list.waitFor()
    expect(await list.locator('kbd:visible').count()).toBe(0)
    await button(list, 'keys').tap()
    expect(await list.count()).toBe(0)
  },
)

test('a step leaves alone what it does not change: a reader may have selected it', async () => {
  const { page } = await openPage(note)
  const walk = await start(walkOf(page))
  await goTo(walk, 46)
  const isThere = await walk.evaluate((element) => {
    const parts = element.querySelectorAll('[data-panel], [data-panel=log] li, [data-panel=state] dt')
    const before = element.querySelector('[data-panel=state]')?.innerHTML
    element.querySelector<HTMLElement>('[data-action=next]')?.click()
    const isSame = element.querySelector('[data-panel=state]')?.innerHTML === before
    return { isSame, all: parts.length > 10 && [...parts].every((part) => part.isConnected) }
  })
  expect(isThere).toEqual({ isSame: false, all: true })
})

test('where several ways lead to a function, the reader chooses one', async () => {
  const { page } = await openPage(note)
  const walk = await start(walkOf(page))
  await goTo(walk, 30)
  expect(await panel(walk, 'stack').locator('.walk__frames').textContent()).not.toContain('release_sock')
  await walk.locator('[data-way]').first().selectOption('new_session-09')
  expect(await panel(walk, 'stack').locator('.walk__frames').textContent()).toContain('release_sock')
})

test('a value leads to the step that last changed it, and to the next that will', async () => {
  const { page } = await openPage(note)
  const walk = await start(walkOf(page))
  const row = panel(walk, 'state').locator('.walk__facts > div', {
    has: page.locator('dt', { hasText: /^announced_addrs_v4$/ }),
  })
  const value = row.locator('dd')
  await goTo(walk, 46)
  const now = await value.textContent()
  expect(await row.locator('mark').count()).toBe(1)
  await row.locator('[data-action=goto]', { hasText: '◂' }).click()
  expect(await at(walk)).toBeLessThan(46)
  expect(await row.locator('mark').count()).toBe(1)
  expect(await value.textContent()).not.toBe(now)
  const before = await at(walk)
  await button(walk, 'forward').click()
  expect(await row.locator('mark').count()).toBe(0)
  await row.locator('[data-action=goto]', { hasText: '▸' }).click()
  expect(await at(walk)).toBe(46)
  expect(await row.locator('[data-action=goto]', { hasText: '◂' }).textContent()).toBe(`◂${before}`)
})

test('a pinned value has a lane on the time line, two at most, until it is no longer pinned', async () => {
  const { page } = await openPage(note)
  const walk = await start(walkOf(page))
  await goTo(walk, 46)
  const pins = panel(walk, 'state').locator('[data-action=pin]')
  const lanes = panel(walk, 'timeline').locator('[data-lane=pin]')
  expect(await lanes.count()).toBe(0)
  const low = (await panel(walk, 'timeline').boundingBox())?.height ?? 0
  const names: string[] = []
  for (const index of [0, 1, 2]) {
    const pin = pins.nth(index)
    names.push(
      nameAt(JSON.parse((await pin.getAttribute('data-path')) ?? '[]'), wordsIn(tagOf(defaultLanguage))),
    )
    await pin.click()
  }
  expect(await lanes.allTextContents()).toEqual(names.slice(1).map((name) => `★ ${name}`))
  expect((await panel(walk, 'timeline').boundingBox())?.height).toBeGreaterThan(low)
  expect(await walk.locator('.stage__pin .stage__tick').count()).toBeGreaterThan(1)
  expect(await walk.locator('.stage__said').textContent()).toBe(
    `时间线上已显示 ${names[2]}。时间线上不再显示 ${names[0]}。`,
  )
  const texts = await walk.locator('.stage__timeline ul.walk__sr > li').allTextContents()
  expect(texts.map((text) => /^(.*?: \w+)：第 \d+ 步起 /.exec(text)?.[1])).toEqual(names.slice(1))
  await walk.locator('[data-action=pin][aria-pressed=true]').first().click()
  expect(await lanes.count()).toBe(1)
})

test('a key pins a value that the step changed, and removes it again', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  await goTo(walk, 46)
  const lanes = panel(walk, 'timeline').locator('[data-lane=pin]')
  await page.keyboard.press('t')
  expect(await lanes.allTextContents()).toEqual(['★ c1: announced_addrs_v4'])
  await page.keyboard.press('t')
  expect(await lanes.count()).toBe(0)
  await goTo(walk, 45)
  await page.keyboard.press('t')
  expect(await walk.locator('.stage__said').textContent()).toBe(
    'This step changes no value that the time line can show.',
  )
})

test('compared with a marked step, the panel of the step lists all that differs', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  const changes = panel(walk, 'this-step')
  await button(walk, 'mark').click()
  await page.keyboard.press('End')
  expect(await changes.textContent()).not.toContain('Since step 1')
  await page.keyboard.press('d')
  expect(await changes.locator('h3').textContent()).toBe('Since step 1')
  expect(await changes.textContent()).toContain('c1')
  const since = await changes.textContent()
  await button(walk, 'back').click()
  await button(walk, 'forward').click()
  expect(await changes.textContent()).toBe(since)
  await button(walk, 'compare').click()
  expect(await changes.locator('h3').textContent()).toBe('This step')
  await page.keyboard.press('m') // the mark is now here
  await page.keyboard.press('d')
  expect(await changes.textContent()).toContain('no change')
})

test('a line says how often it has run, and its number leads to its next run', async () => {
  const { page } = await openPage(note)
  const walk = await start(walkOf(page))
  const runs = () =>
    panel(walk, 'code').evaluate((box) => {
      const line = box.querySelector('li[data-now]')
      return {
        number: line?.querySelector('button')?.textContent ?? '',
        count: Number(line?.querySelector('b')?.textContent?.replace('×', '')),
      }
    })
  /** How often the walk has been at the line of each step. */
  const seen = new Map<string, number>()
  let again = 0
  for (let step = 1; step <= 40; step++) {
    await goTo(walk, step)
    const { number, count } = await runs()
    const place = `${await walk.locator('.walk__file').textContent()}:${number}`
    seen.set(place, (seen.get(place) ?? 0) + 1)
    expect(count, place).toBe(seen.get(place))
    if (count === 2 && !again) again = step
  }
  expect(again).toBeGreaterThan(0)
  await goTo(walk, again)
  const { number } = await runs()
  await walk.locator(`[aria-hidden=false] [data-action=line][data-line="${number}"]`).click()
  expect((await runs()).number).toBe(number)
  expect(await at(walk)).not.toBe(again)
})

test('of several sessions, the stage shows that of the step, and the reader chooses another', async () => {
  const { page } = await openPage('workers/address-worker/')
  const row = page.locator('.example__row [data-walk=walk-session-order-and-skips]').first()
  const walk = page.locator('full-mesh-example > full-mesh-walk')
  await row.click()
  await opened(walk)
  await page.keyboard.press('End')
  const chips = walk.locator('.stage__chip')
  const names = (await chips.allTextContents()).map((name) => name.replace(/ ◆$/, ''))
  expect(names).toHaveLength(5)
  const shown = () => panel(walk, 'state').locator('h3').textContent()
  for (const name of names) {
    const chip = walk.locator(`.stage__chip[data-session="${name}"]`)
    if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click()
    expect(await shown()).toContain(name)
    expect(await walk.locator('.stage__chip[aria-pressed=true]').count()).toBe(1)
    expect(await walk.locator('svg.mesh').getAttribute('aria-label')).toContain(name)
  }
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
  await opened(walk)
  expect(await walk.locator('.walk__name').textContent()).toContain(title)
  expect(await walk.locator('dialog').getAttribute('aria-label')).toContain(title)
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => /^#walk-[a-z0-9-]+\.2$/.test(location.hash))
  expect(errors).toEqual([])
  expect(otherHosts).toEqual([])

  const { page: second, scripts } = await openPage(
    `workers/create-subflow-worker/${new URL(page.url()).hash}`,
  )
  await opened(second.locator('full-mesh-example > full-mesh-walk'))
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
  const walk = page.locator(`#${id}`)
  await opened(walk)
  expect(await count(walk)).toMatch(/^3 \//)
  expect(new URL(page.url()).hash).toBe(`#${id}.3`)
})

test('where the page has the walk of a test, the row leads there', async () => {
  const { page } = await openPage(note)
  const id = await walkOf(page).getAttribute('id')
  await page.locator(`.example__row [data-walk="${id}"]`).first().click()
  await opened(walkOf(page))
  expect(await page.locator('full-mesh-example > full-mesh-walk').count()).toBe(0)
})

test('the next event of a kind is jumped to, and the options of a segment are shown byte by byte', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const walk = await start(walkOf(page))
  const segment = panel(walk, 'segment')
  expect(await segment.locator('.walk__calm').textContent()).toBe('none')
  await walk.locator('.walk__kind').selectOption('segment')
  await button(walk, 'next').click()
  expect(await segment.textContent()).toContain('ADD_ADDR')
  expect(await panel(walk, 'this-step').textContent()).toContain('ADD_ADDR(3,10.0.2.1)')
  expect(await walk.locator('svg.mesh .mesh__arrow').count()).toBe(1)
  const first = await count(walk)
  expect(await walk.locator('.walk__bytes').nth(1).textContent()).toContain('0a 00 02 01 IPv4 address')
  expect(await segment.locator('mark').count()).toBe(1)

  await button(walk, 'next').click()
  expect(await panel(walk, 'this-step').textContent()).toContain('ADD_ADDR(4,10.0.3.1)')
  await button(walk, 'previous').click()
  expect(await count(walk)).toBe(first)

  await walk.locator('.walk__kind').selectOption('slot')
  await button(walk, 'previous').click()
  expect(await segment.locator('.walk__calm').textContent()).toBe('none')
  expect(await walk.locator('.walk__changed').count()).toBeGreaterThan(0)
})

test.each(languages)('a scenario file is walked through, command by command, in %s', async (lang) => {
  const { page, errors } = await openPage('reference/conformance/', { lang })
  const walk = await start(walkOf(page))
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
  const log = await panel(walk, 'log').locator('li').allTextContents()
  expect(log.filter((line) => line.includes('c1/1: '))).not.toEqual([])
  expect(errors).toEqual([])
})

test('edited code is walked through as it is now, when the reader asks for it', async () => {
  const { page, errors } = await openPage('')
  const example = page.locator('full-mesh-example').first()
  await example.locator('[data-action=edit]').click()
  await example.locator('.cm-content').focus()
  const all = await walkOf(page).locator('.walk__all').textContent()
  const lengthBefore = Number(/\d+/.exec(all ?? '')?.[0])
  const walk = await start(walkOf(page))
  expect(await walk.locator('.walk__note').textContent()).toBe('已编辑')
  expect(await lengthOf(walk)).toBe(lengthBefore)

  await button(walk, 'close').click()
  const lines = await example.locator('.cm-line').allTextContents()
  const source = lines.filter((line) => !line.includes('establish(c1)')).join('\n')
  await writeOver(example.locator('.cm-content'), source)
  await start(walk)
  expect(await lengthOf(walk)).toBeLessThan(lengthBefore)
  await page.keyboard.press('End')
  expect(await panel(walk, 'log').textContent()).not.toContain('fully_established')

  // Under another title, too.
  await button(walk, 'close').click()
  await writeOver(example.locator('.cm-content'), source.replace(/test\(\s*'.*?'/, "test('my phone'"))
  await start(walk)
  expect(await walk.locator('.walk__note').count()).toBe(1)
  expect(await lengthOf(walk)).toBeLessThan(lengthBefore)
  expect(errors).toEqual([])
})
