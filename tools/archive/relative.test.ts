import { expect, test } from 'vitest'
import { relativePage } from './relative.ts'

const page = (html: string, base = '/notes/') => relativePage(html, 'en/ops/index.html', base)

test('addresses in tags become relative to the page, with their query and section', () => {
  expect(page('<a href=/notes/en/learn/?q=a#b>')).toBe('<a href="../learn/?q=a#b">')
  expect(page('<a href="/notes/">')).toBe('<a href="../../">')
  expect(page('<a href=/notes/en/ops/ >')).toBe('<a href="./" >')
  expect(page('<link href=/notes/favicon.svg />')).toBe('<link href="../../favicon.svg" />')
  expect(page('<a href=/en/ >', '/')).toBe('<a href="../" >')
})

test('each of several addresses becomes relative', () => {
  const html = '<x-walk data-begins="/notes/walk/a.json /notes/walk/b.json">'
  expect(page(html)).toBe('<x-walk data-begins="../../walk/a.json ../../walk/b.json">')
})

test('the address of a module begins with a dot', () => {
  const html = relativePage('<x-walk data-island=/walk/a.js>', 'index.html', '/')
  expect(html).toBe('<x-walk data-island="./walk/a.js">')
})

test('other addresses, texts and scripts stay as they are', () => {
  const html =
    '<a href=#id><a href=https://a.b/notes/><a href=//c/notes/ title="/notes/">/notes/<script>"/notes/"</script>'
  expect(page(html)).toBe(html.replace(/href=([^ >]+)/g, 'href="$1"'))
})
