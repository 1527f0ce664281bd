import { expect, test } from 'vitest'
import { type Book, bookOf, pageOf, type Source } from './book.ts'
import { partsOf } from './contents.ts'
import { elementsIn, textOf } from './html.ts'
import { wordsIn } from './words.ts'

const words = wordsIn('en')

/** A page with this text. */
const page = (title: string, text: string) =>
  `<body><article><div class="markdown"><header><h1>${title}</h1></header>${text}</div></article>`

/** A book of the pages `/en/a/`, `/en/b/`, … with these texts, one part each. */
function book(texts: string[], others: Partial<Source> = {}): Book {
  const addresses = texts.map((_, index) => `/en/${'abcdef'[index]}/`)
  const source: Source = {
    title: 'Notes',
    tag: 'en',
    root: '/en/',
    origin: undefined,
    parts: addresses.map((address) => ({ title: `Part ${address}`, pages: [address] })),
    pageAt: (address) => page(`Page ${address}`, texts[addresses.indexOf(address)] ?? ''),
    file: 'file.c',
    symbols: [],
    explainedAt: () => '',
    ...others,
  }
  return bookOf(source, words)
}

const html = (texts: string[], others?: Partial<Source>) => pageOf(book(texts, others))
const hrefs = ({ body }: Book) =>
  elementsIn(body, ({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)
const ids = ({ body }: Book) =>
  elementsIn(body, ({ properties }) => properties.id !== undefined).map(({ properties }) =>
    String(properties.id),
  )

test('the parts are the groups of the table of contents, in its order, each with its pages', () => {
  const contents = `<nav id="contents"><ul>
    <li><a href="/en/">First</a>
    <li><details><summary>Learn</summary><ul><li><a href="/en/b/">B</a><li><a href="/en/a/">A</a></ul></details>
    <li><details><summary>All</summary><ul>
      <li><details><summary>Ops</summary><ul><li><a href="/en/ops/">Ops</a></ul></details>
    </ul></details></ul></nav>`
  expect(partsOf(contents, 'Start')).toEqual([
    { title: 'Start', pages: ['/en/'] },
    { title: 'Learn', pages: ['/en/b/', '/en/a/'] },
    { title: 'All · Ops', pages: ['/en/ops/'] },
  ])
})

test('a first page without a table of contents is refused', () => {
  expect(() => partsOf('<p>', 'Start')).toThrow('the first page has no table of contents')
})

test('a page without text is refused, with its address', () => {
  expect(() => book([''], { pageAt: () => '<p>' })).toThrow('/en/a/: the page has no text: no <article>')
})

test('chapters and their sections are numbered in the order of reading', () => {
  const { body } = book(['<h2>One</h2><h3>Not numbered</h3><h2>Two</h2>', '<h2>Three</h2>'])
  const headings = elementsIn(body, ({ tagName }) => /^h[2-4]$/.test(tagName)).map(textOf)
  expect(headings).toEqual([
    '1 Page /en/a/',
    '1.1 One',
    'Not numbered',
    '1.2 Two',
    '2 Page /en/b/',
    '2.1 Three',
  ])
})

test('the table of contents names the parts, the chapters and the index, in the order of the book', () => {
  const { headings, body } = book(['', ''])
  expect(headings.slice(1)).toEqual([
    { id: 'part-1', title: 'Part /en/a/', below: [{ id: 'a', title: '1 Page /en/a/', below: [] }] },
    { id: 'part-2', title: 'Part /en/b/', below: [{ id: 'b', title: '2 Page /en/b/', below: [] }] },
    { id: 'index', title: 'Index of symbols', below: [] },
  ])
  const order = headings.flatMap(({ id, below }) => [id, ...below.map(({ id }) => id)])
  const sections = elementsIn(body, ({ tagName }) => tagName === 'section')
  expect(sections.map(({ properties }) => properties.id)).toEqual(['front', ...order])
})

test('the same id on two pages, or twice on one, is unique in the book', () => {
  const text = '<h2 id="when">When</h2><p id="when">again</p><a href="#when">up</a>'
  const all = ids(book([text, text]))
  expect(all).toContain('a--when')
  expect(all).toContain('b--when')
  expect(new Set(all).size).toBe(all.length)
})

test('links between pages lead to chapters, and to their sections if these are there', () => {
  const links =
    '<a href="/en/b/">b</a><a href="/en/b/#when">b</a><a href="/en/b/#gone">b</a><a href="#own">a</a>'
  const all = hrefs(book([`<h2 id="own">Own</h2>${links}`, '<h2 id="when">When</h2>']))
  expect(all).toEqual(expect.arrayContaining(['#b', '#b--when', '#a--own']))
  expect(all.join()).not.toContain('gone')
})

test('every link within the book has a target', () => {
  const made = book(['<a href="/en/b/#x">b</a><a href="#y">y</a>', '<p id="x">x</p>'])
  const targets = hrefs(made).flatMap((href) => (String(href).startsWith('#') ? [String(href).slice(1)] : []))
  expect(ids(made)).toEqual(expect.arrayContaining(targets))
})

test('links to other hosts stay; those to what is only on the site are marked, or are text if it has no address', () => {
  const text = '<a href="https://other.example/x">other</a><a href="/en/data.json">data</a>'
  expect(html([text])).toContain('<a href="https://other.example/x">other</a><a>data</a>')
  expect(html([text], { origin: 'https://notes.example' })).toContain(
    '<a href="https://notes.example/en/data.json">data ↗</a>',
  )
})

test('what is pressed is left out, and what is folded is shown below its title', () => {
  const text =
    '<button>Run</button><div data-needs-js>x</div><details class="f"><summary>More</summary><p>text</p></details>'
  expect(html([text])).toContain('<div class="f"><p class="fold">More</p><p>text</p></div></section>')
})

const walk = (steps: string) =>
  `<full-mesh-walk class="walk" id="walk-w"><p class="walk__name">Walkthrough <span>one pair</span></p>
  <details class="walk__list"><summary>2 steps</summary><ol>${steps}</ol><svg class="mesh"></svg></details></full-mesh-walk>`

test('the steps of a walkthrough are a list, with what each changes, and the mesh at the end', () => {
  const text = html([walk('<li value="3"><p>line</p><ul><li>a: 0 → 1</ul>')])
  expect(text).toContain(
    '<ol><li value="3"><p>line</p><span class="change">a: 0 → 1</span></li></ol><svg class="mesh">',
  )
})

test('a walkthrough that is on several pages is printed once', () => {
  const text = html([walk('<li><p>step'), walk('<li><p>step')])
  expect(text.match(/<p>step/g)).toHaveLength(1)
  expect(text).toContain('Walkthrough <span>one pair</span> <a href="#a--walk-w">see “Page /en/a/”</a>')
})

const example = `<full-mesh-example class="example"><details class="example__helpers">
  <summary>Helpers: <code>boot()</code></summary>
  <div class="example__code" data-file="examples/fullmesh/boot.ts" data-line="11" data-part="helper"><pre>function boot() {}</pre></div>
  </details><p class="example__summary">Expected results: passed</p></full-mesh-example>`

test('an example has its expected results, and a helper of several examples is printed once, at the end', () => {
  const text = html([example, example])
  expect(text.match(/Expected results: passed/g)).toHaveLength(2)
  expect(text.match(/function boot/g)).toHaveLength(1)
  expect(text.match(/<a href="#helper-boot-ts-11">/g)).toHaveLength(2)
  expect(text).toContain('<div id="helper-boot-ts-11" class="example__code"><pre>function boot() {}</pre>')
})

test('the solution of an exercise is at the end, with links both ways', () => {
  const text = html([
    `<full-mesh-exercise class="exercise" id="e"><p class="exercise__title"><span>Exercise</span> How many?</p>
    <details class="exercise__fold"><summary>Solution</summary><p>Four.</p></details></full-mesh-exercise>`,
  ])
  expect(text).toContain('<a href="#solution-a-e">Hints and solution</a>')
  expect(text).toMatch(/<h2 id="solution-a-e">How many\?<\/h2><p><a href="#a--e">Exercise<\/a><\/p>.*Four\./s)
})

test('the index leads from a symbol to the section that explains it, and to those that mention it outside code', () => {
  const text = html(
    [
      '<h2 id="u">Use</h2><p><code>fm_get_ns</code></p><pre><code>fm_get_ns</code></pre>',
      '<h2 id="g">Get</h2>',
    ],
    { symbols: ['fm_get_ns'], explainedAt: () => 'b#g' },
  )
  expect(text).toContain(
    '<li><code>fm_get_ns</code>  <strong><a href="#b--g" class="place">2.1</a></strong>, <a href="#a--u" class="place">1.1</a></li>',
  )
})
