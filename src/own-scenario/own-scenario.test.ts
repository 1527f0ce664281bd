import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPages } from '../notes/pages.ts'
import { timeBudget } from '../sandbox/protocol.ts'
import { exampleIn } from './build/plugin.ts'
import { budget, maxCharacters } from './limits.ts'
import { print } from './print.ts'

const examples = readPages('.').map(exampleIn).filter(Boolean)

test('the field has the file that the page shows, in each language', () => {
  expect(examples).toHaveLength(2)
  for (const example of examples) expect(print(example)).toMatchObject({ commands: 11, problems: [] })
})

test('the page says the limits', () => {
  const limits = [maxCharacters, budget.visits].map((limit) => limit.toLocaleString('en'))
  for (const { source } of readPages('.').filter((page) => exampleIn(page)))
    for (const limit of [...limits, `${budget.lines} `, ` ${timeBudget / 1000} s`])
      expect(source.slice(0, source.indexOf('<OwnScenario />'))).toContain(limit)
})

test('the field prints what the command on the page prints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-scenario-'))
  for (const example of examples.flatMap((text) => [text, text.replace('wlan0', 'wlan9'), 'link add eth0'])) {
    writeFileSync(join(folder, 'mine.txt'), example)
    const program = join(process.cwd(), 'tools/node/bundled.cjs')
    const args = [program, join(process.cwd(), 'tools/replay/replay.ts'), '--print', 'mine.txt']
    const { stdout, stderr } = spawnSync('node', args, {
      env: { ...process.env, INIT_CWD: folder },
      encoding: 'utf8',
    })
    const { text, problems } = print(example)

    expect(text).toBe(stdout)
    expect(problems.map(({ message }) => `${message}\n`).join('')).toBe(stderr)
  }
})

test('a message names the line that the reader has to change', () => {
  expect(print('insmod\n----\n\nlink set eth9 up\n----\n')).toMatchObject({
    text: expect.stringMatching(/\[0\] insmod = 0\n\n$/),
    problems: [
      { message: expect.stringMatching(/^mine\.txt:4: "link set eth9 up": no device "eth9"/), line: 4 },
    ],
  })
  expect(print('insmod\n\n').problems).toMatchObject([{ line: 2 }])
  expect(print('').problems).toEqual([{ message: 'mine.txt:1: there is no command in this file', line: 1 }])
})

test('a scenario that prints without end is stopped', () => {
  const commands = Array.from({ length: budget.lines + 1 }, () => 'state init\n----\n\n')

  expect(print(commands.join('')).problems).toMatchObject([
    {
      message: `mine.txt:${budget.lines * 3 + 1}: stopped: a scenario has no more than ${budget.lines} lines of output`,
    },
  ])
})

test('characters that change the direction of text are shown as numbers', () => {
  expect(print('# \u202e\ninsmod\n----\n').text).toMatch(/^# \\u202e\n/)
})
