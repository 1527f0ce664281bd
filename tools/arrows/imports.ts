import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

/** An import of one file by another. Paths are relative to the project's folder, with forward slashes. */
export interface Import {
  from: string
  to: string
  /** True if only types are imported. */
  isType: boolean
}

/** Tests, and files that only tests use. */
const ofTests = /\.test\.tsx?$|\/fixtures\/|\/properties\//

/**
 * Reads all imports of the TypeScript files in some folders, at any depth. Tests and imported data are left out.
 *
 * @param root the project's folder
 */
export function readImports(root: string, folders: readonly string[]): Import[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file) && !ofTests.test(file)),
  )
  return files
    .flatMap((file) => importsIn(file, readFileSync(join(root, file), 'utf8')))
    .filter(({ to }) => existsSync(join(root, to)) && !to.endsWith('.json'))
}

/**
 * Finds what a file imports by relative paths, whether it exists or not.
 *
 * Every string that is a relative path counts: `import`, `export … from`, `import('…')`, and also the path of a
 * script that is bundled, `new URL('./inline.ts', import.meta.url)`.
 */
export function importsIn(file: string, source: string): Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && /^\.\.?\/.*\.\w+$/.test(node.text))
      found.push({ from: file, to: posix.join(posix.dirname(file), node.text), isType: isOfTypes(node) })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return found
}

/** Returns true for the path in an import of types: `import type …`, `import { type A } …`, `import('…').A`. */
function isOfTypes({ parent }: ts.StringLiteral): boolean {
  if (ts.isLiteralTypeNode(parent)) return true
  if (ts.isExportDeclaration(parent)) return parent.isTypeOnly
  if (!ts.isImportDeclaration(parent) || !parent.importClause) return false
  const { phaseModifier, name, namedBindings } = parent.importClause
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
}
