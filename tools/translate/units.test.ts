import { expect, test } from 'vitest'
import { runCommand } from './commands.ts'
import { TestSite } from './fixtures/site.ts'
import { unitsIn } from './units.ts'

/** Returns the units of a file as lines: `id: zh text | en text`. */
const found = (file: string, source: string) =>
  unitsIn(file, source, ['zh', 'en']).map(
    ({ id, texts }) => `${id}: ${['zh', 'en'].map((key) => texts.get(key)?.text ?? '-').join(' | ')}`,
  )

test('in JSON, every object with a text in two languages is a unit, named by the properties that lead to it', () => {
  const json = `{
    "title": { "en": "A test", "zh": "测试" },
    "says": { "slot-zero": { "en": "No.", "zh": "否。" }, "count": 3 }
  }`
  expect(found('a.json', json)).toEqual(['title: 测试 | A test', 'says.slot-zero: 否。 | No.'])
  expect(unitsIn('a.json', json, ['zh', 'en'])[0]?.texts.get('en')?.line).toBe(2)
})

test('in a list, a unit is named by the id, key, name or first argument of its entry, which stays when the order changes', () => {
  expect(found('a.ts', `export const terms = [{ id: 'mesh', is: { zh: '网', en: 'mesh' } }]`)).toEqual([
    'terms.mesh.is: 网 | mesh',
  ])
  expect(found('a.ts', `const bar = [group('learn', { zh: '学习', en: 'Learn' })]`)).toEqual([
    'bar.learn: 学习 | Learn',
  ])
})

test('constants that are named like languages hold a unit for each property, of functions the strings', () => {
  const source = `
const places = { start: '开头' }
const zh = { run: '运行', count: (n: number) => \`共 \${n} 步\`, at: places }
const en: typeof zh = { run: 'Run', count: (n) => \`\${n} \${n === 1 ? 'step' : 'steps'}\`, at: { start: 'Start' } }
export const words = { zh, en }`
  expect(found('a.ts', source)).toEqual([
    'run: 运行 | Run',
    'count: 共   步 |    step steps ',
    'at.start: 开头 | Start',
  ])
})

test('properties that are named as independent are left out', () => {
  const source = `export const term = { zh: '网', en: 'mesh', forms: { zh: ['网络'], en: ['meshes'] } }`
  expect(unitsIn('a.ts', source, ['zh', 'en'], ['forms']).map(({ id }) => id)).toEqual(['term'])
  expect(unitsIn('a.ts', source, ['zh', 'en']).map(({ id }) => id)).toEqual(['term', 'term.forms'])
})

test('the arguments of a function whose parameters are named like languages are units', () => {
  const source = `
const label = (size: number, zh: string, en = zh) => ({ size, text: { zh, en } })
export const fields = [label(1, '类型', 'kind'), label(2, 'DATA_ACK')]`
  expect(found('a.ts', source)).toEqual(['fields.1: 类型 | kind'])
})

test('a text that a language lacks is seen; objects without letters, with an empty text, with one language, or of types are no units', () => {
  const source = `
export const words = { zh: { a: '甲', b: '乙' }, en: { a: 'A' } }
export const comma = { zh: '，', en: ', ' }
export const plural = { zh: '', en: 's' }
export const only = { zh: '甲' }
type Words = { zh: 'a'; en: 'b' }`
  expect(found('a.ts', source)).toEqual(['words.a: 甲 | A', 'words.b: 乙 | -'])
})

test('in other files, lines that begin with # and a language are units', () => {
  expect(found('a.txt', 'insmod\n# zh 甲\n# en A\n\n# zh 乙\n# en B\n')).toEqual(['1: 甲 | A', '2: 乙 | B'])
})

const files = {
  'i18n/translate.json': JSON.stringify({
    units: ['src/**/*.ts', '!**/*.test.ts'],
    messages: ['src/*.tsx'],
    dictionaries: [{ file: 'data/stacks.json', language: 'en', others: 'data/stacks.[key].json' }],
  }),
  'src/words.ts': `const zh = { run: '运行', stop: '停止' }\nconst en = { run: 'Run', stop: 'Stop' }\n`,
  'src/words.test.ts': `const words = { zh: '甲', en: 'A' }\n`,
  'src/Bar.tsx': `const title = translate({ id: 'bar', message: '目录' })\nconst skip = <Translate id="skip">{'跳到正文 {key}'}</Translate>\n`,
  'i18n/en/code.json':
    '{\n  "bar": { "message": "Contents" },\n  "skip": { "message": "Skip" },\n  "theme.note": { "message": "note" }\n}\n',
  'data/stacks.json': '{ "summary": "A session begins" }\n',
  'data/stacks.zh.json': '{ "A session begins": "会话开始" }\n',
}

test('texts outside of the pages have their marks in one file of their language, one in each line, sorted', () => {
  const site = new TestSite(files)
  runCommand(['done', '--all'], { siteDir: site.dir, hasColours: false })
  expect(site.notCurrent()).toEqual([])
  const ledger = site.read('i18n/en/translated.json')
  expect(
    ledger.match(/^ {2}".*?": "from zh [0-9a-f]{8} own [0-9a-f]{8}",?$/gm)?.map((line) => line.split('"')[1]),
  ).toEqual([
    'code.json#bar',
    'code.json#skip',
    'data/stacks.json#A session begins',
    'src/words.ts#run',
    'src/words.ts#stop',
  ])
})

test.each([
  ['src/words.ts', '运行', '执行', 'en src/words.ts#run stale'],
  ['src/words.ts', "'Run'", "'Go'", 'zh src/words.ts#run stale'],
  ['src/Bar.tsx', '目录', '内容', 'en code.json#bar stale'],
  ['src/Bar.tsx', '跳到', '转到', 'en code.json#skip stale'],
  ['i18n/en/code.json', 'Contents', 'Content', 'zh code.json#bar stale'],
  ['data/stacks.zh.json', '会话开始', '会话结束', 'en data/stacks.json#A session begins stale'],
])('a word changes in %s: %s becomes %s, and %s', (file, before, after, state) => {
  const site = new TestSite(files)
  runCommand(['done', '--all'], { siteDir: site.dir, hasColours: false })
  site.edit(file, before, after)
  expect(site.notCurrent()).toEqual([state])
})

test('a text that gets another name or file keeps its mark, as long as both languages say what they said', () => {
  const site = new TestSite(files)
  const run = (...args: string[]) => runCommand(args, { siteDir: site.dir, hasColours: false })
  run('done', '--all')
  site.write('src/words.ts', `const zh = { start: '运行' }\nconst en = { start: 'Run' }\n`)
  site.write('src/more.ts', `const zh = { end: '停止' }\nconst en = { end: 'Halt' }\n`)
  expect(site.notCurrent()).toEqual(['en src/more.ts#end stale'])
  run('done', 'src/more.ts')
  expect(site.read('i18n/en/translated.json')).toContain('"src/words.ts#start"')
  expect(site.read('i18n/en/translated.json')).not.toContain('"src/words.ts#run"')
})

test('the mark of a text that is gone is removed when others are recorded', () => {
  const site = new TestSite(files)
  const run = (...args: string[]) => runCommand(args, { siteDir: site.dir, hasColours: false })
  run('done', '--all')
  site.write('src/words.ts', `const zh = { run: '执行' }\nconst en = { run: 'Run' }\n`)
  run('done', 'src/words.ts#run')
  expect(site.read('i18n/en/translated.json')).not.toContain('words.ts#stop')
  expect(site.notCurrent()).toEqual([])
})

test('diff shows what has changed in a text outside of the pages', () => {
  const site = new TestSite(files)
  const run = (...args: string[]) => runCommand(args, { siteDir: site.dir, hasColours: false }).output
  run('done', '--all')
  site.commit()
  site.edit('src/words.ts', '运行', '立即运行')
  expect(run('diff', 'src/words.ts#run')).toContain('{+立即+}运行')
})

test('a text that has lost one of its languages is missing in it', () => {
  const term = (texts: string) => `export const term = { ${texts} }\n`
  const site = new TestSite({
    'i18n/translate.json': '{ "units": ["a.ts"] }',
    'a.ts': term("zh: '会话', en: 'session'"),
  })
  runCommand(['done', '--all'], { siteDir: site.dir, hasColours: false })
  site.write('a.ts', term("en: 'session'"))
  expect(site.notCurrent()).toEqual(['zh a.ts#term missing', 'en a.ts#term stale'])
  site.write('a.ts', '')
  expect(site.notCurrent()).toEqual([])
})
