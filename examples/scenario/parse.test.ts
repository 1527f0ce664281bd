import { expect, test } from 'vitest'
import { formatScenario, parseScenario, replaceOutput, ScenarioError } from './parse.ts'

const story = `# Why this is told.
insmod
----
[0] register pernet
[0] insmod = 0

# A command that prints nothing.
link add eth0
----

# The end.
`

test('a scenario is comments, commands and what they printed', () => {
  expect(parseScenario(story)).toEqual({
    steps: [
      {
        line: 2,
        comments: ['# Why this is told.'],
        command: 'insmod',
        expected: ['[0] register pernet', '[0] insmod = 0'],
      },
      { line: 8, comments: ['# A command that prints nothing.'], command: 'link add eth0', expected: [] },
    ],
    epilogue: ['# The end.'],
  })
})

test('what was read is written again to the letter', () => {
  expect(formatScenario(parseScenario(story))).toBe(story)
})

test('a file with CRLF line ends, or without an empty line at its end, is read all the same', () => {
  expect(parseScenario('rmmod\r\n----\r\n[0] rmmod').steps).toMatchObject([
    { command: 'rmmod', expected: ['[0] rmmod'] },
  ])
})

test('a byte order mark at the beginning of a file is skipped', () => {
  expect(parseScenario('\uFEFF# Why.\nrmmod\n----\n').steps).toMatchObject([
    { comments: ['# Why.'], command: 'rmmod' },
  ])
})

test.each([
  ['insmod\n----\n\nlink add eth0\naddr add 10.0.1.1 dev eth0\n', 5, 'found "addr add 10.0.1.1 dev eth0"'],
  ['insmod\n\n----\n', 2, 'found an empty line'],
  ['insmod', 2, 'found the end of the file'],
  ['insmod\n---\n', 2, 'found "---"'],
  ['insmod\n---- \n', 2, 'found "---- ", with white space around it'],
])(
  'a command without "----" is an error that names the line and what stands there: %j',
  (text, line, found) => {
    const command = text.includes('eth0') ? 'link add eth0' : 'insmod'

    expect(() => parseScenario(text)).toThrow(
      new ScenarioError(line, `expected "----" after the command "${command}", ${found}`),
    )
  },
)

test('where a line is neither a command nor anything else, the error says what may stand there', () => {
  for (const line of ['> insmod', '```text', '// why', '＃ why'])
    expect(() => parseScenario(`${line}\n\ninsmod\n----\n`)).toThrow(
      `line 1: "${line}" is not a command: expected a command, a comment that begins with "#", or an empty line`,
    )
})

test('"----" without a command is an error', () => {
  expect(() => parseScenario('# nothing\n----\n')).toThrow('line 2: expected a command before "----"')
})

test('where a comment, an empty line or output is not written as it should be, the error says how it is', () => {
  expect(() => parseScenario('  # why\ninsmod\n----\n')).toThrow(
    'line 1: a comment begins with "#" in the first column',
  )
  expect(() => parseScenario('insmod\n----\n\n  \nrmmod\n----\n')).toThrow(
    'line 4: this line is not empty, but holds white space: delete the white space',
  )
  expect(() => parseScenario('insmod\n----\n[0] register pernet\n\n[0] insmod = 0\n')).toThrow(
    'line 5: expected a command, found output: "[0] insmod = 0" (an empty line ends the output before)',
  )
})

test('output is replaced where it differs, and every other line stays to the letter', () => {
  const text =
    '\uFEFF\n\n# Why.\n\n link  add eth0 \n----\n[0] hello\n[0] there\n\n\n\nrmmod\n----\n[0] rmmod\n\n#\n\n\n# The end.'

  expect(replaceOutput(text, parseScenario(text), [['[0] bye'], ['[0] rmmod']])).toBe(
    text.replace('[0] hello\n[0] there', '[0] bye'),
  )
  expect(replaceOutput(text, parseScenario(text), [[], ['[0] rmmod']])).toBe(
    text.replace('[0] hello\n[0] there\n', ''),
  )
})

test('new output has the line ends of its command; a line of output that was there keeps its own', () => {
  const text = 'insmod\r\n----\r\n\r\nrmmod\n----\n'

  expect(replaceOutput(text, parseScenario(text), [['[0] a', '[0] b'], ['[0] c']])).toBe(
    'insmod\r\n----\r\n[0] a\r\n[0] b\r\n\r\nrmmod\n----\n[0] c\n',
  )
  const mixed = 'insmod\n----\n[0] a\r\n[0] b\r\n[0] c\r\n'

  expect(replaceOutput(mixed, parseScenario(mixed), [['[0] new', '[0] a', '[0] c']])).toBe(
    'insmod\n----\n[0] new\n[0] a\r\n[0] c\r\n',
  )
})

test('a file without a line end after "----" or after output stays without', () => {
  const empty = 'rmmod\n----'
  const filled = 'rmmod\n----\n[0] rmmod'

  expect(replaceOutput(empty, parseScenario(empty), [['[0] rmmod']])).toBe('rmmod\n----\n[0] rmmod')
  expect(replaceOutput(empty, parseScenario(empty), [[]])).toBe(empty)
  expect(replaceOutput(filled, parseScenario(filled), [['[0] rmmod']])).toBe(filled)
  expect(replaceOutput(filled, parseScenario(filled), [['[0] bye']])).toBe('rmmod\n----\n[0] bye')
  expect(replaceOutput(filled, parseScenario(filled), [[]])).toBe('rmmod\n----')
})

test('an empty file is a scenario in which nothing happens', () => {
  expect(parseScenario('')).toEqual({ steps: [], epilogue: [] })
})
