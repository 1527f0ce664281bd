import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { symbols } from '../examples/reference/symbols.ts'
import { fullmeshRaw, fullmeshSha256 } from '../reference/kernel-source.ts'
import { type Language, textIn } from '../reference/languages.ts'
import { testCFile } from '../src/walkthrough/c-pane/test-c-file.ts'
import { address, languages, openPage } from './support/page.ts'
import { button, count, goTo, panel, start as startWalk, walkOf } from './support/walk.ts'

const note = 'ops/new-session/'
/** A step of its first walk that is in `full_mesh_addr_signal`. */
const step = '46'

const words = {
  zh: {
    other: '版本不同',
    same: 'sha256 与本站所讲解的文件一致',
    missing: '该文件中没有 full_mesh_addr_signal',
    elsewhere: '当前步不在 mptcp_fullmesh.c 中',
    offline: '无法连接 GitHub',
    status: '状态码 404',
    tooLarge: '文件过大',
    notText: '不是 C 源文件',
    noFunctions: '没有 C 函数',
  },
  en: {
    other: 'Different version',
    same: 'The sha256 matches the file',
    missing: 'This file does not contain full_mesh_addr_signal',
    elsewhere: 'this step is not in mptcp_fullmesh.c',
    offline: 'Cannot connect to GitHub',
    status: 'status 404',
    tooLarge: 'too large',
    notText: 'not a C source file',
    noFunctions: 'no C function',
  },
}

const control = (walk: Locator, name: string) => walk.locator(`[data-c=${name}]`)

async function start(page: Page, walk = walkOf(page)): Promise<Locator> {
  await startWalk(walk)
  await goTo(walk, step)
  return walk
}

/** Chooses a file from the disk. */
async function choose(walk: Locator, content: string | Buffer, isFit = true): Promise<void> {
  const buffer = Buffer.from(content as string)
  await control(walk, 'choose').focus() // a reader who chooses has the focus there
  await control(walk, 'choose').setInputFiles({ name: 'mptcp_fullmesh.c', mimeType: 'text/x-csrc', buffer })
  await walk.locator(isFit ? '[data-c=code]' : '[data-panel=c] [role=alert]').waitFor()
}

/** The answers of the public address. */
async function answer(context: BrowserContext, body: string | Buffer, status = 200): Promise<void> {
  const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/plain; charset=utf-8' }
  await context.route(fullmeshRaw, (route) => route.fulfill({ status, headers, body }))
}

/** Returns the first and the last line of the function that is marked, and the current lines. */
const marked = (walk: Locator) =>
  walk.evaluate((element) => {
    const lines = [...element.querySelectorAll<HTMLElement>('[data-c=code] li')]
    const on = (name: string) => lines.flatMap((line, at) => (name in line.dataset ? [at + 1] : []))
    const inside = on('scope')
    return { lines: inside.length > 0 ? [inside[0], inside.at(-1)] : [], now: on('now') }
  })

/** The function that the pane names. */
const functionOf = (walk: Locator) => control(walk, 'heading').locator('code').first().textContent()

const pane = async (walk: Locator) => (await panel(walk, 'c').textContent()) ?? ''

describe.each(languages)('in %s', (lang) => {
  const say = textIn(words, lang)

  test('a file of another version is shown by function, with a warning', async () => {
    const { page, errors, otherHosts } = await openPage(note, { lang })
    const walk = await start(page)
    await choose(walk, testCFile({ shift: 100 }))
    expect(await pane(walk)).toContain(say.other)
    expect(await functionOf(walk)).toBe('full_mesh_addr_signal')
    expect(await marked(walk)).toEqual({ lines: [1653, 1781], now: [] })
    await goTo(walk, 1)
    expect(await control(walk, 'heading').textContent()).toContain(say.elsewhere)
    expect(await marked(walk)).toEqual({ lines: [], now: [] })
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })

  test('in the version of the notes, the line at work is marked', async () => {
    const { page, context } = await openPage(note, { lang })
    const text = testCFile()
    // The page with the sha256 of this file.
    const sha256 = createHash('sha256').update(text).digest('hex')
    let replaced = 0
    await context.route('**/walk/*.js', async (route) => {
      const response = await route.fetch()
      const parts = (await response.text()).split(fullmeshSha256)
      replaced += parts.length - 1
      await route.fulfill({ response, body: parts.join(sha256) })
    })
    await answer(context, text)
    const walk = await start(page)
    await control(walk, 'load').click()
    await control(walk, 'code').waitFor()
    expect(replaced).toBe(1)
    expect(await pane(walk)).toContain(say.same)
    expect(await pane(walk)).not.toContain(say.other)
    expect(await marked(walk)).toEqual({ lines: [1553, 1681], now: [1606] })

    // The signal was called from here, indirectly.
    await control(walk, 'frame').selectOption({ label: 'full_mesh_new_session:1343' })
    expect(await marked(walk)).toEqual({ lines: [1242, 1354], now: [1343] })
    const isInView = await walk.evaluate((element) => {
      const [box, line] = ['[data-c=code]', '[data-c=code] li[data-now]'].map((selector) =>
        element.querySelector(selector)?.getBoundingClientRect(),
      )
      return !!box && !!line && line.top >= box.top && line.bottom <= box.bottom
    })
    expect(isInView).toBe(true)
  })

  test('a file that cannot be loaded, or is no C file, is refused with a message', async () => {
    const { page, context } = await openPage(note, { lang })
    const walk = await start(page)
    const alert = walk.locator('[data-panel=c] [role=alert]')
    const press = async () => {
      await control(walk, 'load').click()
      await expect.poll(() => control(walk, 'status').textContent()).toBe('')
      return alert.textContent()
    }
    await context.route(fullmeshRaw, (route) => route.abort())
    expect(await press()).toContain(say.offline)
    await answer(context, 'Not found', 404)
    expect(await press()).toContain(say.status)
    await answer(context, Buffer.alloc(3 * 1024 * 1024, 'a line\n'))
    expect(await press()).toContain(say.tooLarge)
    await answer(context, '<!doctype html><title>Sign in</title>')
    expect(await press()).toContain(say.noFunctions)
    for (const [content, problem] of [
      [Buffer.alloc(3 * 1024 * 1024, 'a line\n'), say.tooLarge],
      [Buffer.from([137, 80, 78, 71, 0, 0, 0, 13]), say.notText],
      ['', say.noFunctions],
    ] as const) {
      await choose(walk, content, false)
      expect(await alert.textContent()).toContain(problem)
    }
    await choose(walk, testCFile())
    expect(await alert.count()).toBe(0)
  })
})

test('nothing is requested from another host before the click, and after it one file of one address', async () => {
  const { page, context, otherHosts, errors } = await openPage(note)
  await answer(context, testCFile())
  const walk = await start(page)
  expect(await walk.locator('.c-source__why a').getAttribute('href')).toBe(fullmeshRaw)
  await button(walk, 'forward').click()
  expect(otherHosts).toEqual([])

  const requested = page.waitForRequest(fullmeshRaw)
  await control(walk, 'load').click()
  const headers = await (await requested).allHeaders()
  expect(headers).not.toHaveProperty('referer')
  expect(headers).not.toHaveProperty('cookie')
  await control(walk, 'code').waitFor()
  expect(otherHosts).toEqual([fullmeshRaw])
  expect(errors).toEqual([])
})

test('of the host of that file, the policy of the page allows nothing else', async () => {
  const { page } = await openPage(note)
  const other = fullmeshRaw.replace('fullmesh.c', 'ctrl.c')
  const blocked = await page.evaluate((other) => {
    const refused = new Promise((resolve) => {
      addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI))
    })
    const sent = fetch(other).then(() => 'sent')
    return Promise.race([refused, sent.catch(() => refused)])
  }, other)
  expect(blocked).toBe(other)
})

test('a function that the file lacks is reported as missing', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await choose(walk, testCFile({ without: 'full_mesh_addr_signal' }))
  expect(await control(walk, 'missing').textContent()).toContain(words.zh.missing)
  expect(await marked(walk)).toEqual({ lines: [], now: [] })
})

test('the file is there at the next visit, in every language, until the reader removes it', async () => {
  const { page, otherHosts, errors } = await openPage(note)
  const visit = async (lang: Language) => {
    await page.goto('about:blank')
    await page.goto(address(note, lang))
    return start(page)
  }
  await choose(await start(page), testCFile())
  await control(await visit('zh'), 'code').waitFor()
  const walk = await visit('en')
  await control(walk, 'code').waitFor()
  expect(await marked(walk)).toMatchObject({ lines: [1553, 1681] })
  await control(walk, 'remove').click()
  await control(walk, 'load').waitFor()
  expect(await control(await visit('zh'), 'load').isVisible()).toBe(true)
  expect(otherHosts).toEqual([])
  expect(errors).toEqual([])
})

test('where the browser keeps nothing, the file is there as long as the page is', async () => {
  const { page, context } = await openPage('')
  await context.addInitScript(() => Reflect.deleteProperty(window, 'caches'))
  await page.goto(address(note))
  const walk = await start(page)
  await choose(walk, testCFile())
  await button(walk, 'close').click()
  await start(page)
  expect(await control(walk, 'code').count()).toBe(1)
})

test('all walks of a page show the one file', async () => {
  const { page } = await openPage('workers/create-subflow-worker/')
  const [first, second] = [page.locator('full-mesh-walk').nth(0), page.locator('full-mesh-walk').nth(1)]
  await choose(await start(page, first), testCFile())
  await button(first, 'close').click()
  await start(page, second)
  expect(await control(second, 'code').count()).toBe(1)
  await control(second, 'remove').click()
  await button(second, 'close').click()
  await start(page, first)
  expect(await control(first, 'load').isVisible()).toBe(true)
})

test('pointing at a line of TypeScript marks the lines of C that do the same, and the other way round', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await choose(walk, testCFile())
  const twins = () =>
    walk.evaluate((element) => {
      const marked = (box: string) =>
        [...element.querySelectorAll<HTMLElement>(`${box} li`)].flatMap((line, at) =>
          'twin' in line.dataset ? [at + 1] : [],
        )
      return { ts: marked('[data-panel=code]'), c: marked('[data-c=code]') }
    })
  expect(await twins()).toEqual({ ts: [], c: [] })
  await panel(walk, 'code').locator('li[data-now]').first().hover()
  const { ts, c } = await twins()
  expect(ts).toHaveLength(1)
  expect(c.length).toBeGreaterThan(0)
  expect(c.every((line) => line >= 1553 && line <= 1681)).toBe(true)
  const isInView = await walk.evaluate((element) => {
    const [box, line] = ['[data-c=code]', '[data-c=code] li[data-twin]'].map((selector) =>
      element.querySelector(selector)?.getBoundingClientRect(),
    )
    return !!box && !!line && line.top >= box.top && line.top <= box.bottom
  })
  expect(isInView).toBe(true)

  await control(walk, 'code')
    .locator('li')
    .nth((c[0] ?? 1) - 1)
    .hover()
  expect((await twins()).ts).toContain(ts[0])
  await panel(walk, 'mesh').hover()
  expect(await twins()).toEqual({ ts: [], c: [] })

  // The same by keys: the next statement and its lines, and back.
  await walk.locator('.stage__code .stage__lines:not([aria-hidden=true])').focus()
  await page.keyboard.press('j')
  const next = await twins()
  expect(next.ts[0]).toBeGreaterThan(ts[0] ?? 0)
  expect(next.c.length).toBeGreaterThan(0)
  await page.keyboard.press('k')
  expect((await twins()).ts[0]).toBeLessThan(next.ts[0] ?? 0)
  expect(await count(walk)).toMatch(new RegExp(`^${step} /`))
})

test('the text of a file is text', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await choose(walk, testCFile())
  expect(await control(walk, 'code').locator('code b').count()).toBe(0)
  expect(await control(walk, 'code').textContent()).toContain('<b>&amp;</b>')
})

test('in the pane the keys scroll, and a step moves the pane but not the page', async () => {
  const { page } = await openPage(note)
  const walk = await start(page)
  await choose(walk, testCFile())
  const code = control(walk, 'code')
  const scrolled = () => code.evaluate((element) => element.scrollTop)
  expect(await code.evaluate((element) => element === document.activeElement)).toBe(true)
  const top = await scrolled()
  await page.keyboard.press('PageDown')
  await expect.poll(scrolled).toBeGreaterThan(top)
  await page.keyboard.press('ArrowRight')
  expect(await count(walk)).toMatch(/^46 /)

  const before = await page.evaluate(() => scrollY)
  await goTo(walk, 10)
  expect(await control(walk, 'heading').textContent()).toContain('full_mesh_new_session')
  expect(await scrolled()).not.toBe(top)
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('on a phone every control has 44 px', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const walk = await start(page)
  await walk.locator('.stage__tabs [data-tab=code]').tap()
  const check = async () => {
    for (const it of await walk
      .locator('[data-panel=c] :is(button, select, summary, label:has(input))')
      .all()) {
      const box = await it.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
  }
  await check()
  await choose(walk, testCFile())
  await check()
})

/** A page with a walk for each module that has one; scenarios pass through the same modules. */
const pages = new Map(
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .flatMap((file) => {
      const text = readFileSync(`docs/${file}`, 'utf8')
      const path = `${file.replace(/(index)?\.mdx$/, '').replace(/\/$/, '')}/`
      return [...text.matchAll(/<Walkthrough of="([^".]+)"/g)].map(([, of = '']) => [of, path] as const)
    }),
)

// A walk does not enter functions that only read a bitfield.
pages.delete('bitfield')

/** Returns the innermost function of the C file in the call stack, and what the pane shows, for each step. */
const stepsOf = (walk: Locator) =>
  walk.evaluate((element) => {
    const scrub = element.querySelector<HTMLInputElement>('.walk__scrub')
    const lines = [...element.querySelectorAll<HTMLElement>('[data-c=code] li')]
    return Array.from({ length: Number(scrub?.max) }, (_, index) => {
      if (scrub) scrub.value = String(index + 1)
      scrub?.dispatchEvent(new Event('input', { bubbles: true }))
      const frames = [...element.querySelectorAll('.walk__frames > li')]
      const frame = frames.findLast((frame) =>
        frame.querySelector<HTMLElement>('.c-line')?.title.startsWith('mptcp_fullmesh.c:'),
      )
      const inside = lines.flatMap(({ dataset }, at) => ('scope' in dataset ? [at + 1] : []))
      const [first = 0, last = 0] = [inside[0], inside.at(-1)]
      return {
        called: frame?.querySelector('code')?.textContent ?? '',
        shown: element.querySelector('[data-c=heading] > code')?.textContent ?? '',
        place: [first, last],
        text: lines[first - 1]?.querySelector('code')?.textContent ?? '',
      }
    })
  })

test('in a walk through any module, every step is shown in the function where the walk is', async () => {
  const { page } = await openPage(note)
  await choose(await start(page), testCFile())
  for (const [of, path] of pages) {
    await page.goto(address(path))
    const walk = page.locator(`full-mesh-walk[data-of=${of}]`).first()
    await startWalk(walk)
    await control(walk, 'code').waitFor() // the browser has stored the file
    const steps = await stepsOf(walk)
    const shownNames = steps.map(({ shown }) => shown)
    expect(shownNames.some(Boolean), of).toBe(true)
    for (const { called, shown, place, text } of steps) {
      const names = called
        .split(' / ')
        .flatMap((name) => [name.replace('{4,6}', '4'), name.replace('{4,6}', '6')])
      expect(names, of).toContain(shown)
      expect([shown, place]).toEqual([shown, symbols.find(({ name }) => name === shown)?.lines ?? [0, 0]])
      expect(text).toContain(shown)
    }
    if (of !== 'inet6addr-notifier') continue
    expect(shownNames).toContain('addr6_event_handler')
    expect(shownNames).not.toContain('addr4_event_handler')
  }
})
