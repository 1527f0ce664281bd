/**
 * `npm run book`: makes a book of the built site in each language, as EPUB and PDF, beside the pages of the language:
 * `build/book/mptcp-fullmesh.zh-Hans.pdf`, `build/en/book/mptcp-fullmesh.en.pdf`.
 *
 * `npm run book -- en` makes that of one language. `BOOK_SITE=folder` names another folder than `build`.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { languageOf, languages, pathOf, tagOf } from '../../reference/languages.ts'
import { bookPath } from '../../src/machines/addresses.ts'
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
  for (const [program, parts] of [
    ['pdfinfo', 'poppler-utils'],
    ['qpdf', 'qpdf'],
  ] as const)
    need(program, parts)
  const modified = new Date(execFileSync('git', ['log', '-1', '--format=%cI'], { encoding: 'utf8' }).trim())
  const browser = await chromium.launch({ ...launchOptions, executablePath: ensureChromium() })
  try {
    for (const language of tags.length > 0 ? tags.map(languageOf) : languages) {
      const words = wordsIn(tagOf(language))
      const book = bookOf(readSource(site, language, words), words)
      const page = await browser.newPage({ viewport: { width: 800, height: 1100 } })
      const [epub, pdf] = (['epub', 'pdf'] as const).map((kind) =>
        join(site, pathOf(language), bookPath(book.tag, kind)),
      ) as [string, string]
      mkdirSync(dirname(pdf), { recursive: true })
      await page.setContent(
        pageOf(book, `<style id="site">${siteStyles()}</style><style>${style('book.css')}</style>`),
      )
      await page.evaluate(keepLooksOfPictures)
      await writeEpub(page, book, epub, modified)
      say(epub)
      await writePdf(page, book, pdf)
      say(pdf)
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
  const [, inPage = ''] = /<style>(.*?)<\/style>/s.exec(readFileSync(join(site, 'index.html'), 'utf8')) ?? []
  const sheets = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  return [inPage, ...sheets].join('\n')
}

async function writeEpub(page: Page, book: Book, file: string, modified: Date): Promise<void> {
  const cover = await page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 1100 } })
  const files = await page.evaluate(sectionFiles)
  writeFileSync(file, epubOf(book, files, style('book.css'), cover, modified))
}

/** Prints the book twice: the numbers of pages are known after the first time. */
async function writePdf(page: Page, book: Book, file: string): Promise<void> {
  await page.evaluate(makeRoomForPages)
  await page.addStyleTag({ content: style('pages.css') + runningTitles(book) })
  const print = () =>
    page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true })
  await print()
  await page.evaluate(writePages, pagesOfPlaces(file))
  await print()
  // The structure that screen readers use is most of the file, and is not compressed yet.
  execFileSync('qpdf', ['--object-streams=generate', '--replace-input', file])
}

/** Returns the pages of all places in a PDF that links lead to. */
function pagesOfPlaces(file: string): Record<string, number> {
  const lines = execFileSync('pdfinfo', ['-dests', file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const places = [...lines.matchAll(/^ *(\d+) \[.*\] "(.*)"$/gm)]
  return Object.fromEntries(places.map(([, page, name = '']) => [decodeURIComponent(name), Number(page)]))
}

/** @throws if a program is missing; the message says which package of Debian has it */
function need(program: string, inPackage: string): void {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return // it has no such option
    throw new Error(`${program}: no such program. Debian: apt-get install ${inPackage}`)
  }
}
