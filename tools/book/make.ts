/**
 * `npm run book`: makes a book of the built site in each language, `build/book/mptcp-fullmesh.<language>.epub` and `.pdf`.
 *
 * `npm run book -- en` makes that of one language. `BOOK_SITE=folder` names another folder than `build`.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { languageOf, languages, tagOf } from '../../reference/languages.ts'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { type Book, bookOf, pageOf } from './book.ts'
import { epubOf } from './epub.ts'
import { keepLooksOfPictures, makeRoomForPages, sectionFiles, writePages } from './in-browser.ts'
import { runningTitles } from './running-titles.ts'
import { readSource } from './source.ts'
import { wordsIn } from './words.ts'

const site = process.env.BOOK_SITE ?? 'build'
const style = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const tags = process.argv.slice(2)
const start = performance.now()
try {
  await makeAll()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function makeAll(): Promise<void> {
  needPdfinfo()
  const modified = new Date(execFileSync('git', ['log', '-1', '--format=%cI'], { encoding: 'utf8' }).trim())
  const folder = join(site, 'book')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ ...launchOptions, executablePath: ensureChromium() })
  try {
    for (const language of tags.length > 0 ? tags.map(languageOf) : languages) {
      const words = wordsIn(tagOf(language))
      const book = bookOf(readSource(site, language, words), words)
      const page = await browser.newPage({ viewport: { width: 800, height: 1100 } })
      const file = join(folder, `mptcp-fullmesh.${book.tag}`)
      await page.setContent(
        pageOf(book, `<style id="site">${siteStyles()}</style><style>${style('book.css')}</style>`),
      )
      await page.evaluate(keepLooksOfPictures)
      await writeEpub(page, book, `${file}.epub`, modified)
      say(`${file}.epub`)
      await writePdf(page, book, `${file}.pdf`)
      say(`${file}.pdf`)
      await page.close()
    }
  } finally {
    await browser.close()
  }
}

function say(file: string): void {
  const size = (readFileSync(file).length / 2 ** 20).toFixed(1)
  console.log(`${file}: ${size} MiB, ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

/** The styles of the site: pictures are drawn with them. */
function siteStyles(): string {
  const folder = join(site, 'assets/css')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

async function writeEpub(page: Page, book: Book, file: string, modified: Date): Promise<void> {
  const cover = await page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 1100 } })
  const files = await page.evaluate(sectionFiles)
  writeFileSync(file, epubOf(book, files, style('book.css'), cover, modified))
}

/** Prints the book twice: the numbers of pages are known after the first time. */
async function writePdf(page: Page, book: Book, file: string): Promise<void> {
  await page.evaluate(makeRoomForPages)
  const added = await page.addStyleTag({ content: style('pages.css') + runningTitles(book) })
  const print = () =>
    page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true })
  await print()
  await page.evaluate(writePages, pagesOfPlaces(file))
  await print()
  await added.evaluate((element) => (element as Element).remove())
}

/** Returns the pages of all places in a PDF that links lead to. */
function pagesOfPlaces(file: string): Record<string, number> {
  const lines = execFileSync('pdfinfo', ['-dests', file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const places = [...lines.matchAll(/^ *(\d+) \[.*\] "(.*)"$/gm)]
  return Object.fromEntries(places.map(([, page, name = '']) => [decodeURIComponent(name), Number(page)]))
}

function needPdfinfo(): void {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      'pdfinfo is missing, which finds the pages of chapters. Debian: apt-get install poppler-utils',
    )
  }
}
