import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tagOf, textIn } from '../reference/languages.ts'
import {
  address,
  holdClock,
  languages,
  openPage,
  passTime,
  slowDown,
  type View,
  writeOver,
} from './support/page.ts'

const note = 'ops/new-session/'
const implementation = await readFile('examples/fullmesh/new-session.ts', 'utf8')
const tests = await readFile('examples/fullmesh/new-session.test.ts', 'utf8')
const count = tests.match(/^test\(/gm)?.length ?? 0

const words = {
  zh: {
    expected: '预期结果',
    passed: `运行结果：${count} 个测试全部通过`,
    stopped: '已停止：3 s 内未运行完',
    changed: '代码修改了运行测试所需的 Array.prototype.',
    sides: ['预期', '实际'],
  },
  en: {
    expected: 'Expected results',
    passed: `Results: all ${count} tests passed`,
    stopped: 'Stopped: the run took longer than 3 s',
    changed: 'The code changed Array.prototype.',
    sides: ['Expected', 'Received'],
  },
}

/** The first example of a page. */
const exampleOf = (page: Page) => page.locator('full-mesh-example').first()
const button = (example: Locator, action: string) => example.locator(`[data-action=${action}]`)
const text = async (locator: Locator) => (await locator.textContent()) ?? ''
const summary = (example: Locator) => text(example.locator('.example__summary'))
const results = (example: Locator) => text(example.locator('.example__results'))

/** Starts a run and waits for its results. */
async function resultsAfter(example: Locator, start: () => Promise<void>): Promise<string> {
  await example.evaluate((element: HTMLElement) => delete element.dataset.outcome)
  await start()
  await example.page().locator('full-mesh-example[data-outcome]').first().waitFor()
  return results(example)
}

/** Whether the page has asked for a file with `part` in its URL. */
const loads = (page: Page, part: string) =>
  page.evaluate(
    (part) => performance.getEntriesByType('resource').some(({ name }) => name.includes(part)),
    part,
  )

const run = (example: Locator) => resultsAfter(example, () => button(example, 'run').click())

/** Opens the editors, if they are closed, and writes `text` into one of them. */
async function write(example: Locator, file: string, text: string): Promise<void> {
  if (await button(example, 'edit').isEnabled()) await button(example, 'edit').click()
  const details = example.locator('.example__tests-file:not([open]) > summary')
  if ((await details.count()) > 0) await details.click()
  await writeOver(example.locator(`[data-file$="/${file}"] .cm-content`), text)
}

describe.each(languages)('in %s', (lang) => {
  test('Run shows that the tests pass, one by one, and loads nothing from elsewhere', async () => {
    const { page, errors, otherHosts } = await openPage(note, { lang })
    const example = exampleOf(page)
    expect(await summary(example)).toContain(textIn(words, lang).expected)
    await run(example)
    expect(await summary(example)).toBe(textIn(words, lang).passed)
    expect(await example.locator('[data-state=pass]').count()).toBe(count)
    expect(await loads(page, '/run/vitest.')).toBe(false)
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })

  test('an edit that breaks an assertion shows it failing, with what was expected and what came', async () => {
    const { page, errors } = await openPage(note, { lang })
    const example = exampleOf(page)
    await write(
      example,
      'new-session.ts',
      implementation.replace('sendMpPrio = lowPrio', 'sendMpPrio = false'),
    )
    const shown = await run(example)
    expect(await example.locator('[data-state=fail]').count()).toBeGreaterThan(0)
    for (const side of textIn(words, lang).sides) expect(shown).toContain(side)
    expect(shown).toContain('MP_PRIO')
    expect(shown).toMatch(/new-session\.test\.ts:\d+/)
    expect(shown).not.toMatch(/\bat .*:\d+:\d+/)

    await button(example, 'reset').click()
    expect(await summary(example)).toContain(textIn(words, lang).expected)
    await run(example)
    expect(await summary(example)).toBe(textIn(words, lang).passed)
    expect(errors).toEqual([])
  })

  test('a loop that never ends is stopped, with a message, and the page stays usable', async () => {
    const { page } = await openPage(note, { lang })
    const example = exampleOf(page)
    await write(
      example,
      'new-session.ts',
      implementation.replace('const master =', 'while (true) {}\n  const master ='),
    )
    expect(await run(example)).toContain(textIn(words, lang).stopped)
    await button(example, 'reset').click()
    await run(example)
    expect(await summary(example)).toBe(textIn(words, lang).passed)
  })

  test.each([
    ['map', 'undefined'], // breaks the runner
    ['push', '() => 0'], // makes the runner lose failures
  ])(
    'code that changes Array.prototype.%s is named as the cause, and the page stays usable',
    async (name, value) => {
      const { page, errors } = await openPage(note, { lang })
      const example = exampleOf(page)
      const code = `import { expect, test } from 'vitest'
test('first', () => { (Array.prototype as any).${name} = ${value} })
test('second', () => { expect(1).toBe(2) })
`
      await write(example, 'new-session.test.ts', code)
      expect(await run(example)).toContain(textIn(words, lang).changed + name)
      expect(await example.getAttribute('data-outcome')).not.toBe('pass')
      await button(example, 'reset').click()
      await run(example)
      expect(await summary(example)).toBe(textIn(words, lang).passed)
      expect(errors).toEqual([])
    },
  )

  test('without JavaScript the code and its expected results are there, and no button', async () => {
    const { page } = await openPage(note, { lang, js: false })
    const example = exampleOf(page)
    // Imports are shown separately, without the empty line after them.
    const codeOf = (name: string) =>
      example.locator(`.example__code[data-file$="/${name}"] > pre`).allTextContents()
    expect((await codeOf('new-session.ts')).join('\n\n')).toBe(implementation.trimEnd())
    expect((await codeOf('new-session.test.ts')).join('\n\n')).toBe(tests.trimEnd())
    expect(await summary(example)).toContain(textIn(words, lang).expected)
    expect(await example.locator('[data-state=pass]').count()).toBe(count)
    expect(await button(example, 'run').isVisible()).toBe(false)
  })
})

test('a reader can stop a run', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  await write(example, 'new-session.ts', `${implementation}\nwhile (true) {}\n`)
  const shown = await resultsAfter(example, async () => {
    await button(example, 'run').click()
    await button(example, 'stop').click()
  })
  expect(shown).toContain('已停止。')
})

test('a loop that fills the memory is stopped, and the page stays usable', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  const loop = 'const held: object[] = []\n  while (true) held.push([held.length])\n  const master ='
  await write(example, 'new-session.ts', implementation.replace('const master =', loop))
  await run(example)
  expect(await example.getAttribute('data-outcome')).not.toBe('pass')
  await button(example, 'reset').click()
  await run(example)
  expect(await example.getAttribute('data-outcome')).toBe('pass')
})

test('endless output is cut, with a message', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  const code = `import { test } from 'vitest'\ntest('loud', () => { for (let i = 0; i < 1e4; i++) console.log('line', i) })`
  await write(example, 'new-session.test.ts', code)
  const shown = await run(example)
  expect(shown).toContain('line 199')
  expect(shown).not.toContain('line 200')
  expect(shown).toContain('输出过多')
})

test.each(languages)('nothing outside can be reached from an example, in %s', async (lang) => {
  const { page } = await openPage(note, { lang })
  let visits = 0
  const probe = createServer((_, response) => {
    visits += 1
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
  }).listen(0)
  onTestFinished(() => void probe.close())
  const example = exampleOf(page)
  const attempts = `import { expect, test } from 'vitest'

    const probe = 'http://localhost:${(probe.address() as AddressInfo).port}/'
    const attempts = {
      fetch: () => fetch(probe),
      XMLHttpRequest: () => { const request = new XMLHttpRequest(); request.open('GET', probe, false); request.send() },
      WebSocket: () => new WebSocket(probe.replace('http', 'ws')),
      EventSource: () => new EventSource(probe),
      sendBeacon: () => navigator.sendBeacon(probe),
      importScripts: () => importScripts(probe),
      'importScripts of a blob': () => importScripts(URL.createObjectURL(new Blob(['1']))),
      'dynamic import': () => import(probe),
      'dynamic import of data': () => import('data:text/javascript,export default 1'),
      eval: () => (0, eval)('1'),
      Function: () => new Function('return 1')(),
      'the constructor of a function': () => (() => 1).constructor('return 1')(),
      'a timer with text': () => new Promise((resolve, reject) => {
        globalThis.done = resolve
        setTimeout('done()')
        setTimeout(reject, 50)
      }),
      WebAssembly: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
      Worker: () => new Worker('data:text/javascript,1'),
      SharedWorker: () => new SharedWorker('data:text/javascript,1'),
      BroadcastChannel: () => new BroadcastChannel('x').postMessage(1),
      indexedDB: () => indexedDB.open('x'),
      caches: () => caches.open('x'),
      localStorage: () => localStorage.setItem('a', 'b'),
      document: () => document.title,
      'parent.document': () => parent.document.title,
      'the global object of the page': () => window.top.location.href,
      postMessage: () => postMessage('hello'),
      'a prototype that kept it': () => Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).importScripts(probe),
      navigator: () => navigator.userAgent,
      location: () => location.href,
      close: () => close(),
    }

    for (const [name, attempt] of Object.entries(attempts)) {
      test(name, async () => {
        const outcome = await Promise.resolve().then(attempt).then(() => 'allowed', () => 'refused')
        expect(outcome).toBe('refused')
      })
    }`
  await write(example, 'new-session.test.ts', attempts)
  const shown = await run(example)
  expect(await example.locator('[data-state=fail]').allInnerTexts(), shown).toEqual([])
  expect(await example.locator('[data-state=pass]').count(), shown).toBe(28)
  expect(visits).toBe(0)
})

test('code that is not TypeScript is shown with the line and the column', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const example = exampleOf(page)
  await write(example, 'new-session.ts', 'export const a = 1\nexport const b = = 2\n')
  const shown = await run(example)
  expect(shown).toContain('Syntax error in new-session.ts, line 2, column 18')
  expect(shown).toContain('export const b = = 2')
})

test('a syntax error that only the browser finds is shown with its line', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const example = exampleOf(page)
  await write(example, 'new-session.ts', 'export const a = 1\n\nconst a = 2\n')
  const shown = await run(example)
  expect(shown).toContain('Syntax error in new-session.ts, line 3')
  expect(shown).toContain("'a' has already been declared")
})

test('one test by itself runs alone, is edited alone, and names the lines of its file', async () => {
  const { page } = await openPage('', { lang: 'en' })
  const example = exampleOf(page)
  const code = await text(example.locator('pre').first())
  const file =
    (await example.locator('[data-file]').first().getAttribute('data-file'))?.split('/').at(-1) ?? ''
  expect(code).toMatch(/^test\(/)
  await run(example)
  expect(await summary(example)).toBe('Results: passed')

  await write(example, file, code.replace(/^ *establish\(.*\n/m, ''))
  const shown = await run(example)
  expect(await summary(example)).toBe('Results: 1 failed')
  const place = /test\.ts:(\d+)/.exec(shown)
  const [first, last] = /lines (\d+)–(\d+)/
    .exec(await text(example.locator('.example__name')))
    ?.slice(1)
    .map(Number) ?? [0, 0]
  expect(Number(place?.[1])).toBeGreaterThanOrEqual(first ?? 0)
  expect(Number(place?.[1])).toBeLessThanOrEqual(last ?? 0)
})

test('on a slow line, the click that came before the module is not lost', async () => {
  const visit = await openPage(note)
  const { page } = visit
  await slowDown(visit)
  const example = exampleOf(page)
  await run(example)
  expect(await summary(example)).toBe(words.zh.passed)
})

test.each([
  ['new-session.test', 'as it is'],
  ['program', 'as it is'],
  ['sandbox', 'edited'],
  ['program', 'edited'],
])(
  'when the %s cannot be loaded, an example %s shows a message, and the next run loads it again',
  async (part, state) => {
    const { page, context } = await openPage(note)
    const example = exampleOf(page)
    let requests = 0
    await context.route(`**/run/${part}.*`, (route) => {
      requests += 1
      return route.abort()
    })
    if (state === 'edited') await write(example, 'new-session.ts', implementation)
    expect(await run(example)).toContain('请检查网络')
    // A run tries twice; the third is the sandbox that is opened for the next run. On a slow machine, the one that the
    // pointer opened has failed before the click.
    await expect.poll(() => requests).toBeGreaterThanOrEqual(3)
    await context.unroute(`**/run/${part}.*`)
    await run(example)
    expect(await summary(example)).toBe(words.zh.passed)
  },
)

test('when the sandbox never comes, and the browser does not say so, an example soon shows a message', async () => {
  const { page, context } = await openPage(note)
  await holdClock(page)
  const example = exampleOf(page)
  // Firefox and Safari report no `load` for a frame that cannot be loaded.
  await context.route('**/run/sandbox.*', (route) =>
    route.request().isNavigationRequest() ? undefined : route.abort(),
  )
  const asked = () =>
    page.waitForRequest((request) => /sandbox/.test(request.url()) && !request.isNavigationRequest())
  await write(example, 'new-session.ts', implementation)
  await example.evaluate((element: HTMLElement) => delete element.dataset.outcome)
  await button(example, 'run').click()
  for (const _ of ['first', 'second']) {
    await page.locator('iframe').waitFor({ state: 'attached' })
    const request = asked()
    await passTime(page)
    await request
  }
  await page.locator('full-mesh-example[data-outcome]').first().waitFor()
  expect(await summary(example)).toContain('请检查网络')
})

test('a test that nobody edited and that fails is described as vitest describes it', async () => {
  const { page, context } = await openPage(note, { lang: 'en' })
  await context.route('**/run/new-session.test.*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace(/toBe\(true\)/, 'toBe(1)') })
  })
  const example = exampleOf(page)
  expect(await run(example)).toMatch(/not the expected one.*1.*true/s)
  expect(await summary(example)).toBe(`Results: ${count - 1} passed, 1 failed`)
})

test('a run that was left behind is there again when the reader comes back', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  await page.evaluate(() => {
    const element = document.querySelector('full-mesh-example') as HTMLElement
    Object.assign(window, { anew: element.cloneNode(true) })
  })
  await write(example, 'new-session.ts', implementation.replace('sendMpPrio = lowPrio', 'sendMpPrio = false'))
  const before = await run(example)
  await page.evaluate(() => {
    const { anew } = window as unknown as { anew: HTMLElement }
    document.querySelector('full-mesh-example')?.replaceWith(anew)
  })
  expect(await results(example)).toBe(before)
  await example.locator('.cm-content').first().waitFor()
  expect(await run(example)).toBe(before)
})

test('an example can be used by keyboard alone', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  await button(example, 'run').focus()
  await resultsAfter(example, () => page.keyboard.press('Enter'))
  expect(await example.getAttribute('data-outcome')).toBe('pass')
  await button(example, 'edit').focus()
  await page.keyboard.press('Enter')
  await example.locator('.cm-content').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('cm-content'))
  await resultsAfter(example, () => page.keyboard.press('Control+Enter'))
  expect(await example.getAttribute('data-outcome')).toBe('pass')
})

test('Tab and Shift+Tab leave an editor and change no code; its keys are its description, and indent', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  const example = exampleOf(page)
  await button(example, 'edit').click()
  const editor = page.getByRole('textbox', {
    name: 'Edit new-session.ts',
    description: /Tab leaves the editor/,
  })
  await editor.waitFor()
  const line = () => text(editor.locator('.cm-line').first())
  const before = await line()
  for (const key of ['Tab', 'Shift+Tab']) {
    await editor.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(key)
    expect(await editor.evaluate((element) => element === document.activeElement), key).toBe(false)
  }
  expect(await line()).toBe(before)
  await editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+]')
  expect(await line()).toBe(`  ${before}`)
})

test('a failure leads to its line in the code above', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  await write(example, 'new-session.ts', implementation.replace('sendMpPrio = lowPrio', 'sendMpPrio = false'))
  await run(example)
  await example.locator('.example__tests-file > summary').click()
  await button(example, 'show').first().click()
  const selected = await page.evaluate(() => getSelection()?.toString())
  expect(selected).toContain('expect(')

  // The line is below both bars, however high the window is.
  for (const height of [400, 800]) {
    await page.setViewportSize({ width: 640, height })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await button(example, 'show').first().click()
    const covered = await page.evaluate(() => {
      const { left, top } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect()
      return document.elementFromPoint(left + 2, top + 2)?.closest('.bar, .example__bar')?.className
    })
    expect(covered, `${height} px`).toBeUndefined()
  }
})

test('on a phone, an example is no wider than the screen, edited or not', async () => {
  const { page } = await openPage(note, { width: 390, touch: true })
  const example = exampleOf(page)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await resultsAfter(example, () => button(example, 'run').tap())
  expect(await overflow()).toBeLessThanOrEqual(0)
  await button(example, 'edit').tap()
  await example.locator('.cm-content').first().waitFor()
  expect(await overflow()).toBeLessThanOrEqual(0)
  await writeOver(example.locator('.cm-content').first(), `const words = '${'long '.repeat(30)}'`)
  const scrolled = ({ scrollWidth, clientWidth }: Element) => scrollWidth - clientWidth
  for (const box of ['.cm-scroller', '.example__code:has(.cm-editor)'])
    expect(await example.locator(box).first().evaluate(scrolled), box).toBeLessThanOrEqual(0)
})

/** Opens an example of one test with helpers, from `delete-subflow`, whose tests begin with `session()`. */
async function openWithHelpers(view: View = {}) {
  const visit = await openPage('ops/delete-subflow/', view)
  const one = visit.page.locator('full-mesh-example[data-region]')
  const example = one.filter({ has: visit.page.locator('summary', { hasText: 'session()' }) }).first()
  return { ...visit, example, helpers: example.locator('.example__helpers') }
}

describe.each(languages)('in %s', (lang) => {
  test('the helpers that a test calls are folded behind it, and open without JavaScript', async () => {
    const { helpers } = await openWithHelpers({ lang, js: false })
    expect(await text(helpers.locator('summary'))).toMatch(
      textIn({ zh: /^辅助函数：session\(\)、.*\bboot\(\)/, en: /^Helpers: session\(\), .*\bboot\(\)/ }, lang),
    )
    expect(await helpers.locator('pre').first().isVisible()).toBe(false)
    await helpers.locator('summary').click()
    expect(await helpers.locator('pre').first().isVisible()).toBe(true)
    expect(await text(helpers)).toContain('function session(')
    expect(await text(helpers)).toContain('export function boot(')
  })

  test('an example leads to the page that says how to read it, also without JavaScript', async () => {
    const { page } = await openPage(note, { lang, js: false })
    const link = exampleOf(page).locator('.example__guide')
    expect(await text(link)).toBe(textIn({ zh: '怎样读例子', en: 'How to read examples' }, lang))
    await link.click()
    expect(page.url()).toBe(address('reading-the-examples/', lang))
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe(tagOf(lang))
  })
})

test('on a phone, what is folded and the link to its explanation have 44 px', async () => {
  const { page, example } = await openWithHelpers({ width: 390, touch: true })
  for (const part of ['.example__helpers > summary', '.example__guide']) {
    const box = await example.locator(part).boundingBox()
    expect(box?.height, part).toBeGreaterThanOrEqual(44)
  }
  const imports = await page.locator('.example__fold > summary').first().boundingBox()
  expect(imports?.height).toBeGreaterThanOrEqual(44)
})

test('an editor has the whole file, with its imports, and Reset folds them again', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  const imports = example.locator('[data-part=imports]').first()
  expect(await example.locator('summary').first().textContent()).toMatch(/^导入（\d+ 行）$/)
  await button(example, 'edit').click()
  await example.locator('.cm-content').first().waitFor()
  expect(await text(example.locator('.cm-line').first())).toBe(implementation.split('\n')[0])
  expect(await example.locator('summary').first().isVisible()).toBe(false)
  expect(await imports.isVisible()).toBe(false)
  await button(example, 'reset').click()
  expect(await example.locator('summary').first().isVisible()).toBe(true)
  expect(await imports.isVisible()).toBe(false)
})

test('a failure in a helper leads to its line there, unfolded', async () => {
  const { example, page } = await openWithHelpers({ lang: 'en' })
  const file = 'delete-subflow.test.ts'
  const code = await text(example.locator('.example__code > pre').first())
  // Without this argument the first line of session() fails, since it destructures the argument.
  await write(example, file, code.replace(/session\(.*?\)/, '\n\n(session as any)()'))
  await run(example)
  const place = button(example, 'show').first()
  expect(await text(place)).toMatch(/^delete-subflow\.test\.ts:\d+$/)
  await place.click()
  const marked = example.locator('.example__helpers .example__line')
  expect(await marked.isVisible()).toBe(true)
  const helper = await text(example.locator('.example__helpers pre').first())
  const line = Number(await marked.evaluate((mark: HTMLElement) => mark.style.getPropertyValue('--line')))
  expect(helper.split('\n')[line - 1]).toContain('function session(')
  expect(await page.locator('.example__line').count()).toBe(1)
})

test('what the reader unfolded is open again when the reader comes back, before anything is drawn', async () => {
  const { example, helpers, page } = await openWithHelpers()
  await button(example, 'run').hover()
  await page.locator('full-mesh-example[data-ready]').first().waitFor()
  const index = await example.evaluate((element) => {
    const examples = [...document.querySelectorAll('full-mesh-example')]
    Object.assign(window, { anew: element.cloneNode(true) })
    return examples.indexOf(element)
  })
  await helpers.locator('summary').click()
  const isOpen = await page.evaluate((index) => {
    const { anew } = window as unknown as { anew: HTMLElement }
    document.querySelectorAll('full-mesh-example')[index]?.replaceWith(anew)
    return anew.querySelector<HTMLDetailsElement>('.example__helpers')?.open
  }, index)
  expect(isOpen).toBe(true)
})

test('on paper, everything that is folded is there', async () => {
  const { helpers, page } = await openWithHelpers()
  await page.emulateMedia({ media: 'print' })
  const box = await helpers.locator('pre').first().boundingBox()
  expect(box?.height).toBeGreaterThan(100)
})

test('an error number in a log has its name beside it, which is not copied', async () => {
  const { page } = await openPage('walk/steps/create-subflow-worker--unroutable-pair-queued.html', {
    lang: 'en',
  })
  const number = page.locator('.error-number').first()
  const shown = await number.evaluate((element) => getComputedStyle(element, '::after').content)
  expect(shown).toMatch(/ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL/)
  const line = number.locator('..')
  expect(await line.textContent()).toMatch(/= -\d+$/)
  const copied = await line.evaluate((element) => {
    getSelection()?.selectAllChildren(element)
    return getSelection()?.toString()
  })
  expect(copied).toMatch(/= -\d+$/)
})

test('nothing moves when an example is run and passes', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  const before = await placesOn(page)
  await run(example)
  expect(await placesOn(page)).toEqual(before)
})

test('when the editor of a module opens, which also has its imports, the code stays where it is', async () => {
  const { page } = await openPage(note)
  const example = exampleOf(page)
  const code = example.locator('.example__code:not([data-part]) code').first()
  const shown = await code.evaluate((code) => {
    scrollTo(0, code.getBoundingClientRect().top + scrollY + 100)
    const { top, height } = code.getBoundingClientRect()
    const lines = code.textContent.split('\n')
    return lines[Math.floor((300 - top) / (height / lines.length))]
  })
  await button(example, 'edit').click()
  await example.locator('.cm-focused').waitFor()
  const x = (await example.locator('.cm-content').first().boundingBox())?.x ?? 0
  const lineAt = ([x, y]: number[]) =>
    document.elementFromPoint(x ?? 0, y ?? 0)?.closest('.cm-line')?.textContent
  await expect.poll(() => page.evaluate(lineAt, [x + 20, 300])).toBe(shown)
  expect(shown).toMatch(/\w/)
})

test('nothing moves when the editor of one test opens', async () => {
  const { page } = await openPage('')
  const example = exampleOf(page)
  const before = await placesOn(page)
  await button(example, 'edit').click()
  await example.locator('.cm-content').first().waitFor()
  const opened = await placesOn(page)
  const summaryIndex = before.findIndex(([name]) => name === 'example__summary')
  expect(summaryIndex).toBeGreaterThan(0)
  expect(opened.slice(0, summaryIndex)).toEqual(before.slice(0, summaryIndex))
})

/** Returns the positions of the headings of a page, and of the code and the results of its examples. */
function placesOn(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('main h2, .example > .example__code, .example__summary')].map((element) => {
      const { y, height } = element.getBoundingClientRect()
      return [element.className, Math.round(y + scrollY), Math.round(height)]
    }),
  )
}
