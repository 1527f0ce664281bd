import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScenario } from './parse.ts'
import { usagePattern } from './usage-pattern.ts'
import { usages } from './usages.ts'

const folder = new URL('./scenarios/', import.meta.url)
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => parseScenario(readFileSync(new URL(file, folder), 'utf8')).steps)
  .map(({ command }) => command)
const ways: readonly string[] = Object.values(usages).flat()

test('every usage begins with the name of its command', () => {
  for (const [name, ways] of Object.entries(usages))
    for (const way of ways) expect(way.split(' ')[0]).toBe(name)
})

test('every command of the recordings is written as a usage says', () => {
  const patterns = ways.map(usagePattern)

  expect(recorded.filter((command) => !patterns.some((pattern) => pattern.test(command)))).toEqual([])
})

test('the recordings use every usage', () => {
  const distinct = [...new Set(recorded)]
  const unused = ways.filter((usage) => !distinct.some((command) => usagePattern(usage).test(command)))

  expect(unused).toEqual([])
})

test('a usage allows its options in any order, and nothing else', () => {
  const pattern = usagePattern('make <name> up|down [on <device>] [quiet] [with <id>…]')

  expect('make a up').toMatch(pattern)
  expect('make a down quiet on eth0 with 1 2').toMatch(pattern)
  expect('make a sideways').not.toMatch(pattern)
  expect('make a up loud').not.toMatch(pattern)
})
