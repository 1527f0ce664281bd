import { existsSync } from 'node:fs'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { completeLanguages, defaultLanguage, folderOf, languages } from '../../reference/languages.ts'
import { pageAddress } from '../island/page-address.ts'
import { readPages } from '../notes/pages.ts'
import { follow } from '../notes/remark-links.ts'
import { Answer } from './Answer.tsx'
import { allPagesToRead, diagnose } from './diagnosis/diagnose.ts'
import { samples } from './diagnosis/samples.ts'
import { symptoms } from './diagnosis/symptoms.ts'
import { wordsIn } from './words.ts'

function answerTo(text: string, language: string): string {
  const diagnosis = diagnose(text)
  if ('refused' in diagnosis) throw new Error('the text is too large')
  const addressOf = (page: string) => pageAddress('/en/', page)
  return renderToString(h(Answer, { diagnosis, setting: { words: wordsIn(language), addressOf } }))
}

test.each(completeLanguages)('in %s, every page and section that an answer links to exists', (language) => {
  const from = `${folderOf(language)}/index.mdx`
  const pages = [...Object.values(symptoms).map(({ page }) => page), ...allPagesToRead]
  expect(pages.flatMap((page) => follow(`./${page}`, from) ?? [])).toEqual([])
  expect(existsSync(from)).toBe(true)
})

test('pages have the addresses that the site gives them', () => {
  expect(pageAddress('/en/', 'questions/backup.mdx#fix')).toBe('/en/questions/backup/#fix')
  expect(pageAddress('/', 'then-and-now/index.mdx')).toBe('/then-and-now/')
  expect(pageAddress('/', 'index.mdx')).toBe('/')
})

test.each(languages)('in %s, every sentence has the values that it names', (language) => {
  for (const text of Object.values(samples)) expect(answerTo(text, language)).not.toMatch(/\{\d\}|undefined/)
  const { settings } = wordsIn(language)
  const other = wordsIn(defaultLanguage).settings
  const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\d\}/g))].sort()
  for (const [id, sentence] of Object.entries(settings)) {
    expect(placeholders(sentence)).toEqual(placeholders(other[id as keyof typeof other]))
  }
})

test('a value is text, whatever it has in it', () => {
  const html = answerTo('net.mptcp.mptcp_path_manager = <img src=x onerror=alert(1)>`{0}', 'en')
  expect(html).toContain('<code>&lt;img src=x onerror=alert(1)>`{0}</code>')
  expect(html).not.toContain('<img')
})

test('the sample on the page is the one that the button fills in', () => {
  const composed = samples.v0.split('\n').filter((line) => !line.startsWith('$') && line)
  const pages = readPages(process.cwd()).filter(({ name }) => name === 'questions/which-mptcp.mdx')
  expect(pages.length).toBeGreaterThan(0)
  for (const { source } of pages) {
    for (const line of composed.slice(1, 8)) expect(source).toContain(line)
  }
})
