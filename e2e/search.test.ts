import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Language, pathOf } from '../reference/languages.ts'
import { keywordsOf } from '../src/notes/matter.ts'
import { readPages } from '../src/notes/pages.ts'
import { type Catalogue, catalogueFile } from '../src/search/files.ts'
import { find } from '../src/search/find.ts'
import { wordsIn } from '../src/search/words.ts'
import { address, languages, openPage } from './support/page.ts'

const note = 'ops/new-session/'

const dialog = (page: Page) => page.locator('dialog.search')
const field = (page: Page) => page.locator('.search [role=combobox]')
const results = (page: Page) => page.locator('.search [role=option]')
/** The results of all that was typed. */
const current = (page: Page) => page.locator('.search [role=listbox][aria-busy=false] [role=option]')
const status = (page: Page) => page.locator('.search__status')
const suggestion = (page: Page) => page.locator('.search__suggestion button')

/** Writes a query, and returns the page and the section of the first result. */
async function firstFor(page: Page, query: string, lang: Language): Promise<string> {
  await field(page).fill('')
  await expect.poll(() => status(page).textContent()).toBe('')
  await field(page).fill(query)
  await page.locator('.search__status:not(:empty)').waitFor()
  const href = (await results(page).count()) > 0 ? await results(page).first().getAttribute('href') : ''
  return href?.slice(address('', lang).length) ?? ''
}

/** What readers of every language search, with the section that comes first. */
const names: [query: string, first: string][] = [
  ['create_subflow_worker', 'workers/create-subflow-worker/'],
  ['fm_init', 'lifecycle/namespaces/'],
  ['ADD_ADDR', 'reference/glossary/#add-addr'],
  ['REMOVE_ADDR', 'reference/glossary/#remove-addr'],
  ['retry_bitfield', 'structures/remotes/#layout'],
  ['addRaddr', 'ops/add-raddr/'],
  ['new-session.ts', 'ops/new-session/#example'],
  ['ENETUNREACH', 'reading-the-examples/#errors'],
  ['[1200] op new_session(c1)', 'reading-the-examples/#log-op'],
  ['Error: either "dev" is duplicate', 'quirks/#device-flags'],
  ['every address but the initial one is announced', 'ops/new-session/#example'],
]

/** The same in one language. */
const texts: Record<string, [query: string, first: string][]> = {
  zh: [
    ['初始地址不通告', 'ops/new-session/#example'],
    // Two characters inside of 套接字被占用, and of no word.
    ['字被', 'reference/glossary/#owned-by-user'],
    ['会话', 'reference/glossary/#session'],
  ],
  en: [
    ['meta socket', 'reference/glossary/#meta-socket'],
    ['release_sock', 'ops/release-sock/'],
  ],
}

/** What finds nothing, what is suggested instead, and the section that it then finds first. */
const misspelt: Record<string, [query: string, suggested: string, first: string]> = {
  zh: ['元套结字', '元套接字', 'reference/glossary/#meta-socket'],
  en: ['create_subfow_worker', 'create_subflow_worker', 'workers/create-subflow-worker/'],
}

describe.each(languages)('in %s', (lang) => {
  test('each kind of thing is found: symbols and exact names first, then prose, logs and titles of tests', async () => {
    const { page, errors, otherHosts } = await openPage('?q=ADD_ADDR', { lang })
    await results(page).first().waitFor()
    const found: [string, string][] = []
    const expected = [...names, ...(texts[lang] ?? [])]
    for (const [query] of expected) found.push([query, await firstFor(page, query, lang)])
    expect(found).toEqual(expected)
    expect([...errors, ...otherHosts]).toEqual([])
  })

  test('a wrong spelling suggests the term, which Enter searches', async () => {
    const [query = '', suggested, first] = misspelt[lang] ?? []
    const { page } = await openPage(`?q=${query}`, { lang })
    expect(await suggestion(page).textContent()).toBe(suggested)
    expect(await results(page).count()).toBe(0)
    await page.keyboard.press('Enter')
    await results(page).first().waitFor()
    expect(await field(page).inputValue()).toBe(suggested)
    expect(await results(page).first().getAttribute('href')).toBe(address(first ?? '', lang))
    expect(await suggestion(page).count()).toBe(0)
  })
})

test.each(languages)('what readers call a symptom finds its page, in %s', async (lang) => {
  const root = `build/${pathOf(lang)}search-index/`
  const json = (name: string) => JSON.parse(readFileSync(root + name, 'utf8'))
  const catalogue: Catalogue = json(catalogueFile)
  const pagesFor = async (query: string) => {
    const { sections } = await find(query, catalogue, async (file) => json(file), wordsIn(lang).asking)
    return sections
      .slice(0, 6)
      .map(({ section }) => catalogue.pages[catalogue.sections[section]?.[0] ?? 0]?.address)
  }
  const pages = readPages('.', lang).filter(({ source }) => keywordsOf(source).length > 0)
  expect(pages.length).toBeGreaterThan(0)
  for (const { name, source } of pages)
    for (const query of keywordsOf(source))
      expect(await pagesFor(query), query).toContain(name.replace(/\.mdx$/, '/'))
})

test('a section is found and opened by keyboard alone, and nothing is loaded before', async () => {
  const { page, scripts, errors } = await openPage(note, { lang: 'en' })
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.keyboard.press('PageDown')
  expect([...requests, ...scripts]).toEqual([])

  await page.keyboard.press('/')
  await field(page).waitFor()
  expect(scripts).toHaveLength(1)
  await page.keyboard.type('route ENETUNREACH')
  await current(page).first().waitFor()
  await expect.poll(() => page.locator('.search__excerpt mark').count()).toBeGreaterThan(0)
  expect(await status(page).textContent()).toMatch(/^\d+ results/)
  const active = () => page.locator('.search [aria-selected=true]').getAttribute('id')
  expect(await active()).toBe('search-result-0')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await active()).toBe('search-result-1')
  const path = await results(page).nth(1).locator('.search__path').textContent()
  expect(path).toMatch(/\S, +› \S/) // what is spoken has a comma between the titles
  expect(await field(page).getAttribute('aria-activedescendant')).toBe('search-result-1')
  const second = (await results(page).nth(1).getAttribute('href')) ?? ''
  await page.keyboard.press('Enter')
  await page.waitForURL(second)
  expect(await page.locator(`${new URL(second).hash}`).count()).toBe(1)

  await page.goBack()
  await results(page).first().waitFor()
  expect(await field(page).inputValue()).toBe('route ENETUNREACH')
  await page.locator('#search-result-1[aria-selected=true]').waitFor()
  expect(errors).toEqual([])
})

test('a section of the same page is opened without loading it anew, and Back shows the results again', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  await page.keyboard.press('/')
  await field(page).fill('full_mesh_new_session backup')
  const there = results(page)
    .and(page.locator(`[href*="/${note}#"]`))
    .first()
  await there.click()
  await dialog(page).waitFor({ state: 'detached' })
  expect(page.url()).toMatch(/\/new-session\/#[a-z-]+$/)
  expect(await page.locator(':target').count()).toBe(1)
  await page.goBack()
  await there.and(page.locator('[aria-selected=true]')).waitFor()
  expect(await field(page).inputValue()).toBe('full_mesh_new_session backup')
  await page.goForward()
  await dialog(page).waitFor({ state: 'detached' })
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
})

test('Enter opens the first result of all that was typed, even if others are still shown', async () => {
  const { page } = await openPage('?q=socket', { lang: 'en' })
  await current(page).first().waitFor()
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/search-index/**', async (route) => {
    await held
    await route.continue()
  })
  await field(page).fill('retry_bitfield')
  await page.keyboard.press('Enter')
  expect(await results(page).count()).toBeGreaterThan(0)
  answer()
  await page.waitForURL('**/en/structures/remotes/**')
})

test('a button shows more results, and goes on from the first of them', async () => {
  const { page } = await openPage('?q=subflow', { lang: 'en' })
  await results(page).nth(9).waitFor()
  expect(await results(page).count()).toBe(10)
  await page.locator('.search__more').press('Enter')
  await results(page).nth(29).waitFor()
  expect(await status(page).textContent()).toContain('30')
  expect(await field(page).getAttribute('aria-activedescendant')).toBe('search-result-10')
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true)
})

test('Ctrl+K opens the search, Escape closes it, and the focus is where it was', async () => {
  const { page } = await openPage(`${note}?q=ADD_ADDR#when`)
  await results(page).first().waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('#when')
  const link = page.locator('main p a').first()
  await link.focus()
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('a slash that is typed into the code of an example, or into a field, opens nothing', async () => {
  const { page } = await openPage(note)
  const example = page.locator('full-mesh-example').first()
  await example.locator('[data-action=edit]').click()
  const editor = example.locator('.cm-content').first()
  await editor.focus()
  await page.keyboard.type('/')
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.type('/')
  expect(await field(page).inputValue()).toBe('/')
  expect(await editor.textContent()).toContain('/')
  expect(await dialog(page).count()).toBe(1)
})

test('an index that cannot be loaded is said, and is loaded when the reader types on', async () => {
  const { page } = await openPage(note, { lang: 'en' })
  await page.route('**/catalogue.json', (route) => route.abort())
  await page.locator('[data-action=search]').click()
  await page.locator('.search__status', { hasText: 'could not be loaded' }).waitFor()
  await page.unroute('**/catalogue.json')
  await page.keyboard.type('subflow')
  await results(page).first().waitFor()
})

test('in a field of an input method, the text is searched when it is composed', async () => {
  const { page, context } = await openPage('?q=')
  await field(page).waitFor()
  const devtools = await context.newCDPSession(page)
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('h')
  await compose('hui')
  expect(await status(page).textContent()).toBe('')
  await devtools.send('Input.insertText', { text: '会话' })
  await results(page).first().waitFor()
})

test('a page that is not listed is not found', async () => {
  const { page } = await openPage('?q=排版样张')
  await page.locator('.search__status:not(:empty)').waitFor()
  expect(await page.locator('.search [href*=typesetting]').count()).toBe(0)
})
