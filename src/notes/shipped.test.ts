import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packagesOf, refusedLicences } from './shipped.ts'

const root = mkdtempSync(join(tmpdir(), 'shipped-'))

/** Writes a package, and returns the path of a file in it. */
function file(name: string, license: string, terms = ''): string {
  const folder = join(root, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }))
  writeFileSync(join(folder, 'LICENSE'), terms)
  return join(folder, 'dist/index.js')
}

test('the packages of bundled files are listed once, by name, with their terms, and the site is none of them', () => {
  const files = [
    file('b', 'MIT', 'Copyright B'),
    file('@a/a', 'ISC', 'Copyright A'),
    join(root, 'node_modules/b/other.js'),
    join(root, 'src/page.ts'),
  ]
  expect(packagesOf(files)).toEqual([
    { name: '@a/a', version: '1.0.0', licence: 'ISC', terms: 'Copyright A' },
    { name: 'b', version: '1.0.0', licence: 'MIT', terms: 'Copyright B' },
  ])
})

test('a licence that cannot be combined with GPL-2.0-only is refused, unless the package offers another', () => {
  const files = [
    file('apache', 'Apache-2.0'),
    file('either', '(MIT OR Apache-2.0)'),
    file('both', 'MIT AND Apache-2.0'),
    file('unclear', 'SEE LICENSE IN LICENSE.md'),
  ]
  expect(refusedLicences(packagesOf(files)).map((problem) => problem.match(/code of (\w+)/)?.[1])).toEqual([
    'apache',
    'both',
    'unclear',
  ])
})
