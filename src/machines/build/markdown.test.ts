import { expect, test } from 'vitest'
import { withoutSteps } from '../steps.ts'
import { markdownOf } from './markdown.ts'

/** The Markdown of a page with this text. */
const markdown = (html: string) =>
  markdownOf(`<main><article><div class="markdown">${html}</div></article></main>`, String)

test('headings keep their ids, and lose the buttons and links beside them', () => {
  const html =
    '<div class=heading><h2 id=when>When</h2><button type=button>Edit</button><a href=#when class=hash-link>#</a></div><p>Once.'
  expect(markdown(html)).toBe('## When {#when}\n\nOnce.\n')
})

test('a term is its word: the definition for its pop-up is left out', () => {
  const html =
    '<p>a <a class=term href=/g/#pair>pair</a><span class=term__box role=tooltip>Two addresses.</span> of'
  expect(markdown(html)).toBe('a pair of\n')
})

test('what is pressed, and what is for the eye only, is left out', () => {
  const html =
    '<p>Text<div data-needs-js><button>Run</button></div><span aria-hidden=true>✓</span><div hidden>x</div><input>'
  expect(markdown(html)).toBe('Text\n')
})

test('code has the language of its fence or of its file, and no colours', () => {
  const code = '<pre tabindex=0><code><span class=t-keyword>const</span> a\n</code></pre>'
  expect(markdown(code.replace('<pre', '<pre data-language=bash'))).toBe('```bash\nconst a\n```\n')
  expect(markdown(`<div data-file=examples/a.ts>${code}</div>`)).toBe('```ts\nconst a\n```\n')
})

test('the results of an example are in it, each with its verdict', () => {
  const html =
    '<ol><li><p class=example__verdict><span class=example__mark><span aria-hidden=true>✓</span> passed</span> <span class=example__title>one pair</span>' +
    '<button>Step</button></ol>'
  expect(markdown(html)).toBe('1. passed · one pair\n')
})

test('a call stack is a list below its title and its facts', () => {
  const html =
    '<details><summary class=call-stack__caption><span>The ACK arrives</span><span class=call-stack__facts>' +
    '<span>softirq</span><span>IPv4</span></span></summary><ol><li><p><code>tcp_ack</code><p>Locks: RCU</ol></details>'
  expect(markdown(html)).toBe('**The ACK arrives · softirq · IPv4**\n\n1. `tcp_ack`\n\n   Locks: RCU\n')
})

test('the steps of a walk are lines with their numbers, and with what they change', () => {
  const html =
    '<details class=walk__list><summary>2 of 9 steps</summary><ol><li id=w.1 value=1><p>test <code>boot() &amp; go</code>' +
    '<ul><li>time: 0 → 500</ul><li id=w.4 value=4><p>begin</ol><p>The end.</details>'
  const page = markdown(html)
  expect(page).toBe(
    '**2 of 9 steps**\n\n```steps\n  1  test boot() & go\n       time: 0 → 500\n  4  begin\n```\n\nThe end.\n',
  )
  expect(withoutSteps(page ?? '', 'See the page.')).toBe('**2 of 9 steps**\n\nSee the page.\n\nThe end.\n')
})

test('the caption of a table stands before it, and a cell is one line', () => {
  const html =
    '<table><caption>Fields</caption><tr><th>a<th>b<tr><td><p>one<small>two</small><td>three</table>'
  expect(markdown(html)).toBe('**Fields**\n\n| a | b |\n| - | - |\n| one two | three |\n')
})

test('a picture is its description', () => {
  expect(markdown('<svg role=img aria-label="two hosts"><text>x</text></svg>')).toBe('*two hosts*\n')
  expect(markdown('<svg><title>Ladder</title><desc>2 segments</desc></svg>')).toBe('*Ladder: 2 segments*\n')
  expect(markdown('<p>a<svg><path d="M0 0"/></svg>')).toBe('a\n')
})

test('links lead where they are told to', () => {
  const html = '<article><div class=markdown><a href=/a/ title=x>a</a></div></article>'
  expect(markdownOf(html, (href) => `https://b${href}`)).toBe('[a](https://b/a/)\n')
})

test('a Chinese character after bold text stays a character', () => {
  expect(markdown('<p><strong>一张表（<code>a</code>）</strong>每个会话')).toBe('**一张表（`a`）**每个会话\n')
})

test('the page for unknown addresses has no Markdown', () => {
  expect(markdownOf('<main><h1>404</h1></main>', String)).toBeUndefined()
})
