import { expect, test } from 'vitest'
import { sectionsIn } from './sections.ts'

const page = (text: string, more = '', head = '') =>
  `<html><head>${head}</head><body><nav>contents</nav><article ${more}><div class="theme-doc-markdown markdown"><header><h1>Title<button>✎</button></h1></header>${text}</div></article><footer>foot</footer></body></html>`

test('a page is read as its sections, each line for itself', () => {
  const [first, second] = sectionsIn(
    page(
      '<p>One <code>two</code>.<ul><li>Three<li>Four</ul><div class=heading><h2 id=when>When it runs</h2><a class=hash-link href=#when>#</a></div><p>Five',
    ),
  )
  expect(first).toMatchObject({ id: '', title: 'Title', text: ['One two.', 'Three', 'Four'] })
  expect(second).toMatchObject({ id: 'when', title: 'When it runs', text: ['Five'] })
})

test('definitions in boxes, lists of steps, notices and controls are not read', () => {
  const [section] = sectionsIn(
    page(
      '<p>A <a class=term>term</a><span class=term__box>definition</span></p><a class=walk__all>All 9 steps</a><p class=translation>out of date</p><div data-needs-js>Run</div><p hidden>hidden</p>',
    ),
  )
  expect(section?.text).toEqual(['A term'])
})

test('the first cells of a table, and titles of tests, are what a section defines; a row is one line', () => {
  const [section] = sectionsIn(
    page(
      '<table><tr><th>name<th>use</tr><tr><td><code>port</code><td>a port</tr></table><span class=example__title>it is retried</span>',
    ),
  )
  expect(section?.defined).toEqual(['port', 'it is retried'])
  expect(section?.text).toEqual(['name · use', 'port · a port', 'it is retried'])
})

test('what is set smaller beside a name is a part of its own', () => {
  const [section] = sectionsIn(page('<p><code>port</code><small>u16</small><small>offset 2</small></p>'))
  expect(section?.text).toEqual(['port · u16 · offset 2'])
})

test('a title that is shown in another language than that of the code is read in both', () => {
  const [section] = sectionsIn(page('<p>一<button data-title="one" data-shown="一">Walk</button></p>'))
  expect(section).toMatchObject({ text: ['一'], titles: ['one'] })
})

test('each entry of the list of symbols is a section, whose title is its name', () => {
  const [, list, entry, next] = sectionsIn(
    page(
      '<h2 id=functions>Functions</h2><ul class=symbols><li id=a><p class=symbols__name><a href=#a><code>a</code></a> <small>function <a>1–2</a></small></p><dl><dt>Page<dd>One</dl></li><li id=b><p class=symbols__name>b</p></li></ul>',
    ),
  )
  expect(list).toMatchObject({ id: 'functions', text: [], isEntry: false })
  expect(entry).toMatchObject({ id: 'a', title: 'a', text: ['function 1–2', 'Page', 'One'], isEntry: true })
  expect(next).toMatchObject({ id: 'b', title: 'b' })
})

test('lines of code are read apart, and each once', () => {
  const [section] = sectionsIn(page('<pre><code>  <span>a</span>()\n\na()\nb()</code></pre>'))
  expect(section).toMatchObject({ text: [], code: ['a()', 'b()'] })
})

test('only an example of a whole unit shows its files', () => {
  const [section] = sectionsIn(
    page(
      '<full-mesh-example data-of=new-session></full-mesh-example><full-mesh-example data-of=other data-region="1 2 3 4"></full-mesh-example>',
    ),
  )
  expect(section?.files).toEqual(['new-session.ts', 'new-session.test.ts'])
})

test('a page that is not translated, one that is not listed, and one that is no note have no sections', () => {
  expect(sectionsIn(page('<p>text', 'lang=en'))).toEqual([])
  expect(sectionsIn(page('<p>text', '', '<meta name=robots content="noindex, nofollow">'))).toEqual([])
  expect(sectionsIn('<main><h1>No such page</h1></main>')).toEqual([])
})
