import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay } from './replay-scenarios.ts'

const right = 'link add eth0\n----\n\nstate init\n----\nnetns init (no path manager state)\n\n'
const wrong = right.replace('netns init', 'netns blue').replace('eth0', 'eth1')
const malformed = 'link add eth0\n----\n\nstate init\n'

/** Makes a folder with these files. */
async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scenarios-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

/** Returns the output of the program, without the name of the folder, and its exit status. */
function replayed(
  folder: string,
  args: string[],
  isTerminal = false,
): { output: string[]; errors: string; status: number } {
  const [output, errors]: [string[], string[]] = [[], []]
  const status = replay(args, {
    stdout: (text) => output.push(text),
    stderr: (text) => errors.push(text),
    isTerminal,
  })
  const short = (texts: string[]) => texts.join('').replaceAll(`${folder}/`, '').replace(/\n$/, '')
  return { output: short(output).split('\n'), errors: short(errors), status }
}

/** Runs the program on one file. Returns the same, and the text of the file afterwards. */
async function rewrittenFile(
  text: string | Uint8Array,
): Promise<{ output: string[]; status: number; text: string }> {
  const folder = await folderOf({ 'a.txt': text })
  const file = join(folder, 'a.txt')
  const { output, status } = replayed(folder, ['--rewrite', file])
  return { output, status, text: await readFile(file, 'latin1') }
}

test('a folder is searched for .txt files at any depth; those that print what they should only count', async () => {
  const folder = await folderOf({ 'a.txt': right, 'deep/er/b.txt': right, 'notes.md': 'no scenario' })

  expect(replayed(folder, [folder])).toEqual({ output: ['2 passed, 0 failed'], errors: '', status: 0 })
})

test('of a file that differs, the difference is printed, and the others still run', async () => {
  const folder = await folderOf({ 'a.txt': wrong, 'b.txt': right })

  expect(replayed(folder, [folder])).toMatchObject({
    output: [
      'a.txt:6: "state init"',
      '  file:  netns blue (no path manager state)',
      '  model: netns init (no path manager state)',
      '1 passed, 1 failed',
    ],
    status: 1,
  })
})

test('where the model prints less or more, it says so, at a line that the file has', async () => {
  const folder = await folderOf({
    'less.txt': 'link add eth0\n----\n[0] rmmod\n',
    'more.txt': `${right}state init\n----\n`,
  })

  expect(replayed(folder, [folder]).output).toEqual([
    ...['less.txt:3: "link add eth0"', '  file:  [0] rmmod', '  model: (nothing more)'],
    ...['more.txt:9: "state init"', '  file:  (nothing more)', '  model: netns init (no path manager state)'],
    '0 passed, 2 failed',
  ])
})

test('of a file in which many commands differ, five are printed, and the others counted', async () => {
  const folder = await folderOf({ 'a.txt': right + 'state init\n----\n\n'.repeat(8) })

  const { output } = replayed(folder, [folder])

  expect(output.filter((line) => line.startsWith('a.txt:'))).toEqual([
    ...[9, 12, 15, 18, 21].map((line) => `a.txt:${line}: "state init"`),
    'a.txt: further commands that are wrong: 3',
  ])
})

test('a file that holds commands only gets one line that says how to fill it in', async () => {
  const folder = await folderOf({ 'a.txt': 'state init\n----\n\n'.repeat(8) })

  expect(replayed(folder, [folder]).output).toEqual([
    'a.txt: there is no output in this file yet: --print shows what the model prints, --rewrite writes it into the file',
    '0 passed, 1 failed',
  ])
})

test('of a file without output, invalid commands are named first', async () => {
  const folder = await folderOf({ 'a.txt': 'state init\n----\n\nstate inti\n----\n' })

  expect(replayed(folder, [folder]).output).toEqual([
    'a.txt:4: "state inti": no session or namespace "inti" (sessions and namespaces: init)',
    '0 passed, 1 failed',
  ])
})

test('a file without a command fails', async () => {
  const folder = await folderOf({ 'a.txt': '', 'b.txt': '# Nothing.\n', 'c.txt': '# Why.\rinsmod\r----\r' })

  expect(replayed(folder, [folder]).output).toEqual([
    'a.txt:1: there is no command in this file',
    'b.txt:1: there is no command in this file',
    'c.txt:1: the line ends of this file are CR: save it with LF or CRLF',
    '0 passed, 3 failed',
  ])
})

test('a file that is no scenario is named with its line, and counts as failed', async () => {
  const folder = await folderOf({ 'a.txt': malformed, 'b.txt': right })

  expect(replayed(folder, [folder])).toMatchObject({
    output: [
      'a.txt:5: expected "----" after the command "state init", found an empty line',
      '1 passed, 1 failed',
    ],
    status: 1,
  })
})

test('paths can be files too; what cannot be read is named in plain words, and counts as failed', async () => {
  const folder = await folderOf({ 'a.txt': right, 'empty/notes.md': '', 'links/a.txt': right })
  const [dangling, loop] = [join(folder, 'links/dangling.txt'), join(folder, 'links/loop.txt')]
  await symlink('nowhere.txt', dangling)
  await symlink(loop, loop)
  await symlink('.', join(folder, 'links/folder.txt'))
  const paths = ['a.txt', 'b.txt', 'a.txt/b.txt', 'empty', 'links'].map((name) => join(folder, name))

  expect(replayed(folder, [...paths, dangling, loop])).toMatchObject({
    output: [
      'b.txt: there is no such file or folder',
      'a.txt/b.txt: there is no such file or folder',
      'empty: there is no .txt file in this folder',
      'links/dangling.txt: a symbolic link to something that does not exist',
      'links/folder.txt: a folder, not a file',
      'links/loop.txt: a symbolic link that leads back to itself',
      'links/dangling.txt: a symbolic link to something that does not exist',
      'links/loop.txt: a symbolic link that leads back to itself',
      '2 passed, 8 failed',
    ],
    status: 1,
  })
})

test('other errors of the system are named without their code', () => {
  const name = 'a'.repeat(1000)
  expect(replayed('/tmp', [name])).toMatchObject({
    output: [`${name}: name too long`, '0 passed, 1 failed'],
    status: 1,
  })
})

test.each([
  [[], 'which scenarios? npm run --silent replay -- --help prints the usage'],
  [
    ['a.txt', '--rewrit'],
    'there is no option "--rewrit"; npm run --silent replay -- --help prints the usage',
  ],
  [['-r', 'a.txt'], 'there is no option "-r"; npm run --silent replay -- --help prints the usage'],
  [['--print', '--rewrite', 'a.txt'], '--print and --rewrite exclude each other'],
])('wrong arguments are refused in one line: %j', (args, refusal) => {
  expect(replayed('', args)).toEqual({ output: [''], errors: refusal, status: 1 })
})

test('an option before "--", which npm takes for its own, is refused with the right command', () => {
  const errors: string[] = []
  const streams = { stdout: () => {}, stderr: (text: string) => void errors.push(text), isTerminal: false }

  expect(replay(['a.txt'], streams, { npm_config_rewrite: 'true' })).toBe(1)
  expect(errors).toEqual([
    'npm took --rewrite for an option of its own: npm run --silent replay -- --rewrite a.txt\n',
  ])
})

test.each(['--help', '-h'])('%s prints the usage, with every command', (option) => {
  const { output, errors, status } = replayed('', [option])

  expect(output).toContain('  link set <device> up|down|change')
  expect([errors, status]).toEqual(['', 0])
})

test('paths are those of the folder in which npm was called', async () => {
  const folder = await folderOf({ 'a.txt': right })
  const env = { ...process.env, INIT_CWD: folder }

  const output = execFileSync(
    process.execPath,
    ['tools/node/bundled.cjs', 'tools/replay/replay.ts', 'a.txt'],
    {
      encoding: 'utf8',
      env,
    },
  )

  expect(output).toBe('1 passed, 0 failed\n')
})

test('a reader that closes standard output early, such as head, is no error', async () => {
  const folder = await folderOf({ 'a.txt': right + 'state init\n----\n\n'.repeat(100_000) })
  const command = `node tools/node/bundled.cjs tools/replay/replay.ts --print ${join(folder, 'a.txt')} | head -1`

  expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' })).toMatchObject({
    stdout: 'link add eth0\n',
    stderr: '',
  })
})

test('--rewrite writes what the model prints, and says which files it changed', async () => {
  const folder = await folderOf({
    'a.txt': `# Why.\n${wrong}# The end.\n`,
    'b.txt': right,
    'bad.txt': malformed,
  })

  expect(replayed(folder, ['--rewrite', folder])).toMatchObject({
    output: [
      'a.txt: rewritten',
      'bad.txt:5: expected "----" after the command "state init", found an empty line',
      '2 passed, 1 failed; what failed was not rewritten',
    ],
    status: 1,
  })
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(
    `# Why.\n${wrong.replace('netns blue', 'netns init')}# The end.\n`,
  )
  expect(await readFile(join(folder, 'bad.txt'), 'utf8')).toBe(malformed)
})

const hint = 'put an empty line before a command or a comment, and delete other text'

test.each([
  [
    'a command without an empty line before it',
    'link add eth0\n----\nstate init\n----\n',
    `a.txt:3: "state init" stands in the output of "link add eth0" (line 1), but no command prints such a line: ${hint}`,
  ],
  [
    'a command behind recorded output',
    'state init\n----\nnetns init (no path manager state)\nlink add eth0\n',
    `a.txt:4: "link add eth0" stands in the output of "state init" (line 1), but no command prints such a line: ${hint}`,
  ],
  [
    'an indented command',
    'link add eth0\n----\n  sub c1 0 established\n',
    `a.txt:3: "  sub c1 0 established" stands in the output of "link add eth0" (line 1), but no command prints such a line: ${hint}`,
  ],
  [
    'a comment',
    'link add eth0\n----\n# Why.\n\n',
    `a.txt:3: "# Why." stands in the output of "link add eth0" (line 1), but no command prints such a line: ${hint}`,
  ],
  [
    'text',
    'link add eth0\n----\n[0] eth0 is there, I think\n\n',
    `a.txt:3: "[0] eth0 is there, I think" stands in the output of "link add eth0" (line 1), but no command prints such a line: ${hint}`,
  ],
  [
    'a second separator',
    'link add eth0\n----\n----\n\n',
    'a.txt:3: a second "----" in the output of "link add eth0" (line 1): put an empty line before the next command',
  ],
  [
    'a line of spaces',
    'link add eth0\n----\n  \nstate init\n----\n',
    'a.txt:3: this line is not empty, but holds white space: delete the white space',
  ],
  [
    'a line of output with white space at its end',
    'state init\n----\nnetns init (no path manager state) \n',
    'a.txt:3: white space around a line of output: delete the white space',
  ],
])('a file is not rewritten if its output holds what no command prints: %s', async (_what, text, problem) => {
  expect(await rewrittenFile(text)).toEqual({
    output: [problem, '0 passed, 1 failed; what failed was not rewritten'],
    status: 1,
    text,
  })
})

test('a file with an invalid command is not rewritten, and the command is named', async () => {
  const text = 'link set eth0 up\n----\n\nstate inti\n----\n'

  expect(await rewrittenFile(text)).toEqual({
    output: [
      'a.txt:1: "link set eth0 up": no device "eth0" (devices: none)',
      'a.txt:4: "state inti": no session or namespace "inti" (sessions and namespaces: init)',
      '0 passed, 1 failed; what failed was not rewritten',
    ],
    status: 1,
    text,
  })
})

test('an invalid command fails in a replay too, unless the file holds exactly that error', async () => {
  const command = 'link set eth0 up\n----\n'
  const expected = `${command}error: no device "eth0" (devices: none)\n`
  const folder = await folderOf({ 'a.txt': command, 'b.txt': expected })

  expect(replayed(folder, [folder]).output).toEqual([
    'a.txt:1: "link set eth0 up": no device "eth0" (devices: none)',
    '1 passed, 1 failed',
  ])
  expect(await rewrittenFile(expected)).toMatchObject({ status: 0, text: expected })
})

test('an error that a person wrote into a file is never replaced', async () => {
  const text = 'link add eth0\n----\nerror: no such device\n'

  expect(await rewrittenFile(text)).toEqual({
    output: [
      'a.txt:3: "link add eth0"',
      '  file:  error: no such device',
      '  model: (nothing more)',
      '  (an "error:" line is never replaced: change it by hand)',
      '0 passed, 1 failed; what failed was not rewritten',
    ],
    status: 1,
    text,
  })
})

test('an error in a file that is right stays, and wrong lines beside it are replaced', async () => {
  const right = 'own c1\n----\nerror: no session "c1" (sessions: none)\n'

  expect(await rewrittenFile(`${right}[0] rmmod\n`)).toEqual({
    output: ['a.txt: rewritten', '1 passed, 0 failed'],
    status: 0,
    text: right,
  })
})

test('what is not UTF-8 is refused with its line, because writing it again would lose something', async () => {
  const text = '# caf\xe9\nstate init\n----\n'

  expect(await rewrittenFile(Buffer.from(`\n${text}`, 'latin1'))).toEqual({
    output: [
      'a.txt:2: this line is not UTF-8: save the file as UTF-8',
      '0 passed, 1 failed; what failed was not rewritten',
    ],
    status: 1,
    text: `\n${text}`,
  })
})

test('line ends, a byte order mark, empty lines and comments are kept', async () => {
  const given = '\xef\xbb\xbf\r\n# Why.\r\n\r\nstate init\r\n----\r\n\r\n\r\n# The end.'

  const { text } = await rewrittenFile(Buffer.from(given, 'latin1'))

  expect(text).toBe(given.replace('----\r\n', '----\r\nnetns init (no path manager state)\r\n'))
})

test('a file that cannot be written counts as failed', async ({ skip }) => {
  if (process.getuid?.() === 0) skip('root may write anything')
  const folder = await folderOf({ 'a.txt': wrong })
  await chmod(join(folder, 'a.txt'), 0o444)

  expect(replayed(folder, ['--rewrite', folder]).output[0]).toBe('a.txt: permission denied')
})

test('whatever is inserted or deleted by hand, a file is refused, or holds every other line afterwards', async () => {
  const recorded = await readFile('examples/scenario/scenarios/handover.txt', 'utf8')
  const lines = recorded.split('\n')
  const written = fc.constantFrom(
    ...[
      '',
      ' ',
      '----',
      '---- ',
      '# why',
      ' # why',
      'state init',
      '  state init',
      'advance 1',
      'typo',
      'I think so',
    ],
    ...[
      'error: no',
      '[0]',
      '[0] really?',
      'conn c1',
      '  sub c1/0',
      '\t',
      '# \ufeff',
      'netns add red',
      'link add x0',
    ],
  )
  const edit = fc.record({
    at: fc.nat(lines.length - 1),
    removed: fc.nat(1),
    inserted: fc.array(written, { maxLength: 3 }),
  })
  const folder = await folderOf({})
  const file = join(folder, 'a.txt')
  const isByHand = (line: string) =>
    !/^\[\d+\] \w+( |$)|^(netns|conn) \S+ [(lp]|^ {2}\S+[ [=]\S+ .*=/.test(line)

  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
      async (edits, end) => {
        const edited = [...lines]
        for (const { at, removed, inserted } of edits) edited.splice(at, removed, ...inserted)
        const before = edited.join(end)
        await writeFile(file, before)
        const { status } = replayed(folder, ['--rewrite', file])
        const after = await readFile(file, 'utf8')

        if (status === 1) expect(after).toBe(before)
        else expect(after.split(end).filter(isByHand)).toEqual(edited.filter(isByHand))
      },
    ),
    { numRuns: 300, seed: 1 },
  )
})

test('--print prints what --rewrite would write, and nothing else, and leaves the file as it is', async () => {
  const folder = await folderOf({ 'a.txt': `# Why.\n${wrong}` })
  const file = join(folder, 'a.txt')

  const { output, errors, status } = replayed(folder, ['--print', file])

  expect(await readFile(file, 'utf8')).toBe(`# Why.\n${wrong}`)
  expect([errors, status]).toEqual(['', 0])
  expect(replayed(folder, ['--rewrite', file]).status).toBe(0)
  expect(`${output.join('\n')}\n`).toBe(await readFile(file, 'utf8'))
})

test('--print ends before the first command of which something is wrong', async () => {
  const folder = await folderOf({
    'a.txt': 'state init\n----\n\n# Why.\nstate inti\n----\n\nstate init\n----\n',
  })

  expect(replayed(folder, ['--print', join(folder, 'a.txt')])).toEqual({
    output: ['state init', '----', 'netns init (no path manager state)', '', '# Why.'],
    errors: 'a.txt:5: "state inti": no session or namespace "inti" (sessions and namespaces: init)',
    status: 1,
  })
})

test('--print takes one file, and prints problems to standard error', async () => {
  const folder = await folderOf({ 'a.txt': malformed, 'b.txt': right })

  expect(replayed(folder, ['--print', join(folder, 'a.txt')])).toEqual({
    output: [''],
    errors: 'a.txt:5: expected "----" after the command "state init", found an empty line',
    status: 1,
  })
  expect(replayed(folder, ['--print', folder])).toMatchObject({
    errors: '--print takes one file, not 2',
    status: 1,
  })
})

test('characters that control a terminal or the direction of text are shown escaped', async () => {
  const evil = '\x1b[31m\x07\r\x9b\u202e\u{e0041}'
  const shown = '\\x1b[31m\\x07\\x0d\\x9b\\u202e\\u{e0041}'
  const folder = await folderOf({ 'a.txt': `state x${evil}\n----\n`, 'b.txt': `state init\n----\n${evil}\n` })
  const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')]

  expect(replayed(folder, [a]).output[0]).toContain(shown)
  expect(replayed(folder, [b]).output[0]).toContain(`b.txt:3: "${shown}"`)
  expect(replayed(folder, [`${folder}/c${evil}\n`]).output[0]).toBe(
    `c${shown}\\x0a: there is no such file or folder`,
  )
  expect(replayed(folder, [`--${evil}`]).errors).toMatch(`there is no option "--${shown}"`)
})

test('--print escapes them where standard output is a terminal, and nowhere else', async () => {
  const text = '# \x1b[31m\ttab\r\nlink add eth0\r\n----\r\n'
  const folder = await folderOf({ 'a.txt': text })
  const args = ['--print', join(folder, 'a.txt')]

  expect(replayed(folder, args, true).output.join('\n')).toBe(text.replace('\x1b', '\\x1b').slice(0, -1))
  expect(replayed(folder, args).output.join('\n')).toBe(text.slice(0, -1))
})
