import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { describe, expect, test } from 'vitest'
import { type Language, languages, openPage } from './support/page.ts'

const tree = 'https://github.com/cellbricks/mptcp/blob/1aacd7aee5aec5689813d0fc51abe804357595be/'

/** How `new_session` is reached on the active side, as the page has to show it. */
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
} satisfies Record<Language, object>

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

  test('another way is folded, and opens without JavaScript', async () => {
    const { page } = await openPage('ops/new-session/', { lang, js: false })
    const other = page.locator('[data-stack="new_session-12"]')
    const first = other.locator('.call-stack__function').first()
    expect(await first.isVisible()).toBe(false)
    await other.locator('summary').click()
    expect(await first.isVisible()).toBe(true)
  })

  test.each([
    [1280, false],
    [390, true],
  ])('axe finds nothing, and nothing is too wide, at %i pixels, dark: %s', async (width, dark) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const path of ['ops/new-session/', 'call-stacks/work/']) {
      const { page, complaints } = await openPage(path, { lang, width, dark })
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      const { violations } = await page.evaluate<AxeResults>(`${axe}; axe.run()`)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(complaints).toEqual([])
    }
  })
})
