import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { textIn } from '../reference/languages.ts'
import { languages, openPage } from './support/page.ts'

const specimen = 'typesetting/'

/** What the cells of the tables without a head show, by section, with the tags that readers see the effect of. */
const cells = {
  zh: {
    emphasis: [
      '会话<strong>关闭。</strong>随后建立子流。',
      '请按<strong>“运行”</strong>按钮。',
      '元套接字<strong>（meta socket）</strong>被占用。',
      '先调用 <strong><code>close()</code></strong>，再等待。',
      '<strong><a>首页</a>：</strong>列出全部页面。',
      '<strong>预期：</strong> 子流关闭。',
      '<em>可能</em>失效的子流。',
      '<del>旧地址</del>新地址。',
    ],
    code: [
      '<a><code>add_addr</code></a>、<code>pf</code>；<code>close()</code>。',
      '<a><code>full_mesh_new_session</code></a>，见该页。',
      '<code>`uname`</code>',
      '<code>dmesg | grep</code>',
      '<code>&lt;C /&gt;</code>、<code>{}</code>',
    ],
    links: [
      '见<a>首页</a>。',
      '（<a>RFC 6824</a>，<a>首页</a>）',
      '<a>这是 bug 吗？</a>，见该页。',
      '延迟 500 ms（<a>mptcp_fullmesh.c:1070</a>）。',
    ],
    punctuation: [
      '笔记称“内核‘延后’处理”。',
      '“Wi-Fi”与“LTE”',
      '“若……则……”',
      '会话——即 MPTCP 连接——结束。',
      '槽位 0–7，端口 1–65535',
      '（即“会话”）。',
    ],
    characters: [
      '2 * 3 * 4，snake_case_name',
      '1 &lt; 2，{n}',
      '<span>𠮷野家</span>',
      '500 ms、40 字节、10%',
    ],
  },
  en: {
    emphasis: [
      'The session <strong>is closed.</strong> Then a subflow is opened.',
      'Press <strong>“Run”</strong> to begin.',
      'The meta socket <strong>(of a session)</strong> is owned.',
      'First call <strong><code>close()</code></strong>, then wait.',
      '<strong><a>Home</a>:</strong> lists all pages.',
      '<strong>Expected:</strong> the subflow is closed.',
      'A <em>potentially</em> failed subflow.',
      'The <del>old</del> new address.',
    ],
    code: [
      '<a><code>add_addr</code></a>, <code>pf</code>; <code>close()</code>.',
      '<a><code>full_mesh_new_session</code></a>, see that page.',
      '<code>`uname`</code>',
      '<code>dmesg | grep</code>',
      '<code>&lt;C /&gt;</code>, <code>{}</code>',
    ],
    links: [
      'See <a>Home</a>.',
      '(<a>RFC 6824</a>, <a>Home</a>)',
      '<a>Is it a bug?</a>, see that page.',
      'The delay is 500 ms (<a>mptcp_fullmesh.c:1070</a>).',
    ],
    punctuation: [
      'The note says “the kernel ‘defers’ the work”.',
      '“Wi-Fi” and “LTE”',
      '“If …, then …”',
      'The session – the MPTCP connection – ends.',
      'slots 0–7, ports 1–65535',
      '(the “session”).',
    ],
    characters: [
      '2 * 3 * 4, snake_case_name',
      '1 &lt; 2, {n}',
      '<span>𠮷野家</span>',
      '500 ms, 40 bytes, 10%',
    ],
  },
}

/** What the paragraph and the item that are written in several lines show. */
const lines = {
  zh: [
    '会话的两端各有两个地址，主动打开的一端建立子流，调用 connect() 之后 TCP 握手。',
    '列表的一项也可以写成几行。',
  ],
  en: [
    'Both ends of the session have two addresses, and the end of the active open opens the subflows: after it has called connect(), the TCP handshake begins.',
    'An item of a list can also have several lines.',
  ],
}

const footnoteWords = {
  zh: ['脚注', '返回脚注 1 的引用处', '返回脚注 1-2 的引用处'],
  en: ['Footnotes', 'Back to reference 1', 'Back to reference 1-2'],
}

/** Returns the content of the cells of a section, with tags but without attributes. */
const cellsOf = (page: Page, section: string) =>
  page
    .locator(`.heading:has(> #${section}) ~ table`)
    .first()
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => cell.innerHTML.replace(/<(\w+)[^>]*>/g, '<$1>')))

describe.each(languages)('in %s', (lang) => {
  test('bold text, code, links, quotes and other punctuation are shown as they are meant', async () => {
    const { page } = await openPage(specimen, { lang, js: false })
    for (const [section, expected] of Object.entries(textIn(cells, lang)))
      expect(await cellsOf(page, section), section).toEqual(expected)
  })

  test('the end of a line in the source is a space where the language has one', async () => {
    const { page } = await openPage(specimen, { lang, js: false })
    const paragraphs = await page.locator('.heading:has(> #lines) ~ p').allInnerTexts() // without the hidden definitions of terms
    const items = await page.locator('.heading:has(> #lines) ~ ul').allInnerTexts()
    expect([paragraphs[1], items[0]].map((text) => text?.trim())).toEqual(textIn(lines, lang))
  })

  test('footnotes have a heading and links back in the language of the page', async () => {
    const { page } = await openPage(specimen, { lang, js: false })
    const notes = page.locator('section.footnotes')
    const [heading, ...links] = textIn(footnoteWords, lang)
    expect(await notes.locator('h2').evaluate(({ firstChild }) => firstChild?.textContent)).toBe(heading)
    const back = notes.locator('a.data-footnote-backref')
    expect(await back.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))).toEqual(
      links,
    )
  })

  test('on a phone nothing is wider than the screen, and the cells of a wide table name their columns', async () => {
    const { page } = await openPage(specimen, { lang, width: 320, touch: true })
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
    const cell = page.locator('table.stacked td').first()
    const label = await cell.evaluate((cell) => getComputedStyle(cell, '::before').content)
    expect(label).toContain(await cell.getAttribute('data-label'))
  })

  test('the page is in no list: neither for search engines, nor in the contents', async () => {
    const { page } = await openPage(specimen, { lang, js: false })
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    expect(await page.locator(`#contents a[href$="/${specimen}"]`).count()).toBe(0)
  })
})
