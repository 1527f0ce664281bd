import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'
import { parseSection } from './markdown.ts'
import { Preview } from './Preview.tsx'

/** The HTML of a text; undefined if it is no MDX. */
function html(text: string): string | undefined {
  const tree = parseSection(text)
  if (!('children' in tree)) return undefined
  const addressOf = (url: string) => linkAddress(url, 'ops/new-session.mdx', '/en/')
  return renderToString(h(Preview, { text, tree, addressOf })).replaceAll(/<\/?div[^>]*>/g, '')
}

test('prose is shown as the page shows it, with a chip for each component', () => {
  expect(html('## When {/* #when */}\n\n**“强调”**后面 `a` [b](../x.mdx#y) <C at="1" />')).toBe(
    '<h2>When </h2><p><strong>“强调”</strong>后面 <code>a</code> ' +
      '<a href="/en/x/#y" target="_blank" rel="noopener noreferrer">b</a> ' +
      '<span class="improve__chip" title="&lt;C at=&quot;1&quot; />">C 1</span></p>',
  )
  expect(html('| a | b |\n| --- | ---: |\n| 1 | 2 |')).toBe(
    '<table><thead><tr><th>a</th><th class="align-right">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td class="align-right">2</td></tr></tbody></table>',
  )
  expect(html('1. a\n2. b\n   - c')).toBe('<ol start="1"><li>a</li><li>b<ul><li>c</li></ul></li></ol>')
  expect(html('---\ntitle: "A: b"\ndescription: Words.\nc: x\n---\n\nText')).toBe(
    '<header><h2>A: b</h2><p class="improve__matter">Words.</p></header><p>Text</p>',
  )
})

test('a link leads to a page or to another site, and nowhere else', () => {
  const to = (url: string) => linkAddress(url, 'ops/index.mdx', '/en/')
  expect(to('./new-session.mdx#when')).toBe('/en/ops/new-session/#when')
  expect(to('../index.mdx')).toBe('/en/')
  expect(to('#here')).toBe('/en/ops/#here')
  expect(to('https://a.example/b')).toBe('https://a.example/b')
  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:x',
    'data:text/html,x',
  ])
    expect(to(url), url).toBeUndefined()
  const scheme = fc.constantFrom(
    'javascript:',
    'java\tscript:',
    'data:',
    'vbscript:',
    '//',
    'http:',
    './',
    '\u0001javascript:',
    'blob:',
    '',
  )
  fc.assert(
    fc.property(scheme, fc.string(), (scheme, rest) => {
      const address = to(scheme + rest)
      expect(address === undefined || /^(https?:\/\/|\/en\/)/.test(address)).toBe(true)
    }),
  )
})

test('no text brings an element, an attribute or an address that is not of the preview', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src="x" onerror="alert(1)" />',
    '<a href="javascript:alert(1)" style="color: red" onClick={alert(1)}>x</a>',
    '[x](javascript:alert(1))',
    '[x](java&#10;script:alert(1))',
    '![x](https://a.example/b.png)',
    '{alert(1)}',
    '`<b onclick=1>`',
    '&lt;script&gt;',
    'https://a.example/"onmouseover=alert(1)',
    '| a | <svg onload="x" /> |\n|---|---|\n',
  ]
  const parts = fc.array(fc.constantFrom(...hostile, ' ', '\n\n', '# ', '- ', '> '), { maxLength: 8 })
  fc.assert(
    fc.property(parts, (parts) => {
      for (const [tag] of (html(parts.join('')) ?? '').matchAll(/<[a-z](?:[^>"]|"[^"]*")*>/g))
        expect(tag).toMatch(
          /^<(?:h[1-6]|p|code|pre|em|strong|del|blockquote|ul|li|br ?\/?|hr ?\/?|table|thead|tbody|tr|td|th|span class="improve__chip"(?: title="[^"]*")?|ol(?: start="\d+")?|a href="(?:https?:\/\/|\/en\/)[^"]*" target="_blank" rel="noopener noreferrer")>$/,
        )
    }),
  )
})
