import { posix } from 'node:path'
import ts from 'typescript'
import type { Examples } from '../../notes/examples.ts'
import { withComment } from '../../notes/regions.ts'

/** A declaration in a test file or a file of openings that tests use. */
export interface Helper {
  name: string
  kind: 'function' | 'value' | 'type'
  file: string
  /** Its offsets in the text of the file, including the comment directly above it. */
  start: number
  end: number
  /** Its lines, counted from 1. */
  firstLine: number
  lastLine: number
}

/** A part of a file, by offsets in its text. */
export interface Piece {
  file: string
  start: number
  end: number
}

/**
 * Finds the helpers that a piece of a test file uses, directly or through other helpers, and does not declare itself:
 * those of its file first, then those of setup files (see {@link findSetupFiles}), in the order of the files.
 */
type HelperFinder = (piece: Piece) => Helper[]

/** The last finder: both languages of a build show the same code. */
let last: { sources: string; find: HelperFinder } | undefined

/** Makes a finder of helpers. */
export function helperFinder(examples: Examples): HelperFinder {
  const sources = JSON.stringify([...examples.sources])
  if (last?.sources !== sources) last = { sources, find: createFinder(examples) }
  return last.find
}

function createFinder(examples: Examples): HelperFinder {
  const setupFiles = findSetupFiles(examples)
  const files = [...examples.units.map(({ testFile }) => testFile), ...setupFiles]
  const program = programOf(new Map(files.map((file) => [file, examples.sources.get(file) ?? ''])))
  const checker = program.getTypeChecker()

  const known = new Map<string, Helper[]>()

  /** Returns the declarations outside of a piece to which its names refer. */
  const usedIn = (piece: Piece): Helper[] => {
    const key = `${piece.file} ${piece.start} ${piece.end}`
    const used = known.get(key) ?? lookUp(piece)
    known.set(key, used)
    return used
  }

  const lookUp = ({ file, start, end }: Piece): Helper[] => {
    const tree = program.getSourceFile(`/${file}`)
    const used: Helper[] = []
    const visit = (node: ts.Node): void => {
      if (node.end <= start || node.pos >= end) return
      if (ts.isIdentifier(node) && node.getStart() >= start) used.push(...declared(node))
      else ts.forEachChild(node, visit)
    }
    const declared = (name: ts.Identifier): Helper[] =>
      (symbolOf(name, checker)?.declarations ?? [])
        .map(helperOf)
        .filter((helper) => helper !== undefined)
        .filter((helper) => helper.file !== file || helper.end <= start || helper.start >= end)
        .filter((helper) => helper.file === file || setupFiles.has(helper.file))
    if (tree) visit(tree)
    return used
  }

  return (piece) => {
    const found = new Map<string, Helper>()
    const follow = (from: Piece): void => {
      for (const helper of usedIn(from)) {
        const key = `${helper.file} ${helper.start}`
        if (
          found.has(key) ||
          (helper.file === piece.file && helper.start >= piece.start && helper.end <= piece.end)
        )
          continue
        found.set(key, helper)
        follow(helper)
      }
    }
    follow(piece)
    const order = [piece.file, ...setupFiles]
    return [...found.values()].sort(
      (a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.start - b.start,
    )
  }
}

/** Returns the files that set up tests, such as `boot.ts`: tests import them, and no module of the model does. */
export function findSetupFiles({ units, sources }: Examples): Set<string> {
  const testFiles = new Set(units.map(({ testFile }) => testFile))
  const importedBy = (files: Iterable<string>): Set<string> => {
    const reached = new Set<string>()
    const reach = (file: string): void => {
      if (reached.has(file) || !sources.has(file)) return
      reached.add(file)
      for (const { fileName } of ts.preProcessFile(sources.get(file) ?? '').importedFiles)
        reach(posix.join(posix.dirname(file), fileName))
    }
    for (const file of files) reach(file)
    return reached
  }
  const ofModel = importedBy(units.map(({ implementation }) => implementation))
  const others = [...importedBy(testFiles)].filter(
    (file) => file.startsWith('examples/fullmesh/') && !testFiles.has(file) && !ofModel.has(file),
  )
  return new Set(others.sort())
}

/** Returns the symbol of a name, or the symbol that it is imported from. */
function symbolOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name)
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** Returns the statement around a declaration as a helper. For a local variable it is that variable's statement. */
function helperOf(declaration: ts.Declaration): Helper | undefined {
  let node: ts.Node = declaration
  while (!isDeclaring(node)) {
    if (!node.parent) return undefined
    node = node.parent
  }
  const tree = node.getSourceFile()
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line + 1
  const [start, end] = [withComment(node, tree.text, lineOf), node.end]
  return {
    ...nameOf(node, tree),
    file: tree.fileName.slice(1),
    start,
    end,
    firstLine: lineOf(start),
    lastLine: lineOf(end),
  }
}

function isDeclaring(node: ts.Node): node is ts.DeclarationStatement | ts.VariableStatement {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isVariableStatement(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  )
}

function nameOf(
  node: ts.DeclarationStatement | ts.VariableStatement,
  tree: ts.SourceFile,
): Pick<Helper, 'name' | 'kind'> {
  if (!ts.isVariableStatement(node)) {
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
    const kind = ts.isFunctionDeclaration(node) ? 'function' : isType ? 'type' : 'value'
    return { name: node.name?.text ?? '', kind }
  }
  const [first] = node.declarationList.declarations
  const { name, initializer } = first ?? {}
  const isFunction = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
  return { name: name?.getText(tree) ?? '', kind: isFunction ? 'function' : 'value' }
}

/** Creates a program of texts in memory, to look up names. It has no other files, so their imports are unresolved. */
function programOf(sources: ReadonlyMap<string, string>): ts.Program {
  const textOf = (path: string) => sources.get(path.slice(1))
  const options: ts.CompilerOptions = {
    noLib: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.Latest,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
  }
  const host: ts.CompilerHost = {
    getSourceFile(path, target) {
      const text = textOf(path)
      return text === undefined ? undefined : ts.createSourceFile(path, text, target, true)
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    writeFile() {},
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => textOf(path) !== undefined,
    readFile: textOf,
  }
  return ts.createProgram(
    [...sources.keys()].map((id) => `/${id}`),
    options,
    host,
  )
}
