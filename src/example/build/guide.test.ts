import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readExamples } from '../../notes/examples.ts'
import { headings } from '../../notes/headings.ts'
import { readPages } from '../../notes/pages.ts'

const pages = readPages('.').flatMap(({ name, file }) => (name === 'reading-the-examples.mdx' ? file : []))

/** The values that a file imports. */
function importsOf(source: string): string[] {
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest)
  return tree.statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) return []
    return bindings.elements
      .filter(({ isTypeOnly }) => !isTypeOnly && !importClause.isTypeOnly)
      .map(({ name }) => name.text)
  })
}

/** The least number of test files that import a name that the page must explain. */
const often = 3

test.each(pages)('%s explains each helper that examples often call', (page) => {
  const { units, sources } = readExamples('examples')
  const counts = new Map<string, number>()
  for (const { testFile } of units) {
    for (const name of importsOf(sources.get(testFile) ?? '')) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const text = readFileSync(page, 'utf8')
  const common = [...counts].filter(([, count]) => count >= often).map(([name]) => name)
  expect(common).toContain('boot')
  const isMentioned = (name: string) => new RegExp(`[\`(]${name}[\`(,]`).test(text)
  expect(common.filter((name) => !['expect', 'test'].includes(name) && !isMentioned(name))).toEqual([])
})

test.each(pages)('%s explains every kind of line in recordings, under a heading', (page) => {
  const folder = 'examples/scenario/scenarios'
  const kinds = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.txt')) continue
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [, kind = ''] of text.matchAll(/^\[\d+\] (\w+)/gm)) kinds.add(kind)
  }
  const text = readFileSync(page, 'utf8')
  const lines = text.split('\n')
  const named = headings(text)
    .filter(({ id }) => id?.startsWith('log-'))
    .flatMap(({ line }) => lines[line - 1]?.match(/[a-z_]+(?=.*\{)/g) ?? [])
  expect(kinds.size).toBeGreaterThan(20)
  expect([...kinds].filter((kind) => !named.includes(kind))).toEqual([])
})
