import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

test('a module is imported again when a file below it has changed, and others stay what they were', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fresh-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('top.ts', `export { word } from './middle.ts'\nexport { other } from './other.ts'`)
  write('middle.ts', `export { word } from './word.ts'`)
  write('word.ts', `export const word: string = 'one'`)
  write('other.ts', `export const other: object = {}`)
  write(
    'program.ts',
    `import { writeFileSync } from 'node:fs'
import { freshImports } from ${JSON.stringify(resolve('tools/node/fresh-import.ts'))}
const [word, top] = [${JSON.stringify(join(folder, 'word.ts'))}, ${JSON.stringify(join(folder, 'top.ts'))}]
const first = await freshImports()(top)
const same = await freshImports()(top)
writeFileSync(word, "export const word = 'another'")
const second = await freshImports()(top)
writeFileSync(word, 'export const word = (')
const broken = await freshImports()(top).catch((error) => error.message)
writeFileSync(word, "export const word = 'fixed'")
const fixed = await freshImports()(top)
console.log(JSON.stringify([first.word, same === first, second.word, second.other === first.other, broken, fixed.word]))`,
  )
  const output = execFileSync(
    process.execPath,
    ['--import', './tools/node/typescript.mjs', join(folder, 'program.ts')],
    { encoding: 'utf8' },
  )
  expect(JSON.parse(output)).toEqual([
    'one',
    true,
    'another',
    true,
    expect.stringMatching(/word\.ts:1:\d+: /),
    'fixed',
  ])
})
