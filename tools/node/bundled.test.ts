import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const run = (...args: string[]) =>
  execFileSync(process.execPath, ['tools/node/bundled.cjs', ...args], { encoding: 'utf8' })

test('a program runs with its arguments, and anew when something that it imports has changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'))
  const program = join(folder, 'program.ts')
  writeFileSync(
    program,
    `import { word } from './word.ts'\nconsole.log(word as string, ...process.argv.slice(2))`,
  )
  writeFileSync(join(folder, 'word.ts'), `export const word: string = 'one'`)
  expect(run(program, 'a', 'b')).toBe('one a b\n')
  expect(run(program)).toBe('one\n')
  writeFileSync(join(folder, 'word.ts'), `export const word: string = 'another'`)
  expect(run(program)).toBe('another\n')
  writeFileSync(join(folder, 'word.ts'), `export const word: string = 'whatnot'`)
  expect(run(program)).toBe('whatnot\n') // the engine would take what it compiled of a text of equal length
})
