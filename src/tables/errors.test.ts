import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errors } from '../../reference/errors.ts'
import { errorName } from '../island/error-names.ts'
import { errorTable } from './errors.ts'

/** Reads all files of a folder with this ending. */
function textsIn(folder: string, ending: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(folder, name), 'utf8'))
}

test('every error that a recording or an example shows is in the table', () => {
  const texts = [
    ...textsIn('examples/scenario/scenarios', '.txt'),
    ...textsIn('examples/fullmesh', '.test.ts'),
    ...textsIn('reference/then', '.txt'),
  ]
  const shown = new Set<string | undefined>()
  for (const text of texts) {
    for (const [, number] of text.matchAll(/\] [\w ]+.* = -(\d+)(?=$|['"])/gm))
      shown.add(errorName(Number(number)))
    for (const [, name] of text.matchAll(/\] error \S+ ([A-Z]+)/g)) shown.add(name)
  }
  expect(shown.size).toBeGreaterThan(6)
  expect(Object.keys(errors)).toEqual(expect.arrayContaining([...shown]))
})

test('a row has the number as the log prints it, and the name', () => {
  expect(JSON.stringify(errorTable('en'))).toContain(
    JSON.stringify([
      { type: 'inlineCode', value: '-101' },
      { type: 'text', value: ' ENETUNREACH' },
    ]).slice(1, -1),
  )
})
