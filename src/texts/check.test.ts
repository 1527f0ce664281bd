import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, languages } from '../../reference/languages.ts'
import { checkTexts, fixTexts } from './check.ts'

/** Makes a site of these files, and of the folders that a site has. */
async function site(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'texts-'))
  for (const folder of [...languages.map(folderOf), 'examples', 'reference', 'src', 'i18n'])
    await mkdir(join(root, folder), { recursive: true })
  await copyFile('i18n/languages.json', join(root, 'i18n/languages.json'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  return root
}

test('the texts of the site have no problem', () => {
  expect(checkTexts('.')).toEqual([])
})

test('each problem is named with file and line, in pages and in other files', async () => {
  const root = await site({
    [`${folderOf('zh')}/a.mdx`]: '---\ntitle: 会话2\n---\n\n第 3 个位域。\n',
    [`${folderOf('en')}/a.mdx`]: '---\ntitle: Session 2\n---\n\nNobody knows.\n',
    'examples/a.titles.json': '{\n  "a": { "en": "one", "zh": "会话,关闭" }\n}\n',
    'examples/a.ts': '// Releases the books.\n',
    'src/words.ts': 'export const words = {\n  zh: { run: "运行..." },\n}\n',
  })
  expect(checkTexts(root)).toEqual([
    `${folderOf('zh')}/a.mdx:2: no space between Chinese and a Latin word, a number or code: "会话2"; write: "会话 2"`,
    `${folderOf('zh')}/a.mdx:5: "位域" is not the name of this term ("bitfield" in reference/glossary.ts); write: 位图（字段名 \`bitfield\`）`,
    `${folderOf('en')}/a.mdx:5: "Nobody" is not used here (reference/voice.ts); write: the function, the host or the field as the subject`,
    'examples/a.titles.json:2: half-width punctuation: "会话,关闭"; write: "会话，关闭"',
    'examples/a.ts:1: "books" is not used here (reference/voice.ts); write: state, entry',
    'src/words.ts:2: an ellipsis of another form: "运行..."; write: "运行……"',
    `${folderOf('zh')}/a.mdx:5: the number 3 is not in the part before the first heading, ${folderOf('en')}/a.mdx:1: each language has the same`,
  ])
})

test('what is safe is fixed, in the files that are named, and nothing else changes', async () => {
  const page = '---\ntitle: 会话2\n---\n\n调用`close()`之后,**关闭**位域(见[表](./a.mdx))。\n'
  const root = await site({ 'docs/a.mdx': page, 'docs/b.mdx': page })
  expect(fixTexts(root, (file) => file === 'docs/a.mdx')).toHaveLength(6)
  expect(await readFile(join(root, 'docs/b.mdx'), 'utf8')).toBe(page)
  expect(await readFile(join(root, 'docs/a.mdx'), 'utf8')).toBe(
    '---\ntitle: 会话 2\n---\n\n调用 `close()` 之后，**关闭**位域（见[表](./a.mdx)）。\n',
  )
})

test('a section that was copied to be translated later keeps the rules of its own language', async () => {
  const section = '## 甲 {/* #one */}\n\n会话，关闭。\n'
  const files = {
    [`${folderOf('zh')}/a.mdx`]: `---\ntitle: 会话\n---\n\n${section}`,
    [`${folderOf('en')}/a.mdx`]: `---\ntitle: A，b\n---\n\n${section}\n## B {/* #two */}\n\nA session，closed.\n`,
  }
  const root = await site(files)
  expect(checkTexts(root)).toEqual([
    `${folderOf('en')}/a.mdx:2: full-width punctuation: "A，b"`,
    `${folderOf('en')}/a.mdx:11: full-width punctuation: " session，closed."`,
  ])
})
