import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { effectsOnly, granularityOf, summarised, unmarked } from './what-is-recorded.ts'

test('every file and every function with a rule of its own exists', () => {
  const sources = ['fullmesh', 'kernel'].flatMap((folder) =>
    readdirSync(`examples/${folder}`)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`examples/${folder}/${file}`, 'utf8')),
  )
  const isThere = (name: string) =>
    name.includes('/')
      ? existsSync(`examples/${name}.ts`)
      : sources.some((source) => new RegExp(`^(export )?function\\*? ${name}\\(`, 'm').test(source))

  expect([...unmarked, ...summarised, ...effectsOnly].filter((name) => !isThere(name))).toEqual([])
})

test('a helper that sets up a test is one step, in its test file and in a setup file', () => {
  for (const file of ['boot.ts', 'setups.ts', 'release-sock.test.ts'])
    expect(granularityOf(`examples/fullmesh/${file}`, 'ownedSession'), file).toBe('summary')
  expect(granularityOf('examples/fullmesh/release-sock.test.ts', '')).toBe('steps')
})
