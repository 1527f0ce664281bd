import { expect, test } from 'vitest'
import { formatScenario, parseScenario, ScenarioError } from './parse.ts'

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

test('a command without ---- is an error that names the line', () => {
  expect(() => parseScenario('insmod\n----\n\nlink add eth0\naddr add 10.0.1.1 dev eth0\n----\n')).toThrow(
    new ScenarioError(5, 'expected "----" after the command "link add eth0"'),
  )
  expect(() => parseScenario('# nothing\n----\n')).toThrow('line 2: expected a command before "----"')
})

test('an empty file is a scenario in which nothing happens', () => {
  expect(parseScenario('')).toEqual({ steps: [], epilogue: [] })
})
