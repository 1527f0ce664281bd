import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Book } from './book.ts'
import { epubOf } from './epub.ts'
import { runningTitles } from './running-titles.ts'

const book: Book = {
  title: 'Notes & <more>',
  tag: 'en',
  body: { type: 'element', tagName: 'body', properties: {}, children: [] },
  headings: [
    { id: 'contents', title: 'Contents', below: [] },
    { id: 'part-1', title: 'Part', below: [{ id: 'a', title: '1 Page "a"', below: [] }] },
  ],
}
const files = ['contents', 'part-1', 'a'].map((id) => ({
  id,
  xhtml: `<section id="${id}"/>`,
  hasPictures: id === 'a',
}))
const epub = () => epubOf(book, files, 'p {}', new Uint8Array([1]), new Date('2026-11-30T00:00:00Z'))
const textOf = (name: string) => strFromU8(unzipSync(epub())[name] ?? new Uint8Array())

test('the first entry says that the file is an EPUB, and is not compressed', () => {
  expect(strFromU8(epub().subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
})

test('every file that the manifest names is there, and the sections are read in their order', () => {
  const manifest = textOf('book/package.opf')
  const names = [...manifest.matchAll(/href="([^"]+)"/g)].map(([, name]) => `book/${name}`)
  expect(Object.keys(unzipSync(epub()))).toEqual(expect.arrayContaining(names))
  expect([...manifest.matchAll(/idref="s-([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'contents',
    'part-1',
    'a',
  ])
})

test('sections with pictures are marked, as EPUB asks for', () => {
  expect(textOf('book/package.opf').match(/href="\S+" media-type="\S+" properties="svg"/g)).toEqual([
    'href="a.xhtml" media-type="application/xhtml+xml" properties="svg"',
  ])
})

test('the table of contents leads to the file of each chapter', () => {
  expect(textOf('book/nav.xhtml')).toContain(
    '<li><a href="part-1.xhtml">Part</a><ol><li><a href="a.xhtml">1 Page &#34;a&#34;</a></li></ol></li>',
  )
})

test('a title with signs of markup stays a title', () => {
  expect(textOf('book/package.opf')).toContain('<dc:title>Notes &#38; &#60;more&#62;</dc:title>')
})

test('the same book of the same date has the same bytes', () => {
  expect(epub()).toEqual(epub())
})

test('the pages of a chapter have its part and its title above them', () => {
  expect(runningTitles(book)).toContain(
    '@page p-a { @top-left { content: "Part" } @top-right { content: "1 Page \\"a\\"" } }',
  )
})
