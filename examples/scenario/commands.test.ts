import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { parseScenario } from './parse.ts'
import { usagePattern } from './usage-pattern.ts'

const folder = new URL('./scenarios/', import.meta.url)
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => parseScenario(readFileSync(new URL(file, folder), 'utf8')).steps)
  .map(({ command }) => command)
const usages = Object.values(commands).flatMap(({ usage }) => usage)

test('every usage begins with the name of its command', () => {
  for (const [name, { usage }] of Object.entries(commands))
    for (const line of usage) expect(line.split(' ')[0]).toBe(name)
})

test('every command of the recordings is written as a usage says', () => {
  const patterns = usages.map(usagePattern)

  expect(recorded.filter((command) => !patterns.some((pattern) => pattern.test(command)))).toEqual([])
})

test('the recordings use every usage', () => {
  const distinct = [...new Set(recorded)]
  const unused = usages.filter((usage) => !distinct.some((command) => usagePattern(usage).test(command)))

  expect(unused).toEqual([])
})

test('a usage allows its options in any order, and nothing else', () => {
  const pattern = usagePattern('make <name> up|down [on <device>] [quiet] [with <id>…]')

  expect('make a up').toMatch(pattern)
  expect('make a down quiet on eth0 with 1 2').toMatch(pattern)
  expect('make a sideways').not.toMatch(pattern)
  expect('make a up loud').not.toMatch(pattern)
})
