import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { drawing, readPictures } from './pictures.ts'

/** A built site with one page, whose head names this picture. */
function makeSite(image: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'en/a'), { recursive: true })
  const facts = {
    'og:url': 'https://a.example/site/en/a/',
    'og:title': 'A page · Notes',
    'og:site_name': 'Notes',
    'article:section': 'Learn',
    'og:image': image,
  }
  const tags = Object.entries(facts).map(
    ([name, content]) => content && `<meta property=${name} content="${content}">`,
  )
  writeFileSync(
    join(folder, 'en/a/index.html'),
    `<!doctype html><html lang=en><head>${tags.join('')}</head><body>`,
  )
  return folder
}

test('a page says in its head which picture it wants, and what stands in it', () => {
  const pictures = readPictures(makeSite('https://a.example/site/en/pictures/a.png'))
  expect(pictures).toEqual([
    { file: 'en/pictures/a.png', lang: 'en', title: 'A page', group: 'Learn', site: 'Notes' },
  ])
})

test('a page that names no picture gets none', () => {
  expect(readPictures(makeSite(''))).toEqual([])
})

test('a picture of another site is refused', () => {
  expect(() => readPictures(makeSite('https://b.example/a.png'))).toThrow(
    /en\/a\/index\.html: https:\/\/b\.example\/a\.png is not below https:\/\/a\.example\/site\//,
  )
})

test('a title is text, not HTML', () => {
  expect(drawing({ file: '', lang: 'en', title: 'a < b', group: undefined, site: 'N' })).toContain(
    '<h1>a &#60; b</h1>',
  )
})
