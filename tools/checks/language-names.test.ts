import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languageNames } from './language-names.ts'

/** The folders of code. The tool in `tools/translate` does not know this site, and tests compare texts of a language. */
const folders = ['src', 'tools', 'reference', 'examples', 'e2e']
const left = /\.test\.tsx?$|\/fixtures\/|^tools\/translate\//

test('no file but those of texts names a language of the site, and every table of texts has all languages', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  const code = [...files, 'docusaurus.config.ts', 'sidebars.ts', 'vitest.config.ts'].filter(
    (file) => /\.tsx?$/.test(file) && !left.test(file),
  )
  expect(code.length).toBeGreaterThan(200)
  expect(code.flatMap((file) => languageNames(file, readFileSync(file, 'utf8')))).toEqual([])
})

test.each([
  ["const isEnglish = language === 'en'", "'en'"],
  ["type Language = 'zh'", "'zh'"],
  ["const home = 'en/index.html'", "'en/index.html'"],
  ['const folder = `i18n/zh-Hans/`', '`i18n/zh-Hans/`'],
  ['const isPage = /^en/.test(name)', '/^en/'],
  ['show(text.zh)', 'zh'],
  ['const zh = read()', 'zh'],
])('a name of a language in code, %s, is found', (source, name) => {
  expect(languageNames('src/a.ts', `\n${source}`)).toEqual([
    `src/a.ts:2: names a language, ${name}: use reference/languages.ts`,
  ])
})

test('a table of texts may stand anywhere; a text that it lacks is found', () => {
  expect(languageNames('src/a.ts', "textIn({ zh: '锁', en: 'lock' }, language)")).toEqual([])
  expect(languageNames('src/a.ts', "const refused = { zh: ['摘'] }")).toEqual([])
  expect(languageNames('src/a.ts', "\n\ntextIn({ zh: '锁' }, language)")).toEqual([
    'src/a.ts:3: this table of texts has none in en',
  ])
})

test('files of texts may name languages: words of the interface, and facts', () => {
  const source = 'const zh = {}\nconst en: typeof zh = {}\nexport const words = { zh, en }'
  expect(languageNames('src/map/words.ts', source)).toEqual([])
  expect(languageNames('src/walkthrough/sentence-words.ts', source)).toEqual([])
  expect(languageNames('reference/voice.ts', source)).toEqual([])
  expect(languageNames('src/map/keywords.ts', source)).not.toEqual([])
})
