import { expect, test } from 'vitest'
import { stringsIn } from './strings.ts'

function texts(file: string, source: string): string[] {
  return stringsIn(file, source).map(({ language, passage }) => `${language}: ${passage.text}`)
}

test('a text is in the language that is the nearest key around it', () => {
  const source = `const words = {
    zh: { run: '运行', steps: (n: number) => \`第 \${n} 步 \\\`code\\\`\` },
    en: { run: "Run", name: { zh: '会话', en: 'session' } },
  }`
  expect(texts('src/a/words.ts', source)).toEqual([
    'zh: 运行',
    'zh: 第 \uE001 步 \uE000',
    'en: Run',
    'zh: 会话',
    'en: session',
  ])
})

test('a string without such a key belongs to the program, unless programs do not have its letters', () => {
  expect(texts('src/a.tsx', `const id = 'first'; const a = <a title="首页">目录</a>`)).toEqual([
    'zh: 首页',
    'zh: 目录',
  ])
})

test('a file for one language has its texts in it', () => {
  expect(texts('i18n/en/code.json', '{ "a": { "message": "Home" } }')).toEqual(['en: Home'])
  expect(texts('reference/call-stacks.zh.json', '{ "a": "会话" }')).toEqual(['zh: 会话'])
  expect(texts('examples/a.titles.json', '{ "a": { "en": "One", "zh": "一" } }')).toEqual([
    'en: One',
    'zh: 一',
  ])
})

test('words that the glossary refuses are no texts, and code and links in a text are as readers see them', () => {
  const source = "const term = { refused: { zh: ['位域'] }, zh: '`a` 见[表](./b.mdx)、<C at=\"1\" />' }"
  expect(texts('reference/glossary.ts', source)).toEqual(['zh: \uE000 见表、\uE000'])
})
