import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { holdClock, languages, openPage, passTime } from './support/page.ts'
import { button, count, opened, panel, sentence, walkOf } from './support/walk.ts'

const tree = 'https://github.com/cellbricks/mptcp/blob/1aacd7aee5aec5689813d0fc51abe804357595be/'

/** The calls that reach `new_session` on the active side, as the page has to show them. */
const chain = [
  ['tcp_v4_rcv', 'net/ipv4/tcp_ipv4.c#L1889'],
  ['tcp_v4_do_rcv', 'net/ipv4/tcp_ipv4.c#L1608'],
  ['tcp_rcv_state_process', 'net/ipv4/tcp_input.c#L6221'],
  ['mptcp_update_metasocket', 'net/mptcp/mptcp_ctrl.c#L1579'],
  ['full_mesh_new_session', 'net/mptcp/mptcp_fullmesh.c#L1242'],
]
const words = {
  zh: { opener: '主动方', context: '软中断' },
  en: { opener: 'Active opener', context: 'softirq' },
}

/** Words in the text of a step: the call, locks taken by an earlier call, the condition, the end. */
const stepWords = {
  zh: {
    call: '调用',
    since: '（自 tcp_v4_rcv 起）',
    condition: 'SYN_SENT',
    end: '到达 full_mesh_new_session',
  },
  en: {
    call: 'calls',
    since: '(since tcp_v4_rcv)',
    condition: 'SYN_SENT',
    end: 'Reaches full_mesh_new_session',
  },
}

/** The element of a stack, which is in its caption's box. */
const stackOf = (page: Page, id = 'new_session-01') => page.locator(`#call-stack-${id}`)
const current = (stack: Locator) => stack.locator('[data-stage] [aria-current=step]')
/** Returns everything that a stack shows of a step. */
const shown = async (stack: Locator) => [
  await sentence(stack),
  await count(stack),
  await panel(stack, 'stack').textContent(),
  await panel(stack, 'c').textContent(),
  await current(stack).textContent(),
]

const isOpen = (stack: Locator) =>
  stack.locator('[data-stage] [data-c=code], [data-stage] [data-c=load]').waitFor()

async function start(page: Page, id?: string): Promise<Locator> {
  const stack = stackOf(page, id)
  await button(stack, 'start').click()
  await isOpen(stack)
  return stack
}

describe.each(languages)('in %s', (lang) => {
  test('new_session shows how it is reached, from the outside in, and every function leads to its line', async () => {
    const { page } = await openPage('ops/new-session/', { lang, js: false })
    const stack = page.locator('details[data-stack="new_session-01"]')
    const functions = stack.locator('.call-stack__function')
    const shown = await functions.evaluateAll((all) =>
      all.map((item) => [
        item.querySelector('code')?.textContent,
        item.querySelector('a.c-line')?.getAttribute('href'),
      ]),
    )
    expect(shown).toEqual(chain.map(([name, place]) => [name, tree + place]))
    expect(await functions.last().isVisible()).toBe(true)
    const caption = await stack.locator('summary').textContent()
    for (const word of Object.values(textIn(words, lang))) expect(caption).toContain(word)
  })

  test('forwards to the end and back, a step says and shows the same', async () => {
    const { page, errors, otherHosts } = await openPage('ops/new-session/', { lang })
    const stack = await start(page)
    const seen: unknown[] = []
    for (const [name] of chain.slice(1)) {
      seen.push(await shown(stack))
      expect(await sentence(stack)).toContain(`${textIn(stepWords, lang).call} ${name}`)
      expect(await stack.locator('.stage__context').textContent()).toContain(textIn(words, lang).context)
      await button(stack, 'forward').click()
    }
    expect(await sentence(stack)).toContain(textIn(stepWords, lang).end)
    expect(await panel(stack, 'c').textContent()).toContain('full_mesh_new_session')
    expect(await button(stack, 'forward').getAttribute('aria-disabled')).toBe('true')
    for (const before of seen.toReversed()) {
      await button(stack, 'back').click()
      expect(await shown(stack)).toEqual(before)
    }
    expect(errors).toEqual([])
    expect(otherHosts).toEqual([])
  })
})

test('another way is folded, and opens without JavaScript', async () => {
  const { page } = await openPage('ops/new-session/', { js: false })
  const other = page.locator('details[data-stack="new_session-12"]')
  const first = other.locator('.call-stack__function').first()
  expect(await first.isVisible()).toBe(false)
  await other.locator('summary').click()
  expect(await first.isVisible()).toBe(true)
})

test('without JavaScript there is nothing to step with; on paper there are all the frames, folded or stepped through', async () => {
  const { page: still } = await openPage('ops/new-session/', { js: false })
  expect(await button(stackOf(still), 'start').isVisible()).toBe(false)

  const { page } = await openPage('ops/new-session/')
  const stack = await start(page)
  await page.emulateMedia({ media: 'print' })
  expect(await stack.locator('[data-stage]').isVisible()).toBe(false)
  for (const frame of await page.locator('.call-stack__frames p').all()) {
    expect(await frame.isVisible()).toBe(true)
  }
})

test('a link to a step opens there, with the locks and the condition of that call, also in a folded stack', async () => {
  const { page, scripts, errors } = await openPage('ops/new-session/#call-stack-new_session-01.3')
  const stack = stackOf(page)
  await isOpen(stack)
  for (const word of [stepWords.zh.since, stepWords.zh.condition])
    expect(await current(stack).textContent()).toContain(word)
  expect(scripts.every((script) => /\/(stack|walk)\//.test(script))).toBe(true)
  await button(stack, 'forward').click()
  await page.waitForFunction(() => location.hash === '#call-stack-new_session-01.4')

  await button(stack, 'close').click()
  await page.evaluate(() => location.assign('#call-stack-new_session-12.2'))
  const other = stackOf(page, 'new_session-12')
  await isOpen(other)
  expect(await count(other)).toMatch(/^2 /)
  expect(errors).toEqual([])
})

test('the end leads to the walkthrough, where the function begins, or to its page', async () => {
  const { page } = await openPage('ops/new-session/#call-stack-new_session-01.5')
  await stackOf(page).locator('[role=status] a[href^="#walk-"]').click()
  const walk = walkOf(page)
  await opened(walk)
  expect(await panel(walk, 'stack').textContent()).toContain('full_mesh_new_session')
  expect(await panel(walk, 'c').textContent()).toContain('full_mesh_new_session')

  const { page: other } = await openPage('call-stacks/wire/#call-stack-new_session-01.5')
  await stackOf(other).locator('[role=status] a[href$="/ops/new-session/"]').click()
  await other.waitForURL(/ops\/new-session\/$/)
})

test('the keyboard does it all', async () => {
  const { page } = await openPage('ops/new-session/')
  await holdClock(page)
  const stack = stackOf(page)
  await button(stack, 'start').focus()
  await page.keyboard.press('Enter')
  await isOpen(stack)
  const at = () => current(stack).locator('button > code').textContent()
  const walked = []
  for (const key of [
    'ArrowRight',
    'ArrowDown',
    'ArrowLeft',
    'ArrowUp',
    'End',
    'ArrowRight',
    'Home',
    'ArrowLeft',
  ]) {
    await page.keyboard.press(key)
    walked.push(await at())
  }
  const [first, second, third, , last] = chain.map(([name]) => name)
  expect(walked).toEqual([second, third, second, first, last, last, first, first])
  await page.keyboard.press('?')
  expect(await stack.locator('.walk__keys').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await stack.locator('.walk__keys').count()).toBe(0)
  await page.keyboard.press('Escape')
  await stack.locator('[data-stage]').waitFor({ state: 'detached' })
  expect(await button(stack, 'start').evaluate((element) => element === document.activeElement)).toBe(true)
  await passTime(page) // an address is written some time after its step
  expect(new URL(page.url()).hash).toBe('')
})

test('on a phone every control has 44 px, the current call is in sight, and the buttons stay where they are', async () => {
  const { page } = await openPage('call-stacks/work/', { width: 390, touch: true })
  const stack = stackOf(page, 'addr_signal-147')
  await button(stack, 'start').tap()
  await isOpen(stack)
  const length = Number((await count(stack)).split(' / ')[1])
  const places = new Set<number | undefined>()
  for (let step = 1; step < length; step++) {
    for (const control of await stack.locator('[data-stage] button:visible').all()) {
      const box = await control.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    const frame = await current(stack).boundingBox()
    const box = await panel(stack, 'stack').locator('.walk__frames').boundingBox()
    expect(frame?.y).toBeGreaterThanOrEqual((box?.y ?? 0) - 1)
    expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1)
    places.add((await button(stack, 'forward').boundingBox())?.y)
    await button(stack, 'forward').tap()
  }
  expect([...places]).toHaveLength(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
