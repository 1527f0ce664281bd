import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { replay } from './replay-scenarios.ts'

const right = 'link add eth0\n----\n\nstate init\n----\nnetns init (no path manager state)\n\n'
const wrong = right.replace('netns init', 'netns blue')
const malformed = 'link add eth0\n----\n\nstate init\n'

/** A folder with these files. */
async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scenarios-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

/** What the program prints, without the name of the folder, and its exit status. */
function replayed(folder: string, ...args: string[]): { output: string[]; status: number } {
  const output: string[] = []
  const status = replay(args, (text) => output.push(...text.replaceAll(`${folder}/`, '').split('\n')))
  return { output, status }
}

test('a folder is searched for .txt files at any depth; those that print what they should only count', async () => {
  const folder = await folderOf({ 'a.txt': right, 'deep/er/b.txt': right, 'notes.md': 'no scenario' })

  expect(replayed(folder, folder)).toEqual({ output: ['2 passed, 0 failed'], status: 0 })
})

test('of a file that differs, the first difference is printed, and the others still run', async () => {
  const folder = await folderOf({ 'a.txt': wrong, 'b.txt': right })

  expect(replayed(folder, folder)).toEqual({
    output: [
      'a.txt:6',
      '  expected: netns blue (no path manager state)',
      '  actual:   netns init (no path manager state)',
      '1 passed, 1 failed',
    ],
    status: 1,
  })
})

test('where the model prints less or more, it says so', async () => {
  const folder = await folderOf({
    'less.txt': 'link add eth0\n----\n[0] hello\n',
    'more.txt': 'state init\n----\n\n',
  })

  expect(replayed(folder, folder).output).toEqual([
    ...['less.txt:3', '  expected: [0] hello', '  actual:   (nothing more)'],
    ...['more.txt:3', '  expected: (nothing more)', '  actual:   netns init (no path manager state)'],
    '0 passed, 2 failed',
  ])
})

test('a file that is no scenario is named with its line, and counts as failed', async () => {
  const folder = await folderOf({ 'a.txt': malformed, 'b.txt': right })

  expect(replayed(folder, folder)).toEqual({
    output: ['a.txt:5: expected "----" after the command "state init"', '1 passed, 1 failed'],
    status: 1,
  })
})

test('paths can be files too; one that does not exist, and a folder without scenarios, count as failed', async () => {
  const folder = await folderOf({ 'a.txt': right, 'empty/notes.md': '' })

  expect(replayed(folder, join(folder, 'a.txt'), join(folder, 'b.txt'), join(folder, 'empty'))).toEqual({
    output: [
      'b.txt: there is no such file or folder',
      'empty: there is no .txt file in this folder',
      '1 passed, 2 failed',
    ],
    status: 1,
  })
})

test('without a path it says what it wants', () => {
  expect(replayed('')).toMatchObject({ output: [expect.stringMatching(/^which scenarios\?/)], status: 1 })
})

test('--rewrite writes what the model prints, and keeps comments', async () => {
  const folder = await folderOf({ 'a.txt': `# Why.\n${wrong}# The end.\n`, 'bad.txt': malformed })

  const { output, status } = replayed(folder, '--rewrite', folder)

  expect(output).toEqual(['bad.txt:5: expected "----" after the command "state init"', '1 passed, 1 failed'])
  expect(status).toBe(1)
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(`# Why.\n${right}# The end.\n`)
  expect(await readFile(join(folder, 'bad.txt'), 'utf8')).toBe(malformed)
})

test('an invalid command is a difference like any other', async () => {
  const folder = await folderOf({ 'a.txt': 'link set eth0 up\n----\n\n' })

  expect(replayed(folder, folder).output).toContain('  actual:   error: no device "eth0" (devices: none)')
})
