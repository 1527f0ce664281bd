import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fullmeshRaw } from '../reference/kernel-source.ts'
import { linkText } from '../src/example/page/link.ts'
import { testCFile } from '../src/walkthrough/c-pane/test-c-file.ts'
import { address, languages, openPage, writeOver } from './support/page.ts'
import { button, goTo, start, walkOf } from './support/walk.ts'

const note = 'ops/new-session/'

/** What a reader does on a page of each kind, through all of its states. */
const visits: Record<string, (page: Page) => Promise<void>> = {
  async ''(page) {
    await page.click('[data-theme-switch]')
    const story = page.locator('full-mesh-story').first()
    await story.locator('[data-action=back]').click()
    await story.locator('[data-action=play]').click()
    await story.locator('[data-action=play]').click()
    await page.locator('full-mesh-pair [data-action=toggle]').click()
    await page.locator('.cell--other').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.emulateMedia({ media: 'screen' })
    await page.locator('full-mesh-pair [data-action=toggle]').click()
  },
  async [note](page) {
    await page.locator('full-mesh-example > .example__code > pre').first().focus()
    await page.locator('.pop-up').waitFor()
    const example = page.locator('full-mesh-example').first()
    const run = async (state: string) => {
      await example.locator('[data-action=run]').click()
      await example.locator(`[data-state=${state}]`).first().waitFor()
    }
    await run('pass')
    await example.locator('[data-action=edit]').click()
    await writeOver(example.locator('.cm-content').first(), 'export function fullMeshNewSession() {}\n')
    await run('fail')
  },
  async [`${note}?walk`](page) {
    const walk = await start(walkOf(page))
    await goTo(walk, 46)
    for (const key of ['m', 'd', '?', '?']) await page.keyboard.press(key)
    await button(walk, 'pin').first().click()
    await walk.locator('[data-c=load]').click()
    await walk.locator('[data-c=code]').waitFor()
  },
  async [`${note}?improve`](page) {
    await page.locator('#when + .improve-section').click()
    await page.locator('.improve .cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('\n\nObviously 推迟 {')
    await page.locator('.improve__mark').first().waitFor()
  },
  // Links that open something are a first action.
  async [`${note}?pair#call-stack-new_session-01.3`](page) {
    await page.locator('.cell--other').first().waitFor()
    await page.locator('[data-stage] [data-c=load]').waitFor()
  },
  async '?q=ADD_ADDR'(page) {
    await page.locator('.search [role=option]').first().waitFor()
    await page.locator('.search [role=combobox]').fill('元套结字 create_subfow_worker')
    await page.locator('.search__status:not(:empty)').waitFor()
  },
  async [`${note}#new-session.ts/${await linkText({ of: '', texts: {} })}`](page) {
    await page.locator('.example__note').waitFor()
    await page.locator('.cm-content').first().pressSequentially('// <b>changed</b>\n')
    await page.locator('[data-action=copy-code]').click()
    await page.evaluate(() => location.assign('#new-session.ts/1'))
    await page.locator('.lost').waitFor()
  },
  async [`${note}#walk-initial-address-not-announced.12`](page) {
    await page.locator('[data-stage] [data-panel=log]').waitFor({ state: 'attached' })
  },
  async 'learn/slots/'(page) {
    const exercise = page.locator('#exercise-first-free-slot')
    await exercise.locator('[data-action=edit]').click()
    await exercise.locator('.cm-content').waitFor()
    await exercise.locator('[data-action=check]').click()
    await exercise.locator('.exercise__results [data-state]').first().waitFor()
  },
  async 'questions/which-mptcp/'(page) {
    await page.locator('full-mesh-which [data-action=v0]').click()
    await page.locator('full-mesh-which [data-action=read]').click()
    await page.locator('.which__answer section').first().waitFor()
  },
  async 'reference/scenarios/'(page) {
    await page.locator('full-mesh-scenario [data-action=run]').click()
    await page.locator('.own-scenario__printed').waitFor()
  },
  async 'ops/'(page) {
    await page.locator('.pagination-nav__link--next').click()
    await page.locator('full-mesh-example').first().waitFor({ state: 'attached' })
    await page.goBack()
    await page.locator('a[data-language]').click()
  },
  async 'structures/tables/'(page) {
    await page.locator('main svg').first().hover()
  },
  async 'no/such/page'(page) {
    await page.locator('main a').first().click()
  },
}

test.each(languages.flatMap((lang) => Object.keys(visits).map((path) => [lang, path] as const)))(
  'in %s, whatever a reader does on "/%s", nothing breaks the security policy',
  async (lang, path) => {
    const { page, context, errors } = await openPage('learn/', { lang })
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/plain; charset=utf-8' }
    await context.route(fullmeshRaw, (route) => route.fulfill({ headers, body: testCFile() }))
    await page.goto(address(path, lang))
    await visits[path]?.(page)
    expect(errors.filter((error) => !/status of 404/.test(error))).toEqual([])
  },
)

/** What a text from elsewhere would do in the page if it got there, and the directive that refuses it. */
const refused: Record<string, [directive: string, attack: () => unknown]> = {
  'a text set as HTML': [
    'require-trusted-types-for',
    () => {
      document.body.innerHTML = '<p>text</p>'
    },
  ],
  'an inline style': ['style-src-attr', () => document.body.setAttribute('style', 'color: red')],
  'a style element': [
    'style-src-elem',
    () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'a {}' })),
  ],
  'a request to another host': ['connect-src', () => fetch('https://a.example/').catch(() => {})],
  'an image of another host': [
    'img-src',
    () => document.body.append(Object.assign(new Image(), { src: 'https://a.example/a.png' })),
  ],
  'another policy for HTML': [
    'trusted-types',
    () => Reflect.get(window, 'trustedTypes').createPolicy('other', {}),
  ],
}

test.each(Object.entries(refused))('the policy refuses %s', async (_, [directive, attack]) => {
  const { page, errors } = await openPage('')
  await page.evaluate(attack).catch(() => {})
  await expect.poll(() => errors.join('\n')).toContain(`security policy, ${directive}:`)
})
