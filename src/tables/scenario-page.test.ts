import { expect, test } from 'vitest'
import { errno } from '../../examples/kernel/errno.ts'
import { LIMITS } from '../../examples/kernel/limits.ts'
import { BUDGET } from '../../examples/scenario/budget.ts'
import { OUTPUT_FORMS, PATTERNS } from '../../examples/scenario/output.ts'
import { parseScenario, type Scenario } from '../../examples/scenario/parse.ts'
import { replayScenario, runScenario } from '../../examples/scenario/run.ts'
import { usagePattern } from '../../examples/scenario/usage-pattern.ts'
import { isCommandName, usages } from '../../examples/scenario/usages.ts'
import { readPages } from '../notes/pages.ts'

const pages = readPages('.').filter(({ name }) => name === 'reference/scenarios.mdx')
const files = pages.map(({ file }) => file)
const sources = pages.map(({ source }) => source)
const [first = ''] = sources

/** A fenced block of a page. */
interface Block {
  /** The number of its first line, counted from 1. */
  line: number
  title: string | undefined
  lines: string[]
}

function blocksIn(source: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [i, line] of source.split('\n').entries()) {
    if (!line.startsWith('```')) open?.lines.push(line)
    else if (open) open = undefined
    else {
      open = { line: i + 2, title: /title="(.*)"/.exec(line)?.[1], lines: [] }
      blocks.push(open)
    }
  }
  return blocks
}

/** Joins blocks to one scenario, in which commands have the same lines as on the page. */
function scenarioOf(blocks: readonly Block[]): Scenario {
  const text: string[] = []
  for (const { line, lines } of blocks) {
    while (text.length < line - 1) text.push('')
    text.push(...lines)
  }
  return parseScenario(text.join('\n'))
}

function isScenario({ lines }: Block): boolean {
  return lines.includes('----')
}

/** Returns the scenario of a page, from its beginning to its end. */
function mainScenarioOf(source: string): Scenario {
  return scenarioOf(blocksIn(source).filter((block) => isScenario(block) && block.title === undefined))
}

/** Compares a page with the code. Returns one message for each difference, beginning with a file and a line. */
function check(file: string, source: string): string[] {
  const scenario = mainScenarioOf(source)
  return [
    ...checkUsages(source, scenario),
    ...checkForms(source),
    ...checkWords(source),
    ...checkNumbers(source),
    ...checkOutput(scenario),
    ...checkOwnFiles(source),
  ].map((problem) => `${file}:${problem}`)
}

function checkUsages(source: string, scenario: Scenario): string[] {
  const problems: string[] = []
  const blocks = blocksIn(source)
  const sections = new Map<string, Block | undefined>()
  for (const [i, text] of source.split('\n').entries()) {
    const [, name] = /^### `(\w+)`/.exec(text) ?? []
    if (name === undefined) continue
    const block = blocks.find(({ line }) => line > i)
    sections.set(name, block)
    if (!isCommandName(name)) problems.push(`${i + 1}: "${name}" is no command`)
    else if (block?.lines.join('\n') !== usages[name].join('\n'))
      problems.push(`${block?.line ?? i + 1}: the usage of "${name}" is: ${usages[name].join('; ')}`)
  }
  for (const [name, ways] of Object.entries(usages)) {
    if (!sections.has(name)) problems.push(`1: the command "${name}" is missing`)
    for (const line of ways) {
      const pattern = usagePattern(line)
      if (!scenario.steps.some(({ command }) => pattern.test(command)))
        problems.push(`${sections.get(name)?.line ?? 1}: there is no example of "${line}"`)
    }
  }
  return problems
}

function checkForms(source: string): string[] {
  const lines = source.split('\n')
  const first = lines.findIndex((line) => line.includes('{/* #output */}'))
  const forms = lines.flatMap((line, i) => {
    const [, form] = /^\| `(?!<\w+>`)([^`]+)` \|/.exec(line) ?? []
    return i < first || form === undefined ? [] : [{ form, line: i + 1 }]
  })
  return [
    ...forms
      .filter(({ form }) => !OUTPUT_FORMS.includes(form))
      .map(({ form, line }) => `${line}: no output has the form "${form}"`),
    ...OUTPUT_FORMS.filter((known) => !forms.some(({ form }) => form === known)).map(
      (form) => `1: the form of output "${form}" is missing`,
    ),
  ]
}

/** Checks that the words of the forms are explained. */
function checkWords(source: string): string[] {
  return Object.keys(PATTERNS)
    .filter((word) => !source.includes(`\`<${word}>\``))
    .map((word) => `1: it is not said what <${word}> stands for`)
}

function checkNumbers(source: string): string[] {
  const numbers = [...Object.values(LIMITS), ...Object.values(BUDGET)]
  const cells = numbers.map((number) => `| ${number.toLocaleString('en')} |`)
  const names = Object.keys(errno).map((name) => `\`${name}\``)
  return [...cells, ...names].filter((text) => !source.includes(text)).map((text) => `1: ${text} is missing`)
}

function checkOutput(scenario: Scenario): string[] {
  const difference = replayScenario(scenario)
  if (!difference) return []
  const { line, expected, actual } = difference
  return [`${line}: the page has "${expected}", the model prints "${actual}"`]
}

/** Checks that the commands in files that readers fill in themselves are valid. */
function checkOwnFiles(source: string): string[] {
  return blocksIn(source)
    .filter(({ title, lines }) => title !== undefined && lines.length > 0)
    .flatMap((block) => runScenario(scenarioOf([block])).steps)
    .flatMap(({ line, expected }) =>
      expected.filter((text) => text.startsWith('error:')).map((text) => `${line}: ${text}`),
    )
}

test('the pages on scenarios name every command, usage, form of output and limit, and their examples are true', () => {
  expect(files.flatMap((file, i) => check(file, sources[i] ?? ''))).toEqual([])
})

test('both languages have the same examples', () => {
  const [one, other] = sources.map((source) => mainScenarioOf(source).steps.map(({ command }) => command))

  expect(one).toEqual(other)
})

test.each([
  ['a command without a section', '### `tx`', '### tx', 'a.mdx:1: the command "tx" is missing'],
  ['a section of what is no command', '### `tx`', '### `rx_tx`', /^a\.mdx:\d+: "rx_tx" is no command$/],
  [
    'a usage that is not the one of the code',
    'route ok <local>',
    'route okay <local>',
    /^a\.mdx:\d+: the usage of "route" is: route fail <local> <remote> <errno>; route ok <local> <remote>$/,
  ],
  [
    'a usage without an example',
    'fail proc\n----',
    'fail alloc\n----',
    /^a\.mdx:\d+: there is no example of "fail proc"$/,
  ],
  [
    'a form that no output has',
    '`[<ms>] run <work>`',
    '`[<ms>] running <work>`',
    /^a\.mdx:\d+: no output has the form "\[<ms>\] running <work>"$/,
  ],
  [
    'a form that the page leaves out',
    '| `[<ms>] run <work>` |',
    '| |',
    'a.mdx:1: the form of output "[<ms>] run <work>" is missing',
  ],
  ['a word that is not explained', '`<pm>`', '', 'a.mdx:1: it is not said what <pm> stands for'],
  ['another limit', '| 200,000,000 |', '| 300,000,000 |', 'a.mdx:1: | 200,000,000 | is missing'],
  ['an error that the page leaves out', '`ENODEV`', '', 'a.mdx:1: `ENODEV` is missing'],
  [
    'an example that prints something else',
    '[500] op new_session(c1)',
    '[400] op new_session(c1)',
    /^a\.mdx:\d+: the page has "\[400\] op new_session\(c1\)", the model prints "\[500\] op new_session\(c1\)"$/,
  ],
  [
    'an invalid command in a file to be filled in',
    '\nadvance 500\n----\n\nconnect',
    '\nadvance soon\n----\n\nconnect',
    /^a\.mdx:\d+: error: "soon" is not a number of milliseconds/,
  ],
])('the check finds %s', (_what, from, to, problem) => {
  expect(first).toContain(from)

  expect(check('a.mdx', first.replace(from, to))).toContainEqual(
    typeof problem === 'string' ? problem : expect.stringMatching(problem),
  )
})
