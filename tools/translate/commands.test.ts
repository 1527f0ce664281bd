import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from './commands.ts'
import { enPage, pages, TestSite, zhPage } from './fixtures/site.ts'

const run = ({ dir }: TestSite, ...args: string[]) => runCommand(args, { siteDir: dir, hasColours: false })

/** Returns a site in a git repository, with all texts recorded as current. */
function currentSite(files: Record<string, string> = pages): TestSite {
  const site = new TestSite(files)
  run(site, 'done', '--all')
  site.commit()
  return site
}

test('a changed word in a section: status lists its translation, diff shows the word, done clears it', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  expect(run(site, 'status').output).toBe(`page      section  language      state
note.mdx  #when    English (en)  out of date

language      current  out of date  missing  in conflict
中文 (zh)     3        0            0        0
English (en)  2        1            0        0
`)
  expect(run(site, 'diff', 'note.mdx#when').output).toContain(
    '每个会话执行[-一次-]{+两次+}，客户端和服务器都执行。',
  )
  expect(run(site, 'done', 'note.mdx#when')).toEqual({
    output: `recorded: note.mdx#when says the same in 中文 (zh) and English (en)\nmarks written to: ${enPage}\n`,
    code: 0,
  })
  expect(run(site, 'status', '--all').output.match(/current$/gm)).toHaveLength(6)
  expect(run(site, 'done', 'note.mdx').output).toBe('nothing to record: all of this is current\n')
})

test('diff finds the text from which the translation was made in older commits, also under another name', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  site.commit()
  for (const [from, to] of [
    [zhPage, zhPage.replace('note', 'renamed')],
    [enPage, enPage.replace('note', 'renamed')],
  ] as const) {
    site.write(to, site.read(from))
    rmSync(join(site.dir, from))
  }
  site.commit()
  const { output } = run(site, 'diff', 'renamed.mdx#when')
  expect(output).toContain('[-一次-]{+两次+}')
  expect(output).toMatch(/^中文 \(zh\), docs\/renamed\.mdx:8, since [0-9a-f]{12} of \d{4}-\d\d-\d\d:$/m)
})

test('diff also finds a text that only a merge of two changes has', () => {
  const site = new TestSite(pages)
  site.commit()
  site.git('checkout', '-b', 'other')
  site.edit(zhPage, '因为地址已删除。', '因为地址已删除。\n\n地址稍后恢复。')
  site.commit()
  site.git('checkout', '-')
  site.edit(zhPage, '## 为什么', '## 为何')
  site.commit()
  site.git('merge', 'other')
  run(site, 'done', '--all')
  site.commit()
  site.edit(zhPage, '稍后', '不再')
  expect(run(site, 'diff', 'note.mdx#why').output).toContain('地址[-稍后-]{+不再+}恢复。')
})

test('diff does not show where lines are broken, also within a Chinese word', () => {
  const site = currentSite()
  site.edit(zhPage, '每个会话执行一次，', '每个会\n话执行两次，')
  expect(run(site, 'diff', 'note.mdx').output).toContain(
    '每个会话执行[-一次-]{+两次+}，客户端和服务器都执行。',
  )
})

test('diff of a conflict shows what has changed on both sides', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  site.edit(enPage, 'Once', 'Twice')
  const { output } = run(site, 'diff', 'note.mdx#when')
  expect(output).toContain('[-一次-]{+两次+}')
  expect(output).toContain('[-Once-]{+Twice+} for each session')
  expect(run(site, 'done', 'note.mdx#when').code).toBe(0)
  expect(site.notCurrent()).toEqual([])
})

test('a conflict is one problem of two languages: status, check and diff name it once, with both', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  site.edit(enPage, 'Once', 'Twice')
  expect(run(site, 'status').output).toBe(`page      section  language                 state
note.mdx  #when    中文 (zh), English (en)  in conflict

language      current  out of date  missing  in conflict
中文 (zh)     2        0            0        1
English (en)  2        0            0        1
`)
  const problem = `${enPage}:9: note.mdx#when is in conflict: the text in English (en) and the one in 中文 (zh) at ${zhPage}:8 have both changed.`
  const done = 'Once both say the same: npm run translate done note.mdx#when'
  expect(run(site, 'check').output).toBe(
    `${problem} See what: npm run translate diff note.mdx#when. ${done}\n\n1 text is not current\n`,
  )
  expect(run(site, 'diff', 'note.mdx').output.split(problem)).toHaveLength(2)
  expect(run(site, 'check', '--lang', 'zh').output).toContain(`${zhPage}:8: note.mdx#when is in conflict`)
})

test('diff names the problem, shows the change, and ends with what to do', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  const lines = run(site, 'diff', 'note.mdx').output.trim().split('\n')
  expect(lines[0]).toBe(
    `${enPage}:9: note.mdx#when is out of date in English (en): its source, the text in 中文 (zh) at ${zhPage}:8, has changed.`,
  )
  expect(lines.at(-1)).toBe('Once both say the same: npm run translate done note.mdx#when')
})

test('diff of a source whose translation has changed shows what has changed in the translation', () => {
  const site = currentSite()
  site.edit(enPage, 'Once', 'Twice')
  expect(run(site, 'diff', 'note.mdx#when').output).toContain('[-Once-]{+Twice+}')
  expect(run(site, 'done', 'note.mdx#when').code).toBe(0)
  expect(site.notCurrent()).toEqual([])
})

test('without git history, diff says so and shows the source as it is now', () => {
  const site = new TestSite(pages)
  run(site, 'done', '--all')
  site.edit(zhPage, '执行一次', '执行两次')
  const { output } = run(site, 'diff', 'note.mdx#when')
  expect(output).toContain('There is no git history here. The text in 中文 (zh)')
  expect(output).toContain('每个会话执行两次')
})

test('in a clone without the full history, diff says how to get it', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  site.commit()
  const clone = `${site.dir}-clone`
  site.git('clone', '--depth', '1', `file://${site.dir}`, clone)
  const { output } = runCommand(['diff', 'note.mdx#when'], { siteDir: clone, hasColours: false })
  expect(output).toContain('The git history here is not complete (git fetch --unshallow)')
  expect(output).toContain('每个会话执行两次')
})

test('if no commit has the text, diff says so and shows the source as it is now', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行三次')
  run(site, 'done', 'note.mdx')
  site.edit(zhPage, '执行三次', '执行两次')
  const { output } = run(site, 'diff', 'note.mdx#when')
  expect(output).toContain('No commit has the text from which this was made.')
  expect(output).toContain('每个会话执行两次')
})

test('status --json has every section with page, section, language and state', () => {
  const site = currentSite()
  site.edit(zhPage, '执行一次', '执行两次')
  const { sections } = JSON.parse(run(site, 'status', '--json').output)
  expect(sections).toHaveLength(6)
  expect(sections).toContainEqual(
    expect.objectContaining({ page: 'note.mdx', section: 'when', lang: 'en', state: 'stale', source: 'zh' }),
  )
  expect(sections).toContainEqual(
    expect.objectContaining({ page: 'note.mdx', section: '', lang: 'zh', state: 'current', source: null }),
  )
})

test('check prints a message with file, line and command for each text that is not current, and exits with 1', () => {
  const site = currentSite()
  expect(run(site, 'check')).toEqual({ output: 'all 6 texts are current\n', code: 0 })
  site.edit(zhPage, '执行一次', '执行两次')
  site.write(zhPage, `${site.read(zhPage)}\n## 处理办法 {/* #fix */}\n\n无。\n`)
  expect(run(site, 'check')).toEqual({
    output: `${enPage}:9: note.mdx#when is out of date in English (en): its source, the text in 中文 (zh) at ${zhPage}:8, has changed. See what: npm run translate diff note.mdx#when. Once both say the same: npm run translate done note.mdx#when
${enPage}:14: note.mdx#fix is missing in English (en): it exists only in 中文 (zh) at ${zhPage}:16. Write it, then: npm run translate done note.mdx#fix

2 texts are not current
`,
    code: 1,
  })
})

test('a page may also be named by its file, and what stands before its first heading by # alone', () => {
  const site = currentSite()
  site.edit(zhPage, '本页', '这里')
  site.edit(zhPage, '执行一次', '执行两次')
  run(site, 'done', `${zhPage}#`)
  expect(site.notCurrent()).toEqual(['en note.mdx#when stale'])
})

test('what does not exist is refused, with the nearest names', () => {
  const site = currentSite()
  expect(run(site, 'done', 'nota.mdx')).toEqual({
    output: '"nota.mdx" does not exist (nearest: "note.mdx")\n',
    code: 2,
  })
  expect(run(site, 'done', 'note.mdx#wen')).toEqual({
    output: '"note.mdx" has no section "#wen" (nearest: "when", "why")\n',
    code: 2,
  })
  expect(run(site, 'diff', 'note.mdx', '--lang', 'fr').output).toBe(
    '"fr" is no language of the site: it has zh, en\n',
  )
})

test('done refuses a section that is not written yet', () => {
  const site = currentSite()
  site.write(zhPage, `${site.read(zhPage)}\n## 处理办法 {/* #fix */}\n\n无。\n`)
  const { output, code } = run(site, 'done', 'note.mdx#fix')
  expect(output).toContain(`not recorded: ${enPage}:14: note.mdx#fix is missing in English (en)`)
  expect(code).toBe(1)
})

test('done of a page leaves out sections that are still a copy of the source; by its name, one is recorded', () => {
  const site = new TestSite({ [zhPage]: '# 甲\n\n## MPTCP {#a}\n', [enPage]: '# A\n\n## MPTCP {#a}\n' })
  expect(run(site, 'done', 'note.mdx').output).toContain('not recorded: ')
  expect(site.notCurrent()).toEqual(['en note.mdx#a missing'])
  expect(run(site, 'done', 'note.mdx#a').code).toBe(0)
  expect(site.notCurrent()).toEqual([])
})

test('done refuses a copy that is evidently not translated, whichever language it was written in', () => {
  const section = (text: string) => `# A\n\n## Why {#a}\n\n${text}\n`
  const english = section('The worker does not try this pair of addresses again after the first failure.')
  const site = new TestSite({ [zhPage]: english, [enPage]: english })
  const { output, code } = run(site, 'done', 'note.mdx#a')
  expect(output).toContain(`${zhPage}:3: note.mdx#a is missing in 中文 (zh)`)
  expect(output).toContain('Translate it, then: npm run translate -- done note.mdx#a --from en\n')
  expect(code).toBe(1)
  expect(run(site, 'done', '--all').output).toContain('not recorded: ')

  const chinese = section(
    '工作函数首次失败之后，不再尝试这一对地址；其他地址对不受影响，仍按原来的次序继续尝试，直到全部完成。',
  )
  const other = new TestSite({ [zhPage]: chinese, [enPage]: chinese })
  expect(run(other, 'done', 'note.mdx#a').output).toContain(
    `${enPage}:3: note.mdx#a is missing in English (en)`,
  )
})

test('of a short text that is the same in two languages, that which is not in the script of its language is missing', () => {
  const site = currentSite({ 'i18n/translate.json': '{ "units": ["examples/*.json"] }\n' })
  site.write(
    'examples/a.titles.json',
    '{ "one": { "zh": "a route is tried again", "en": "a route is tried again" } }',
  )
  expect(site.notCurrent()).toEqual(['zh examples/a.titles.json#one missing'])
  site.write(
    'examples/a.titles.json',
    '{ "one": { "zh": "路由失败之后一秒再试一次", "en": "路由失败之后一秒再试一次" } }',
  )
  expect(site.notCurrent()).toEqual(['en examples/a.titles.json#one missing'])
})

test('done --from names the language that a text was written in first; the mark goes into the other', () => {
  const site = new TestSite(pages)
  expect(run(site, 'done', 'note.mdx#when', '--from', 'en').output).toBe(
    `recorded: note.mdx#when says the same in 中文 (zh) and English (en)\nmarks written to: ${zhPage}\n`,
  )
  expect(site.read(zhPage)).toMatch(/#when \*\/\}\n\{\/\* from en /)
  expect(site.read(enPage)).toBe(pages[enPage])
  site.edit(enPage, 'Once', 'Twice')
  expect(site.notCurrent()).toContain('zh note.mdx#when stale')
})

test('done ends with the command that compares facts, if the site has one: the tool itself compares prose only', () => {
  const site = new TestSite({ ...pages, 'i18n/translate.json': '{ "compare": "npm run facts --" }' })
  expect(run(site, 'done', 'note.mdx#when').output).toMatch(
    `\ncompare their links, numbers and code: npm run facts -- ${zhPage} ${enPage}\n`,
  )
  expect(run(site, 'done', 'note.mdx#when').output).not.toContain('compare')
})

test('done --from refuses to name another source than a mark does', () => {
  const site = currentSite()
  expect(run(site, 'done', 'note.mdx#when', '--from', 'en')).toEqual({
    output: `${enPage}:9: the mark of note.mdx#when says "from zh": --from is for texts without a mark\n`,
    code: 2,
  })
})

test.each([
  [[], 'npm run translate COMMAND'],
  [['stat'], 'there is no command "stat": expected status, diff, done, check or new (see --help)'],
  [['done'], '"done" needs a page: done PAGE or done PAGE#SECTION'],
  [['done', '--all', 'note.mdx'], '"done" takes --all or names, not both: done note.mdx'],
  [['new'], '"new" needs a language: new ja'],
  [['status', '--wide'], "Unknown option '--wide' (see --help)"],
])('%j is answered with what is expected', (args, message) => {
  expect(run(currentSite(), ...args)).toEqual({ output: expect.stringContaining(message), code: 2 })
})

test('a mistake in a file is an error with its file and line, and no place in the program', () => {
  const site = currentSite()
  site.write('i18n/languages.json', '[\n  { "key": "zh" }\n]\n')
  expect(run(site, 'status')).toEqual({
    output: 'i18n/languages.json:2: expected { "key": "ja", "tag": "ja", "label": "日本語" }\n',
    code: 2,
  })
})

const withMessages = {
  ...pages,
  'i18n/translate.json': '{ "messages": ["src/*.tsx"] }\n',
  'src/skip.tsx': '<Translate id="skip">跳到正文</Translate>\n',
  'i18n/en/code.json': '{ "skip": { "message": "Skip to content" }, "theme.a": { "message": "A" } }\n',
}

test('new begins a translation: everything is missing, check lets it pass, and what it says to undo undoes it', () => {
  const site = currentSite(withMessages)
  const before = site.read('i18n/languages.json')
  const { output, code } = run(site, 'new', 'ja', '--from', 'en')
  expect(code).toBeUndefined()
  expect(output).toContain(
    'Started a translation into 日本語 (ja). What is not translated is shown in English (en).',
  )
  expect(JSON.parse(site.read('i18n/languages.json')).at(-1)).toEqual({
    key: 'ja',
    tag: 'ja',
    label: '日本語',
    fallback: 'en',
  })
  expect(site.read('i18n/ja/code.json')).toBe('{}\n')
  expect(existsSync(join(site.dir, 'i18n/ja/docusaurus-plugin-content-docs/current'))).toBe(true)
  expect(site.notCurrent()).toEqual([
    ...['', '#when', '#why'].map((section) => `ja note.mdx${section} missing`),
    'ja code.json#skip missing',
  ])
  expect(run(site, 'check')).toEqual({
    output: '日本語 (ja): 4 texts are shown in English (en)\nall 8 texts are current\n',
    code: 0,
  })

  expect(output).toContain('Undo: git checkout i18n/languages.json && rm -r i18n/ja')
  site.git('checkout', 'i18n/languages.json')
  rmSync(join(site.dir, 'i18n/ja'), { recursive: true })
  expect(site.read('i18n/languages.json')).toBe(before)
  expect(readdirSync(join(site.dir, 'i18n'))).not.toContain('ja')
})

test('new copies the labels of plugins, which have no fallback', () => {
  const labels = 'docusaurus-plugin-content-docs/current.json'
  const site = currentSite({ ...pages, [`i18n/en/${labels}`]: '{ "a": { "message": "Guide" } }\n' })
  expect(run(site, 'new', 'ja', '--from', 'en').output).toContain(
    `i18n/ja/${labels}: 1 label, in English (en)`,
  )
  expect(JSON.parse(site.read(`i18n/ja/${labels}`))).toEqual({ a: { message: 'Guide' } })
})

test('new without --from falls back to the default language', () => {
  const site = currentSite(withMessages)
  expect(run(site, 'new', 'pt-BR').output).toContain('What is not translated is shown in 中文 (zh).')
  expect(JSON.parse(site.read('i18n/languages.json')).at(-1)).toEqual({
    key: 'pt',
    tag: 'pt-BR',
    label: 'português (Brasil)',
    fallback: 'zh',
  })
  expect(site.read('i18n/pt-BR/code.json')).toBe('{}\n')
})

test('status shows a page that a language lacks in one line; done and diff are about the others', () => {
  const site = currentSite(withMessages)
  run(site, 'new', 'ja', '--from', 'en')
  site.edit(zhPage, '执行一次', '执行两次')
  expect(run(site, 'status').output).toContain(`page       section  language      state
note.mdx   #when    English (en)  out of date
note.mdx   (all)    日本語 (ja)   missing
code.json  (all)    日本語 (ja)   missing
`)
  expect(run(site, 'diff', 'note.mdx').output).not.toContain('日本語')
  expect(run(site, 'done', 'note.mdx#why').code).toBe(0)
  expect(run(site, 'done', 'note.mdx#why', '--lang', 'ja').output).toContain('not recorded: ')
  expect(run(site, 'done', 'note.mdx').output).toBe(
    `recorded: note.mdx#when says the same in 中文 (zh) and English (en)\nmarks written to: ${enPage}\n`,
  )
  expect(run(site, 'done', '--all').output).toBe('nothing to record: all of this is current\n')
})

test('a page of a new language is translated section by section', () => {
  const site = currentSite()
  run(site, 'new', 'ja', '--from', 'en')
  const page = 'i18n/ja/docusaurus-plugin-content-docs/current/note.mdx'
  site.write(page, site.read(enPage)) // with its marks
  expect(site.notCurrent()).toHaveLength(3)
  site.edit(page, 'When it runs', 'いつ動くか')
  expect(site.notCurrent()).toContain('ja note.mdx#when missing') // the paragraph is still English
  site.edit(page, 'Once for each session, on the client and on the server.', 'セッションごとに一回。')
  expect(site.notCurrent()).toEqual([
    'ja note.mdx missing',
    'ja note.mdx#when stale',
    'ja note.mdx#why missing',
  ])
  run(site, 'done', 'note.mdx', '--lang', 'ja')
  expect(site.notCurrent()).toEqual(['ja note.mdx missing', 'ja note.mdx#why missing'])
  expect(site.read(page)).toMatch(/## いつ動くか \{\/\* #when \*\/\}\n\{\/\* from en /)
})

test.each([
  ['en', 'i18n/languages.json has "en" already'],
  ['zh-Hans', 'i18n/languages.json has "zh-Hans" already'],
  ['JA', '"JA" is written "ja"'],
  ['japanese', '"japanese" is no language tag: expected one such as "ja" or "pt-BR"'],
  ['ja_JP', '"ja_JP" is no language tag: expected one such as "ja" or "pt-BR"'],
])('new refuses %s', (tag, message) => {
  const site = currentSite()
  expect(run(site, 'new', tag)).toEqual({ output: `${message}\n`, code: 2 })
  expect(readdirSync(join(site.dir, 'i18n')).sort()).toEqual(['en', 'languages.json'])
})
