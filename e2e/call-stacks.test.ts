import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { holdClock, type LanguageTag, languages, openPage, passTime, wakeReact } from './support/page.ts'

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
  'zh-Hans': { opener: '主动方', context: '软中断' },
  en: { opener: 'Active opener', context: 'softirq' },
} satisfies Record<LanguageTag, object>

/** Words in the text of a step: the call, locks taken by an earlier call, the condition, the end. */
const stepWords = {
  'zh-Hans': {
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
} satisfies Record<LanguageTag, object>

const stackOf = (page: Page, id = 'new_session-01') => page.locator(`[data-stack="${id}"]`)
const button = (stack: Locator, action: string) => stack.locator(`[data-action=${action}]`)
const status = async (stack: Locator) => (await stack.locator('.stage__sentence').textContent()) ?? ''
/** The current frame, with the locks and the condition of its call. */
const current = (stack: Locator) => stack.locator('[aria-current=step]')
/** Returns everything that a stack shows of a step. */
const shown = async (stack: Locator) => [
  await status(stack),
  await stack.locator('output').textContent(),
  await stack.locator('[data-panel=stack]').textContent(),
  await stack.locator('[data-panel=c] [data-c=heading]').textContent(),
]

async function start(page: Page, id?: string): Promise<Locator> {
  const stack = stackOf(page, id)
  await button(stack, 'start').click()
  await stack.locator('.stage__sentence').waitFor()
  return stack
}

describe.each(languages)('in %s', (lang) => {
  test('new_session shows how it is reached, from the outside in, and every function leads to its line', async () => {
    const { page } = await openPage('ops/new-session/', { lang, js: false })
    const stack = page.locator('[data-stack="new_session-01"]')
    const functions = stack.locator('.call-stack__function')
    const shown = await functions.evaluateAll((all) =>
      all.map((item) => [
        item.querySelector('code')?.textContent,
        item.querySelector('a')?.getAttribute('href'),
      ]),
    )
    expect(shown).toEqual(chain.map(([name, place]) => [name, tree + place]))
    expect(await functions.last().isVisible()).toBe(true)
    const caption = await stack.locator('summary').textContent()
    for (const word of Object.values(words[lang])) expect(caption).toContain(word)
  })

  test('forwards to the end and back, a step says and shows the same', async () => {
    const { page, errors, otherHosts } = await openPage('ops/new-session/', { lang })
    const stack = await start(page)
    const seen: unknown[] = []
    for (const [name] of chain.slice(1)) {
      seen.push(await shown(stack))
      expect(await status(stack)).toContain(`${stepWords[lang].call} ${name}`)
      expect(await stack.locator('.stage__context').textContent()).toBe(words[lang].context)
      await button(stack, 'forward').click()
    }
    expect(await status(stack)).toContain(stepWords[lang].end)
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
  const other = page.locator('[data-stack="new_session-12"]')
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
  expect(await stack.locator('.stage__sentence').isVisible()).toBe(false)
  for (const frame of await page.locator('.call-stack__frames p').all()) {
    expect(await frame.isVisible()).toBe(true)
  }
})

test('a link to a step opens there, with the locks and the condition of that call, also in a folded stack', async () => {
  const { page, scripts, errors } = await openPage('ops/new-session/#call-stack-new_session-01.3')
  const stack = stackOf(page)
  await stack.locator('.stage__sentence').waitFor()
  for (const word of [stepWords['zh-Hans'].since, stepWords['zh-Hans'].condition])
    expect(await current(stack).textContent()).toContain(word)
  expect(scripts.every((script) => /\/(stack|walk)\//.test(script))).toBe(true)
  await button(stack, 'forward').click()
  await page.waitForFunction(() => location.hash === '#call-stack-new_session-01.4')

  await button(stack, 'close').click()
  await page.evaluate(() => location.assign('#call-stack-new_session-12.2'))
  await stackOf(page, 'new_session-12').locator('.stage__sentence').waitFor()
  expect(await stackOf(page, 'new_session-12').locator('output').textContent()).toMatch(/^2 /)
  expect(errors).toEqual([])
})

test('the end leads to the walkthrough, where the function begins, or to its page', async () => {
  const { page } = await openPage('ops/new-session/#call-stack-new_session-01.5')
  await stackOf(page).locator('.stage__sentence a[href^="#walk-"]').click()
  const walk = page.locator('.walk').first()
  await walk.locator('[data-stage][open]').waitFor()
  expect(await walk.locator('[data-panel=stack]').textContent()).toContain('full_mesh_new_session')

  const { page: other } = await openPage('call-stacks/wire/#call-stack-new_session-01.5')
  await stackOf(other).locator('.stage__sentence a[href$="/ops/new-session/"]').click()
  await other.waitForURL(/ops\/new-session\/$/)
})

test('the keyboard does it all', async () => {
  const { page } = await openPage('ops/new-session/')
  await holdClock(page)
  const stack = stackOf(page)
  await button(stack, 'start').focus()
  await page.keyboard.press('Enter')
  await stack.locator('.stage__sentence').waitFor()
  const at = () => current(stack).locator('code').first().textContent()
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
  expect(await stack.locator('dialog').count()).toBe(0)
  await passTime(page) // an address is written some time after its step
  expect(new URL(page.url()).hash).toBe('')
})

test('on a phone every control has 44 px, and the current call and the buttons are in sight', async () => {
  const { page } = await openPage('call-stacks/work/', { width: 390, touch: true })
  const stack = stackOf(page, 'addr_signal-147')
  await button(stack, 'start').tap()
  await stack.locator('.stage__sentence').waitFor()
  const length = Number((await stack.locator('output').textContent())?.split(' / ')[1])
  const places = new Set<number | undefined>()
  for (let step = 1; step < length; step++) {
    for (const control of await stack.locator('dialog [data-panel=controls] button:visible').all()) {
      const box = await control.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    const frame = await current(stack).boundingBox()
    const controls = await stack.locator('[data-panel=controls]').boundingBox()
    expect(frame?.y).toBeGreaterThan(0)
    expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeLessThanOrEqual((controls?.y ?? 0) + 1)
    if (step < length - 1) places.add((await button(stack, 'forward').boundingBox())?.y)
    await button(stack, 'forward').tap()
  }
  expect([...places]).toHaveLength(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('the steps are still there when React wakes', async () => {
  const { page, errors } = await openPage('ops/new-session/#call-stack-new_session-01.3')
  const stack = stackOf(page)
  await stack.locator('.stage__sentence').waitFor()
  const before = await shown(stack)
  await wakeReact(page)
  expect(await shown(stack)).toEqual(before)
  await button(stack, 'forward').click()
  expect(await stack.locator('output').textContent()).toBe('4 / 5')
  expect(errors).toEqual([])
})
