import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { folderOf, type Language, textIn } from '../reference/languages.ts'
import { languages, openPage } from './support/page.ts'

const path = 'ops/new-session/'
const fileIn = (language: Language) => `${folderOf(language)}/ops/new-session.mdx`
/** The heading of the section that is edited. */
const headings = { zh: '何时运行 ', en: 'When it runs ' }

const dialog = (page: Page) => page.locator('.improve')
const editor = (page: Page) => page.locator('.improve .cm-content')
const preview = (page: Page) => page.locator('.improve__panel[data-panel=preview] .improve__read')
const problems = (page: Page) => page.locator('.improve__problems')
const action = (page: Page, name: string) => page.locator(`.improve [data-action=${name}]`)

/** Opens the editor of a section, with the cursor at the end of its text. */
async function open(page: Page, section: string): Promise<void> {
  await page.locator(`#${section} + .improve-section`).click()
  await editor(page).focus()
  await page.keyboard.press('Control+End')
}

/** Waits until the preview has a text. */
async function previewed(page: Page, text: string): Promise<void> {
  await preview(page).getByText(text).waitFor()
}

describe.each(languages)('in %s', (lang) => {
  test('a section is edited in the page, and git applies the patch that is downloaded', async () => {
    const { page, errors, otherHosts, scripts } = await openPage(path, { lang })
    expect(scripts).toEqual([])
    const methods = new Set<string>()
    page.on('request', (request) => methods.add(request.method()))
    await open(page, 'when')
    const other = languages.find((each) => each !== lang) ?? lang
    expect(await page.locator('.improve__panel[data-panel=other] h2').textContent()).toBe(
      textIn(headings, other),
    )
    await page.keyboard.insertText(' **“会话”**之后 `improved`')
    await previewed(page, 'improved')
    expect(await preview(page).locator('strong', { hasText: '“会话”' }).count()).toBe(1)

    const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'download').click()])
    expect(download.suggestedFilename()).toBe('ops-new-session.when.patch')
    const patch = await text(await download.createReadStream())
    expect(patch).toContain(`--- a/${fileIn(lang)}\n`)
    expect(patch).toMatch(/\n\+[^\n]+ \*\*“会话”\*\*之后 `improved`\n/)
    execFileSync('git', ['apply', '--check', '-'], { input: patch })

    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.previousElementSibling?.id)).toBe('when')
    expect([...methods]).toEqual(['GET'])
    expect([...errors, ...otherHosts]).toEqual([])
  })
})

test('a text that is no MDX, or hostile, is told with its line and changes nothing on the page', async () => {
  const { page, errors, otherHosts } = await openPage(path, { lang: 'en' })
  await open(page, 'work-items')
  await page.keyboard.insertText('\n\nA last good word')
  await previewed(page, 'A last good word')
  await page.keyboard.insertText(' {')
  await problems(page).locator('li[data-fatal]').waitFor()
  const lines = readFileSync(fileIn('en'), 'utf8').split('\n')
  const line = lines.findIndex((line) => line.includes('at="1292-1293"')) + 3
  expect(await problems(page).locator('li button').textContent()).toBe(`line ${line}`)
  await previewed(page, 'A last good word')
  await action(page, 'download').click()
  expect(await page.locator('.improve__foot [role=status]').textContent()).toContain('Fix the problems')

  await page.keyboard.press('Escape')
  await action(page, 'stay').waitFor()
  await page.keyboard.press('Escape')
  await editor(page).focus()
  await page.keyboard.press('Backspace')
  await page.keyboard.insertText(
    `<img src="x" onerror="document.title='attacked'" /> <script>document.title='attacked'</script> {document.title='attacked'} [go](javascript:document.title='attacked')`,
  )
  await previewed(page, 'go')
  expect(await preview(page).locator('img, script, [onerror], a:not([href^="/en/"])').count()).toBe(0)
  expect(await page.title()).not.toContain('attacked')
  expect([...errors, ...otherHosts]).toEqual([])
})

test('what the reader wrote is there after a reload, and a component that was deleted can be put back', async () => {
  const { page, errors } = await openPage(path, { lang: 'en' })
  await open(page, 'work-items')
  await page.keyboard.insertText(' Kept.')
  await previewed(page, 'Kept.')
  await page.reload()
  await open(page, 'work-items')
  await previewed(page, 'Kept.')

  await editor(page).locator('[data-kind=component]').click()
  expect(await editor(page).locator('.improve__chip--selected').count()).toBe(1)
  expect(await problems(page).locator('li').count()).toBe(0)
  await page.keyboard.press('Delete')
  await problems(page).locator('li button').nth(1).click()
  await expect.poll(() => problems(page).locator('li').count()).toBe(0)

  await action(page, 'reset').click()
  await preview(page).getByText('Kept.').waitFor({ state: 'detached' })
  await action(page, 'resume').click()
  await previewed(page, 'Kept.')
  await action(page, 'reset').click()
  await action(page, 'reset').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

test('an input method writes beside a component, and its text is checked when it is done', async () => {
  const { page, context } = await openPage(path)
  await open(page, 'work-items')
  await editor(page).locator('[data-kind=component]').click()
  await page.keyboard.press('ArrowRight')
  const devtools = await context.newCDPSession(page)
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('n')
  await compose('ni')
  await devtools.send('Input.insertText', { text: '你' })
  await previewed(page, '你')
  expect(await problems(page).textContent()).toContain('您')
  expect(await editor(page).textContent()).not.toContain('ni')
  expect(await page.locator('.improve__remarks').textContent()).toContain('2 处问题')
})
