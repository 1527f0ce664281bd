import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const examples = fileURLToPath(new URL('../', import.meta.url))
const modules = ['fullmesh', 'host', 'kernel'].flatMap((folder) =>
  readdirSync(examples + folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`),
)

test('no module of the path manager, its kernel or its host imports itself by way of others, types excepted', () => {
  const imports = new Map(modules.map((file) => [file, importsOf(file)]))

  expect(modules.length).toBeGreaterThan(50)
  expect(modules.flatMap((file) => circleFrom(file, imports) ?? [])).toEqual([])
})

test('only what begins a test imports the host: the path manager and the kernel work without it', () => {
  const beginnings = new Set(['fullmesh/boot.ts', 'fullmesh/openings.ts'])
  const others = modules.filter((file) => !file.startsWith('host/') && !beginnings.has(file))
  const importsHost = (file: string) =>
    /from '(\.\.\/host|.*\/(boot|openings)\.ts)/.test(readFileSync(examples + file, 'utf8'))

  expect(others.filter(importsHost)).toEqual([])
  expect([...beginnings].filter((file) => !importsHost(file))).toEqual([])
})

/** The files that a module needs when it runs. */
function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(examples + file, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
    const names = importClause?.namedBindings
    const isTypes =
      importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (names && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly))
    const specifier = (moduleSpecifier as ts.StringLiteral).text
    return isTypes ? [] : [posix.join(posix.dirname(file), specifier)]
  })
}

/** The way from a file back to it, if there is one: `a.ts → b.ts → a.ts`. */
function circleFrom(start: string, imports: ReadonlyMap<string, string[]>): string | undefined {
  const seen = new Set<string>()
  const search = (path: string[]): string[] | undefined => {
    for (const next of imports.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, next]
      if (seen.has(next)) continue
      seen.add(next)
      const found = search([...path, next])
      if (found) return found
    }
    return undefined
  }
  return search([start])?.join(' → ')
}
