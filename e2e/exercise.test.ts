import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { languages, openPage, writeOver } from './support/page.ts'

const code = { page: 'learn/slots/', name: 'first-free-slot' }
const prediction = { page: 'learn/opening/', name: 'four-pairs' }
const solution = 'for (let slot = 0; slot < 8; slot++) if ((bits & (1 << slot)) === 0) return slot'
const words = {
  zh: { right: '正确。', first: '请先填写答案。', counts: '会话开始时的子流也要计入。' },
  en: {
    right: 'Right.',
    first: 'Enter an answer first.',
    counts: 'The subflow with which the session began counts too.',
  },
}

const exercise = (page: Page, { name }: { name: string }) => page.locator(`#exercise-${name}`)

/** Presses a button of an exercise, and waits until its results have a text. */
async function results(page: Page, of: { name: string }, action: string, says: string): Promise<string> {
  const one = exercise(page, of)
  await one.locator(`[data-action=${action}]`).click()
  await one.locator('.exercise__results', { hasText: says }).waitFor()
  return (await one.locator('.exercise__results').textContent()) ?? ''
}

test.each(languages)(
  'in %s, a prediction is compared with what the model does, and a wrong one gets a reason',
  async (lang) => {
    const { page, errors, otherHosts, scripts } = await openPage(prediction.page, { lang })
    const field = exercise(page, prediction).locator('input')
    expect(scripts).toEqual([])
    await results(page, prediction, 'check', textIn(words, lang).first)
    await field.fill('5')
    const wrong = await results(page, prediction, 'check', textIn(words, lang).counts)
    expect(wrong).not.toContain('6')
    await field.fill('6')
    await field.press('Enter')
    await exercise(page, prediction)
      .locator('.exercise__results', { hasText: textIn(words, lang).right })
      .waitFor()
    expect(await exercise(page, prediction).locator('.exercise__solved').isVisible()).toBe(true)
    // A prediction needs neither the editor nor the compiler.
    expect(scripts.filter((script) => script.includes('editor'))).toEqual([])
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  },
)

test('code is checked by hidden tests, before and after it is edited', async () => {
  const { page, errors } = await openPage(code.page, { lang: 'en' })
  const one = exercise(page, code)
  await results(page, code, 'check', 'Not yet.')
  expect(await one.locator('.exercise__results').textContent()).toContain('slot 0 is the lowest free slot')
  await one.locator('[data-action=edit]').click()
  const editor = one.locator('.cm-content')
  await editor.waitFor()
  await writeOver(editor, `export function freeSlot(bits: number) {\n${solution}\n}`)
  expect(await results(page, code, 'check', 'Right.')).toContain('met')
  await writeOver(editor, 'export function freeSlot(')
  await results(page, code, 'check', 'start.ts')
  await writeOver(editor, 'export function freeSlot() { for (;;); }')
  await results(page, code, 'check', 'Stopped')
  await one.locator('[data-action=reset]').click()
  expect(await editor.count()).toBe(0)
  expect(errors).toEqual([])
})

test('the solution can be read without JavaScript, and run with it', async () => {
  const { page: plain } = await openPage(prediction.page, { js: false, lang: 'en' })
  expect(await plain.locator(`.sections--beside [href="#exercise-${prediction.name}"]`).count()).toBe(1)
  const fold = exercise(plain, prediction).locator('.exercise__solution')
  await fold.locator('summary').click()
  expect(await fold.textContent()).toContain('3 × 2 = 6')
  expect(await exercise(plain, prediction).locator('[data-action=check]').isVisible()).toBe(false)

  const { page } = await openPage(code.page, { lang: 'en' })
  await exercise(page, code).locator('.exercise__solution > summary').click()
  expect(await results(page, code, 'solution', 'Right.')).toContain('met')
})

test('the progress is kept in the browser, shown on the pages opened later, and can be cleared', async () => {
  const { page, scripts } = await openPage(prediction.page, { lang: 'en' })
  await exercise(page, prediction).locator('input').fill('6')
  await results(page, prediction, 'check', 'Right.')

  await page.goto(page.url().replace(prediction.page, 'learn/'))
  const course = page.locator('full-mesh-progress')
  await course.locator(`[data-exercise=${prediction.name}][data-solved]`).waitFor()
  const all = await course.locator('[data-exercise]').count()
  expect(await course.locator('.exercise__progress').textContent()).toBe(`1 of ${all} exercises solved`)
  await course.locator('[data-action=clear]').click()
  expect(await course.locator('[data-solved]').count()).toBe(0)
  scripts.length = 0
  await page.reload()
  expect(scripts).toEqual([])

  // What is stored may have been written by anything.
  await page.evaluate(() => localStorage.setItem('fullmesh-exercises', '{"<img>": 1}'))
  await page.reload()
  await course.locator('.exercise__progress', { hasText: `0 of ${all}` }).waitFor()
})
