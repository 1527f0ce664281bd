import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Counterpart, counterparts, type NoCounterpart } from './counterparts.ts'
import { type CSymbol, symbols } from './symbols.ts'

const examples = fileURLToPath(new URL('../', import.meta.url))
const modules = readdirSync(`${examples}fullmesh`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => `fullmesh/${file}`)
const program = ts.createProgram(
  modules.map((file) => examples + file),
  { noLib: true, types: [], allowImportingTsExtensions: true },
)
const checker = program.getTypeChecker()

const all: readonly CSymbol[] = symbols
const linesOf = new Map(all.map(({ name, lines }) => [name, lines]))
const table = Object.entries<Counterpart | NoCounterpart>(counterparts)
const withCounterpart = table.flatMap(([cName, entry]) => ('because' in entry ? [] : { cName, ...entry }))
const pointers = modules.flatMap(pointersIn)

test('all symbols of the C file are listed, each once, with the lines that were checked against the file', () => {
  const list = all.map(({ name, lines: [first, last] }) => `${name} ${first}-${last}\n`).join('')

  expect(linesOf.size).toBe(105)
  expect(createHash('sha256').update(list).digest('hex')).toBe(
    '4277113e38d2013646178abe7fb3f1aec38bbec791c198c2e3be9d9ab571e9b2',
  )
})

test('what C wrote once for each address family is listed with its twin', () => {
  for (const { name, twin } of all.filter((symbol) => symbol.twin))
    expect(all).toContainEqual(expect.objectContaining({ name: twin, twin: name }))
})

test('every symbol has a counterpart in the model, or a reason in both languages why it has none', () => {
  expect(table.map(([cName]) => cName).sort()).toEqual([...linesOf.keys()].sort())
  for (const [, entry] of table) {
    if ('because' in entry)
      expect(entry.because).toEqual({ en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) })
  }
})

test('a counterpart is declared in the file, and can have the value, that the table gives', () => {
  for (const { cName, name, file, value } of withCounterpart) {
    const declared = declarationOf(file, name)
    expect(declared, `${cName}: there is no ${name} in ${file}`).toBeDefined()
    if (declared && value) expect(literalsOf(declared), cName).toContain(value)
  }
})

test('a docstring that names a symbol gives its first line, and the table leads back to the docstring', () => {
  expect(pointers.length).toBeGreaterThan(50)
  for (const { cName, line, name, file } of pointers) {
    expect(`${cName} ${line}`).toBe(`${cName} ${linesOf.get(cName)?.[0]}`)
    expect(withCounterpart.find((entry) => entry.cName === cName)).toMatchObject({ cName, name, file })
  }
})

test('what stands for more than a field names the symbol in its docstring', () => {
  const named = new Set(pointers.map(({ cName }) => cName))
  const kindOf = new Map(all.map(({ name, kind }) => [name, kind]))
  const silent = withCounterpart
    .map(({ cName }) => cName)
    .filter((cName) => !['field', 'enum', 'metadata'].includes(kindOf.get(cName) ?? '') && !named.has(cName))

  expect(silent).toEqual([])
})

/** Finds `addRaddr`, or `Remote.bitfield`, which may be inherited, among what a file declares. */
function declarationOf(file: string, name: string): ts.Symbol | undefined {
  const [first, member] = name.split('.')
  const statements = program.getSourceFile(examples + file)?.statements ?? []
  const declared = statements.flatMap(namesDeclaredBy).find((identifier) => identifier.text === first)
  const symbol = declared && checker.getSymbolAtLocation(declared)
  return member && symbol ? typeOf(symbol).getProperty(member) : symbol
}

function typeOf(symbol: ts.Symbol): ts.Type {
  return symbol.flags & ts.SymbolFlags.Type
    ? checker.getDeclaredTypeOfSymbol(symbol)
    : checker.getTypeOfSymbol(symbol)
}

/** The string literals in the type of a member. */
function literalsOf(symbol: ts.Symbol): string[] {
  const type = typeOf(symbol)
  return (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? one.value : []))
}

/** The names that a declaration declares: one, except for `const a = 1, b = 2`. */
function namesDeclaredBy(node: ts.Node): ts.Identifier[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(namesDeclaredBy)
  const name = (node as ts.NamedDeclaration).name
  return name && ts.isIdentifier(name) ? [name] : []
}

interface Pointer {
  cName: string
  line: number
  /** The declaration with the docstring, named as in the table. */
  name: string
  file: string
}

/** Every line and symbol after an `@see mptcp_fullmesh.c:` in a file. */
function pointersIn(file: string): Pointer[] {
  const found: Pointer[] = []
  const visit = (node: ts.Node, scope: string): void => {
    for (const { text } of namesDeclaredBy(node)) {
      const name = scope + text
      for (const tag of ts.getJSDocTags(node)) {
        const words = tag.getText().replaceAll(/[\s*]+/g, ' ')
        if (!words.startsWith('@see mptcp_fullmesh.c:')) continue
        for (const [, line, cName = ''] of words.matchAll(/:(\d+) `([^`]+)`/g))
          found.push({ cName, line: Number(line), name, file })
      }
      if (ts.isInterfaceDeclaration(node)) for (const member of node.members) visit(member, `${name}.`)
    }
  }
  program.getSourceFile(examples + file)?.forEachChild((node) => visit(node, ''))
  return found
}
