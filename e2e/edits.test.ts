import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { languages, openPage, writeOver } from './support/page.ts'

const note = 'ops/new-session/'
/** An example of the page that is one test, and one that is a module. */
const [single, module] = ['code-early-session-default-manager', 'new-session.ts']
const words = {
  zh: {
    mark: '"（有修改）"',
    kept: '已打开上次的修改',
    link: '不属于本站内容。代码尚未运行。',
    own: '此前在本浏览器中所作的修改仍在',
    broken: '链接不完整',
    notHere: '链接中的例子不在本页',
  },
  en: {
    mark: '" (your change)"',
    kept: 'Your earlier change is open',
    link: 'It is not part of this site. It has not been run.',
    own: 'Your own change is still kept',
    broken: 'The link is incomplete',
    notHere: 'The example of the link is not on this page',
  },
}

const exampleOf = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const button = (example: Locator, action: string) => example.locator(`[data-action=${action}]`)
const noteOf = (example: Locator) => example.locator('.example__note')
/** What stands behind the words of the button to edit. */
const markOf = (example: Locator) =>
  button(example, 'edit').evaluate((element) => getComputedStyle(element, '::after').content)
const editor = (example: Locator) => example.locator('.cm-content').first()

/** Opens the editor of an example, and returns its text. */
async function edit(example: Locator): Promise<string | null> {
  await button(example, 'edit').click()
  await editor(example).waitFor()
  return editor(example).textContent()
}

/** Presses "copy link", and returns what follows the address of the page. Tests share the clipboard: it is replaced. */
async function copyLink(example: Locator): Promise<string> {
  const page = example.page()
  await page.evaluate(() => {
    navigator.clipboard.write = async ([item]) => {
      const text = await item?.getType('text/plain')
      document.body.dataset.clipboard = await text?.text()
    }
  })
  await button(example, 'copy-link').click()
  await button(example, 'copy-link')
    .getByText(/已复制|Copied/)
    .waitFor()
  return new URL((await page.locator('body').getAttribute('data-clipboard')) ?? '').hash
}

test.each(languages)(
  'in %s, a change is there again after a reload, when the reader presses Edit, and Reset can be undone',
  async (lang) => {
    const { page, errors, scripts } = await openPage(note, { lang })
    const example = exampleOf(page, single)
    const original = await edit(example)
    await writeOver(editor(example), '// changed')
    await page.mouse.move(0, 0) // a pointer that rests on the example loads its script
    scripts.length = 0
    await page.reload()
    expect(scripts).toEqual([])
    expect(await markOf(example)).toBe(textIn(words, lang).mark)
    expect(await markOf(exampleOf(page, module))).toBe('none')
    // The result of the page's code is not shown beside the change.
    await button(example, 'run').click()
    await page.locator(`[id="${single}"][data-outcome=pass]`).waitFor()
    expect(await edit(example)).toBe('// changed')
    expect(await noteOf(example).textContent()).toContain(textIn(words, lang).kept)
    expect(await example.getAttribute('data-outcome')).toBeNull()

    await button(example, 'reset').click()
    expect(await editor(example).count()).toBe(0)
    await button(example, 'undo').click()
    expect(await editor(example).textContent()).toBe('// changed')
    await button(example, 'reset').click()
    expect(await markOf(example)).toBe('none')
    await page.reload()
    expect(await markOf(example)).toBe('none')
    expect(await edit(example)).toBe(original)
    expect(errors).toEqual([])
  },
)

test.each(languages)(
  'in %s, a link opens the code at its example, says where it comes from, and runs nothing',
  async (lang) => {
    const { page } = await openPage(note, { lang })
    const sender = exampleOf(page, module)
    await edit(sender)
    await writeOver(editor(sender), '<b>throw</b> // 会话')
    const link = await copyLink(sender)

    const { page: other, errors } = await openPage(note + link, { lang })
    const example = exampleOf(other, module)
    await noteOf(example).waitFor()
    expect(await noteOf(example).textContent()).toContain(textIn(words, lang).link)
    expect(await editor(example).textContent()).toBe('<b>throw</b> // 会话')
    expect(await example.getAttribute('data-outcome')).toBeNull()
    expect(await example.locator('.example__results').isVisible()).toBe(false)
    await button(example, 'run').click()
    await other.locator(`[id="${module}"][data-outcome=broken]`).waitFor()
    expect(await noteOf(example).textContent()).not.toContain(textIn(words, lang).link)

    // The page in the other language has the code too. Reset leads back to the page, also in the address.
    await other.locator('a[data-language]').first().click()
    await noteOf(example).waitFor()
    await button(example, 'reset').click()
    expect(new URL(other.url()).hash).toBe('')
    expect(errors).toEqual([])
  },
)

test.each(languages)(
  'in %s, a link does not replace the reader’s own change, and one that is cut off or leads nowhere says so',
  async (lang) => {
    const { page, errors } = await openPage(note, { lang })
    const example = exampleOf(page, single)
    await edit(example)
    await writeOver(editor(example), '// of a link')
    const link = await copyLink(example)
    await writeOver(editor(example), '// my own')

    const open = (hash: string) => page.evaluate((hash) => location.assign(hash), hash)
    await open(link)
    await noteOf(example).getByText(textIn(words, lang).own).waitFor()
    expect(await editor(example).textContent()).toBe('// of a link')
    await button(example, 'reset').click()
    expect(await edit(example)).toBe('// my own')

    await open(link.slice(0, -1))
    await page.locator('.lost', { hasText: textIn(words, lang).broken }).waitFor()
    expect(await editor(example).textContent()).toBe('// my own')
    const { page: other } = await openPage(note + link.replace(single, 'code-of-no-test'), { lang })
    await other.locator('.lost', { hasText: textIn(words, lang).notHere }).waitFor()
    expect(errors).toEqual([])
  },
)

test('an answer to an exercise is kept too, and can be passed on, by touch on a phone', async () => {
  const exercise = 'exercise-first-free-slot'
  const { page, errors } = await openPage('learn/slots/', { width: 390, touch: true })
  const example = exampleOf(page, exercise)
  await edit(example)
  await writeOver(editor(example), '// my answer')
  const link = await copyLink(example)
  await page.reload()
  expect(await edit(example)).toBe('// my answer')

  const { page: other } = await openPage(`learn/slots/${link}`, { width: 390, touch: true })
  await noteOf(exampleOf(other, exercise)).waitFor()
  expect(await editor(exampleOf(other, exercise)).textContent()).toBe('// my answer')
  expect(errors).toEqual([])
})
