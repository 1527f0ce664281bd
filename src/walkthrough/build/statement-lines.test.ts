import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FAMILIES, type Family } from '../../../examples/kernel/inet.ts'
import { counterparts } from '../../../examples/reference/counterparts.ts'
import { inlinedIn, statementLines } from '../../../examples/reference/statement-lines.ts'
import { type CSymbol, type SymbolName, symbols } from '../../../examples/reference/symbols.ts'
import { isInside, type Range } from '../../../reference/kernel-files.ts'
import { findAll } from '../../notes/element.ts'
import { nearest } from '../../notes/pages.ts'
import { unpack } from '../../recorder/recording.ts'
import type { Lines } from '../lines.ts'
import { linesAt, rangesOf, type StatementLines } from '../statement-lines.ts'
import { walkthroughElement } from './description.ts'
import { scenarioFiles } from './scenario.ts'
import { linesByStatement, parseLines, textsByFunction } from './statement-lines.ts'
import { examples, walks } from './test-walk.ts'

const table = 'examples/reference/statement-lines.ts'
const all: readonly CSymbol[] = symbols
const resolved = linesByStatement(examples)
const stops = await allStops()
const entries = allEntries()

test('every statement at which a walk stops has lines of the C file, or a reason why C has none', () => {
  const missing = stops
    .filter(({ file, line }) => !resolved[file]?.[line])
    .map(({ file, fn, line }) => {
      const texts = textsByFunction(examples.sources.get(file) ?? '').get(fn) ?? []
      const [text] = [...texts].find(([, place]) => place === line) ?? []
      return `${file}:${line}: a walk stops here; give ${fn} in ${table} the lines of ${JSON.stringify(text)}`
    })
  expect(missing).toEqual([])
})

test('every entry names a statement that exists, and at which some walk stops', () => {
  const places = new Set(stops.map(({ file, line }) => `${file}:${line}`))
  const wrong = entries.flatMap(({ file, fn, text, place }) => {
    const texts = textsByFunction(examples.sources.get(file) ?? '').get(fn)
    if (!texts) return `${place}: there is no function ${fn} in ${file}`
    const line = texts.get(text)
    if (line === undefined)
      return `${place}: ${fn} in ${file} has no line ${JSON.stringify(text)}${nearest(text, [...texts.keys()])}`
    return places.has(`${file}:${line}`) ? [] : `${place}: no walk stops at ${file}:${line}; remove the entry`
  })
  expect(wrong).toEqual([])
})

test('lines are in ascending order, in the functions of C that have the code, IPv4 in the first of twins', () => {
  const wrong = entries.flatMap(({ key, statement, place }) =>
    lists(statement).flatMap(([family, ranges]) => {
      const homes = homesOf(key).filter((home) => !family || !home.family || home.family === family)
      const right = inWords(homes) || 'inlinedIn'
      return ranges.flatMap((range, index) => {
        const before = ranges[index - 1]?.[1] ?? 0
        if (!homes.some(({ lines }) => isInside(range, lines)))
          return `${place}: ${range[0]} to ${range[1]} is not in ${right}`
        if (range[0] > before && range[1] >= range[0]) return []
        return `${place}: ${range[0]} to ${range[1]} is not behind ${before}; write the lines in ascending order`
      })
    }),
  )
  expect(wrong).toEqual([])
})

test('a function that C has for each family has lines of both', () => {
  const wrong = entries
    .filter(({ key }) => ownHomes(key).filter(({ family }) => family).length === 2)
    .filter(({ statement }) => !('v4' in statement || 'because' in statement))
    .map(
      ({ place, fn }) => `${place}: C has ${fn} for IPv4 and for IPv6; write the lines of both, "152 | 208"`,
    )
  expect(wrong).toEqual([])
})

test('whichever function of C runs at a stop, it has lines of the statement, for each family', () => {
  const wrong = stops.flatMap(({ file, line, running }) => {
    const statement = resolved[file]?.[line]
    const functions = running.map(({ lines }) => lines)
    if (!statement || functions.length === 0) return []
    return lists(statement)
      .filter(([family]) => linesAt(statement, functions, family).length === 0)
      .map(([family = 'both families']) => {
        return `${file}:${line}: no lines in ${inWords(running)} for ${family}; add them to ${table}`
      })
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('for a function that C lacks, and for no other, the functions are named that have its code, and no more', () => {
  const keys = new Set(entries.map(({ key }) => key))
  const lacking = [...keys].filter((key) => ownHomes(key).length === 0)
  expect(Object.keys(inlinedIn).sort(), `inlinedIn in ${table}`).toEqual(lacking.sort())

  const superfluous = Object.entries(inlinedIn).flatMap(([key, names]) => {
    const ranges = entries.flatMap((entry) => (entry.key === key ? rangesOf(entry.statement) : []))
    return names
      .filter((name) => !ranges.some((range) => isInside(range, homeNamed(name).lines)))
      .map((name) => `${key}: no lines in ${name}; remove it from inlinedIn in ${table}`)
  })
  expect(superfluous).toEqual([])
})

/** A function of C that has code of a function of the model; with a family if it is one of twins. */
interface Home {
  name: string
  lines: Range
  family: Family | undefined
}

/** The statements of the path manager at which walks stop, once for each function of C that runs there. */
async function allStops() {
  const known = scenarioFiles('.')
  const shown = findAll(walkthroughElement, '.').map(({ attributes: { of = '' } }) => of)
  const scenarios = new Set(shown.filter((of) => known.includes(of)))
  const recordings = await Promise.all([
    ...examples.units.flatMap((unit) => unit.tests.map((test) => walks.record(unit, test))),
    ...[...scenarios].map((file) => walks.recordScenario(file)),
  ])
  const found = new Map<string, { file: string; fn: string; line: number; running: Home[] }>()
  for (const frames of new Set(recordings.flatMap(unpack).map(({ frames }) => frames))) {
    const { file = '', fn = '', line = 0 } = frames.at(-1) ?? {}
    if (!/^examples\/fullmesh\/[\w-]+\.ts$/.test(file)) continue
    const inC = frames.findLast((frame) => ownHomes(keyOf(frame)).length > 0)
    const running = inC ? ownHomes(keyOf(inC)) : []
    found.set(`${file}:${line} ${running.map(({ name }) => name)}`, { file, fn, line, running })
  }
  return [...found.values()]
}

/** The entries of the table, each with its own line. */
function allEntries() {
  const source = readFileSync(table, 'utf8').split('\n')
  let at = 0
  return Object.entries(statementLines).flatMap(([module, functions]) =>
    Object.entries(functions).flatMap(([fn, statements]) =>
      Object.entries(statements).map(([text, lines]) => {
        at = source.findIndex((line, index) => index > at && keyIn(line) === text)
        const file = `examples/${module}`
        const key = keyOf({ file, fn })
        return { file, fn, text, key, statement: parseLines(lines), place: `${table}:${at + 1}` }
      }),
    ),
  )
}

/** Returns the key of a property: `'a b': 1`, `"it's": 1`, `return: 1`. */
function keyIn(line: string): string | undefined {
  const [, single, double, bare] = /^\s*(?:'([^']*)'|"([^"]*)"|(\w+)):/.exec(line) ?? []
  return single ?? double ?? bare
}

/** Returns the name of a function of the model in `inlinedIn`. */
function keyOf({ file, fn }: { file: string; fn: string }): string {
  return `${file.replace(/^examples\//, '')} ${fn}`
}

function homesOf(key: string): Home[] {
  const own = ownHomes(key)
  return own.length > 0 ? own : (inlinedIn[key] ?? []).map(homeNamed)
}

/** Returns the functions of C whose counterpart is a function of the model. */
function ownHomes(key: string): Home[] {
  return all
    .filter(({ kind, name }) => {
      const counterpart = counterparts[name as SymbolName]
      return kind === 'function' && 'file' in counterpart && `${counterpart.file} ${counterpart.name}` === key
    })
    .map(({ name }) => homeNamed(name))
}

function homeNamed(name: string): Home {
  const symbol = all.find((symbol) => symbol.name === name)
  if (!symbol) throw new Error(`no symbol ${name}`)
  const twin = all.find((other) => other.name === symbol.twin)
  const family = twin && (symbol.lines[0] < twin.lines[0] ? 'v4' : 'v6')
  return { name, lines: symbol.lines, family }
}

function inWords(homes: readonly Home[]): string {
  return homes.map(({ name, lines: [first, last] }) => `${name} (${first} to ${last})`).join(' or ')
}

/** Returns the ranges of a statement: one list, or one for each family. */
function lists(statement: StatementLines): [family: Family | undefined, ranges: readonly Lines[]][] {
  if ('because' in statement) return []
  const families = 'v4' in statement ? FAMILIES : [undefined]
  return families.map((family) => [family, rangesOf(statement, family)])
}
