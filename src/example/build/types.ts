import { join, posix, resolve } from 'node:path'
import ts from 'typescript'
import type { Examples } from '../../notes/examples.ts'
import { codeDigest, once, onDisk } from '../../notes/on-disk.ts'
import type { Types } from '../names.ts'
import { findSetupFiles } from './helpers.ts'
import { quickInfo } from './quick-info.tsx'

/** The last types of each file, and what they are of: `npm run dev` asks for them after each change. */
const kept = new Map<string, { sources: string; types: Types }>()

const code = codeDigest()

/**
 * Returns what {@link typesIn} returns, from the disk if it is there. The types of all files are there together: the order
 * in which TypeScript names the members of a union depends on the files that it has read before. So `npm run dev`, which
 * reads some files again when they have changed, writes nothing.
 */
export async function readTypes(examples: Examples, root: string): Promise<Map<string, Types>> {
  const sources = JSON.stringify([...examples.sources])
  const place = onDisk<Map<string, Types>>('types', [code, resolve(root), sources])
  const collect = () => typesIn(examples, root)
  return process.env.NODE_ENV === 'development' ? (place.read() ?? collect()) : once(place, collect)
}

/**
 * Collects the type and the comment of every name of the model in the files that pages show. One language service reads
 * the real files, so imports are resolved as in Node.
 *
 * Names of vitest and of the language itself are left out, and so are keys of objects that no type of the model declares.
 *
 * @param root the folder `examples`
 * @returns the types by the id of the file
 */
export function typesIn(examples: Examples, root: string): Map<string, Types> {
  const { units, sources } = examples
  const folder = resolve(root)
  const ids = [
    ...units.flatMap(({ implementation, testFile }) => [implementation, testFile]),
    ...findSetupFiles(examples),
  ]
  const paths = ids.map((id) => join(folder, posix.relative('examples', id)))
  // Types in a file depend on the model, and on the file.
  const tests = new Set(units.map(({ testFile }) => testFile))
  const model = JSON.stringify([folder, ...[...sources].filter(([id]) => !tests.has(id))])
  let service: ts.LanguageService | undefined
  const types = ids.map((id, index): [string, Types] => {
    const read = model + sources.get(id)
    const last = kept.get(id)
    if (last?.sources === read) return [id, last.types]
    service ??= ts.createLanguageService(host(paths, folder))
    const types = typesOf(paths[index] ?? '', service, folder)
    kept.set(id, { sources: read, types })
    return [id, types]
  })
  service?.dispose()
  return new Map(types)
}

function host(paths: string[], root: string): ts.LanguageServiceHost {
  const config = ts.findConfigFile(root, ts.sys.fileExists)
  const read = config && ts.readConfigFile(config, ts.sys.readFile).config
  const { options } = ts.parseJsonConfigFileContent(read ?? {}, ts.sys, root)
  return {
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getScriptFileNames: () => paths,
    getScriptVersion: () => '',
    getProjectVersion: () => 'only', // no file changes, so the program is made once
    getScriptSnapshot(path) {
      const text = ts.sys.readFile(path)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => ({ ...options, noErrorTruncation: true }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  }
}

function typesOf(path: string, service: ts.LanguageService, root: string): Types {
  const program = service.getProgram()
  const file = program?.getSourceFile(path)
  const texts = new Map<string, number>()
  const lines: number[][] = []
  if (!program || !file) return { texts: [], lines }
  const checker = program.getTypeChecker()
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit)
    if (!ts.isIdentifier(node) || !isOfModel(node, checker, root)) return
    const info = service.getQuickInfoAtPosition(path, node.getStart(file))
    const text = info && quickInfo(info, () => docOfType(node, checker, root))
    if (!text) return
    const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file))
    const index = texts.get(text) ?? texts.size
    texts.set(text, index)
    while (lines.length <= line) lines.push([])
    lines[line]?.push(character, index)
  }
  visit(file)
  return { texts: [...texts.keys()], lines }
}

function isOfModel(name: ts.Identifier, checker: ts.TypeChecker, root: string): boolean {
  const { parent } = name
  if (
    ts.isObjectLiteralElement(parent) &&
    parent.name === name &&
    !ts.isShorthandPropertyAssignment(parent)
  ) {
    const property = checker
      .getContextualType(parent.parent as ts.ObjectLiteralExpression)
      ?.getProperty(name.text)
    return isDeclaredIn(root, property)
  }
  const symbol = checker.getSymbolAtLocation(name)
  const isImported = symbol && symbol.flags & ts.SymbolFlags.Alias
  return isDeclaredIn(root, isImported ? checker.getAliasedSymbol(symbol) : symbol)
}

function isDeclaredIn(root: string, symbol: ts.Symbol | undefined): boolean {
  return symbol?.declarations?.some((node) => node.getSourceFile().fileName.startsWith(`${root}/`)) ?? false
}

/** Returns the comment of the type of a name, if the model declares that type. */
function docOfType(name: ts.Identifier, checker: ts.TypeChecker, root: string): string {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(name))
  const symbol = type.aliasSymbol ?? type.symbol
  return isDeclaredIn(root, symbol) ? ts.displayPartsToString(symbol?.getDocumentationComment(checker)) : ''
}
