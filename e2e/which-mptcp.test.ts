import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { address, languages, openPage } from './support/page.ts'

const path = 'questions/which-mptcp/'

const words = {
  zh: {
    v0: 'multipath-tcp.org 内核',
    mainline: '主线 Linux',
    unsure: '无法判断',
    line: '第 2 行',
    tooLarge: '1 MB',
  },
  en: {
    v0: 'The multipath-tcp.org kernel',
    mainline: 'Mainline Linux',
    unsure: 'Cannot tell',
    line: 'line 2',
    tooLarge: '1 MB',
  },
}

const field = (page: Page) => page.locator('full-mesh-which textarea')
const button = (page: Page, action: string) => page.locator(`full-mesh-which [data-action=${action}]`)
const status = (page: Page) => page.locator('full-mesh-which [role=status]')
const answer = (page: Page) => page.locator('.which__answer')

/** Pastes a text, as a reader does, and presses the button. */
async function ask(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await button(page, 'read').click()
  await page.waitForFunction(() => document.querySelector('full-mesh-which [role=status]')?.textContent)
}

describe.each(languages)('in %s', (lang) => {
  test('a pasted text is answered, with the lines that show it, and nothing leaves the page', async () => {
    const { page, errors, otherHosts, scripts } = await openPage(path, { lang })
    expect(scripts).toEqual([])
    await field(page).focus()
    await page.waitForFunction(() => document.querySelector('full-mesh-which[data-ready]'))
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))

    await ask(page, '$ sysctl -a | grep path_manager\nnet.mptcp.mptcp_path_manager = default\r\n')
    expect(await status(page).textContent()).toContain(textIn(words, lang).v0)
    expect(await answer(page).textContent()).toContain(
      `${textIn(words, lang).line} net.mptcp.mptcp_path_manager = default`,
    )
    const link = answer(page).locator('a[href$="#not-selected"]')
    expect(await link.getAttribute('href')).toBe(
      `${new URL(address('questions/no-second-subflow/', lang)).pathname}#not-selected`,
    )
    expect(requests).toEqual([])
    expect(scripts).toHaveLength(1)
    expect([...errors, ...otherHosts]).toEqual([])

    await link.click()
    await page.waitForURL(/no-second-subflow\/#not-selected$/)
    expect(await page.locator('#not-selected').isVisible()).toBe(true)
  })

  test('the samples are told apart, and do not replace what the reader pasted', async () => {
    const { page } = await openPage(path, { lang })
    for (const stack of ['v0', 'mainline'] as const) {
      await button(page, stack).click()
      await expect
        .poll(() => field(page).inputValue())
        .toContain(stack === 'v0' ? 'v0.95' : 'ip mptcp limits')
      await ask(page, await field(page).inputValue())
      expect(await status(page).textContent()).toContain(textIn(words, lang)[stack])
    }
    await field(page).fill('mine')
    await button(page, 'v0').click()
    expect(await field(page).inputValue()).toBe('mine')
    await button(page, 'clear').click()
    expect(await field(page).inputValue()).toBe('')
    expect(await answer(page).textContent()).toBe('')
  })

  test('what says nothing, and what is too large, is answered in words', async () => {
    const { page } = await openPage(path, { lang })
    await ask(page, 'hello')
    expect(await status(page).textContent()).toContain(textIn(words, lang).unsure)
    expect(await answer(page).textContent()).toContain('dmesg | grep -i mptcp')
    await field(page).evaluate((element) => {
      ;(element as HTMLTextAreaElement).value = 'x'.repeat(1_000_001)
    })
    await button(page, 'read').click()
    expect(await status(page).textContent()).toContain(textIn(words, lang).tooLarge)
    expect(await answer(page).textContent()).toBe('')
  })

  test('without JavaScript there is no field, and the table tells', async () => {
    const { page } = await openPage(path, { lang, js: false })
    expect(await field(page).isVisible()).toBe(false)
    expect(await page.locator('.which__without').isVisible()).toBe(true)
    const byHand = page.locator('.heading:has(#by-hand) ~ :is(table, :has(table))').first()
    expect(await byHand.textContent()).toContain('net.mptcp.enabled')
  })
})

test('hostile text stays text', async () => {
  const { page, errors } = await openPage(path, { lang: 'en' })
  const attack = `<img src=x onerror="document.title='attacked'"><script>document.title='attacked'</script>`
  await ask(page, `net.mptcp.mptcp_path_manager = ${attack}`)
  expect(await answer(page).textContent()).toContain(attack)
  expect(await answer(page).locator('img, script').count()).toBe(0)
  expect(await page.title()).not.toContain('attacked')
  expect(errors).toEqual([])
})

test('the keyboard does it all', async () => {
  const { page, errors } = await openPage(path, { lang: 'en' })
  await field(page).focus()
  await page.keyboard.insertText('net.mptcp.enabled = 1')
  await page.waitForFunction(() => document.querySelector('full-mesh-which[data-ready]'))
  await page.keyboard.press('Control+Enter')
  expect(await status(page).textContent()).toContain(words.en.mainline)
  await page.keyboard.press('Tab')
  expect(await button(page, 'read').evaluate((element) => element === document.activeElement)).toBe(true)
  expect(errors).toEqual([])
})
