import { extname } from 'node:path'
import ts from 'typescript'

/** A text outside of the pages, in each language that has it. */
export interface Unit {
  /** Its name in its file: the names of the properties that lead to it, `says.slot-zero`. */
  readonly id: string
  readonly texts: ReadonlyMap<string, UnitText>
}

export interface UnitText {
  /** The line at which it begins, counted from 1. */
  readonly line: number
  readonly text: string
}

/**
 * Finds the texts of a file that stand there in several languages. The name of the file says how they are written:
 *
 * - `.json`, `.ts`, `.tsx`: objects with a property for each language, `{ "en": "…", "ja": "…" }`; the texts may be
 *   objects themselves, and functions, of which the strings count. In TypeScript also top-level constants that are
 *   named like languages, and calls of functions whose parameters are: `label('…', '…')`.
 * - others: lines `# en …` and `# ja …` next to each other.
 *
 * @param keys the keys of the languages
 * @param independent names of properties in which the languages are no translations of each other
 * @param isKnown returns true for the id of a unit that had several languages: it is one, too, if only one is left
 */
export function unitsIn(
  file: string,
  source: string,
  keys: readonly string[],
  independent: readonly string[] = [],
  isKnown: (id: string) => boolean = () => false,
): Unit[] {
  if (!['.json', '.ts', '.tsx'].includes(extname(file))) return unitsInComments(source, keys)
  if (!keys.some((key) => new RegExp(`\\b${key}\\b`).test(source))) return []
  const units = new CodeReader(file, source, keys, independent, isKnown).units
  const count = new Map<string, number>()
  return units
    .filter(({ texts }) => {
      const all = [...texts.values()].map(({ text }) => text)
      return all.every((text) => text.trim()) && all.some((text) => /\p{L}/u.test(text))
    })
    .map(({ id, texts }) => {
      const before = count.get(id) ?? 0
      count.set(id, before + 1)
      return { id: before ? `${id}~${before + 1}` : id, texts }
    })
}

/** Finds lines `# en …`; the texts of one unit stand in lines next to each other. Its id is its number in the file. */
function unitsInComments(source: string, keys: readonly string[]): Unit[] {
  const units: { id: string; texts: Map<string, UnitText>; end: number }[] = []
  for (const [index, line] of source.split('\n').entries()) {
    const [, key = '', text = ''] = /^# (\S+) (.*)$/.exec(line) ?? []
    if (!keys.includes(key)) continue
    const last = units.at(-1)
    const isNext = last?.end === index && !last.texts.has(key)
    const unit = isNext ? last : { id: String(units.length + 1), texts: new Map(), end: 0 }
    if (!isNext) units.push(unit)
    unit.texts.set(key, { line: index + 1, text })
    unit.end = index + 1
  }
  return units
}

/** Reads the units of a TypeScript or JSON file from its syntax tree. */
class CodeReader {
  readonly units: Unit[] = []
  private readonly tree: ts.SourceFile
  private readonly constants = new Map<string, ts.Expression>()
  /** The names of the parameters of the functions in the file. */
  private readonly parameters = new Map<string, readonly ts.ParameterDeclaration[]>()
  private readonly keys: readonly string[]
  private readonly independent: readonly string[]
  private readonly isKnown: (id: string) => boolean

  constructor(
    file: string,
    source: string,
    keys: readonly string[],
    independent: readonly string[],
    isKnown: (id: string) => boolean,
  ) {
    this.keys = keys
    this.independent = independent
    this.isKnown = isKnown
    this.tree = file.endsWith('.json')
      ? ts.parseJsonText(file, source)
      : ts.createSourceFile(file, source, ts.ScriptTarget.Latest)
    this.readDeclarations(this.tree)
    this.add('', new Map(keys.map((key) => [key, this.constants.get(key)])))
    this.visit(this.tree, [])
  }

  private readDeclarations(node: ts.Node): void {
    if (ts.isFunctionDeclaration(node) && node.name) this.parameters.set(node.name.text, node.parameters)
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const value = unwrapped(node.initializer)
      if (ts.isArrowFunction(value)) this.parameters.set(node.name.text, value.parameters)
      else if (!this.constants.has(node.name.text)) this.constants.set(node.name.text, value)
    }
    ts.forEachChild(node, (child) => this.readDeclarations(child))
  }

  private visit(node: ts.Node, path: readonly string[]): void {
    if (ts.isTypeNode(node)) return
    const name = nameOf(node)
    const here = name === undefined ? path : [...path, name]
    if (ts.isVariableDeclaration(node) && this.keys.includes(name ?? '')) return
    if (this.independent.includes(name ?? '')) return
    if (ts.isArrayLiteralExpression(node)) {
      node.elements.forEach((element, index) => {
        this.visit(element, [...here, labelOf(element) ?? String(index + 1)])
      })
      return
    }
    if (ts.isObjectLiteralExpression(node)) {
      const texts = this.textsOf(node)
      this.add(here.join('.'), texts)
      for (const property of node.properties)
        if (texts.size < 2 || !this.keys.includes(nameOf(property) ?? '')) this.visit(property, here)
      return
    }
    if (ts.isCallExpression(node)) this.addCall(node, here)
    ts.forEachChild(node, (child) => this.visit(child, here))
  }

  /** Returns the properties of an object that are named like languages. */
  private textsOf(object: ts.ObjectLiteralExpression): Map<string, ts.Node | undefined> {
    return new Map(
      object.properties.flatMap((property): [string, ts.Node][] => {
        const name = nameOf(property) ?? ''
        // `{ de, en }` are the constants, which are read by themselves.
        if (!this.keys.includes(name) || ts.isShorthandPropertyAssignment(property)) return []
        const value = ts.isPropertyAssignment(property) ? unwrapped(property.initializer) : property
        return [[name, value]]
      }),
    )
  }

  /** Adds the arguments of a call whose parameters are named like languages, unless one of them is left to its default. */
  private addCall({ expression, arguments: values }: ts.CallExpression, path: readonly string[]): void {
    const parameters = ts.isIdentifier(expression) ? this.parameters.get(expression.text) : undefined
    const texts = new Map<string, ts.Node>()
    for (const [index, { name, initializer }] of (parameters ?? []).entries()) {
      if (!ts.isIdentifier(name) || !this.keys.includes(name.text)) continue
      const value = values[index]
      if (!value && initializer) return
      if (value) texts.set(name.text, value)
    }
    this.add(path.join('.'), texts)
  }

  /** Adds the units of a text in several languages: one, or one for each property if the texts are objects. */
  private add(id: string, texts: ReadonlyMap<string, ts.Node | undefined>): void {
    const given = [...texts].filter((entry): entry is [string, ts.Node] => entry[1] !== undefined)
    const units = new Map<string, Map<string, UnitText>>()
    for (const [key, node] of given)
      for (const [path, leaf] of this.leavesOf(node, id ? [id] : [])) {
        const unit = units.get(path) ?? new Map<string, UnitText>()
        units.set(path, unit.set(key, { line: this.lineOf(leaf), text: stringsIn(leaf).join(' ') }))
      }
    for (const [id, texts] of units) if (given.length > 1 || this.isKnown(id)) this.units.push({ id, texts })
  }

  /** Returns the expressions that an object ends in, with the names that lead to each. A constant stands for its value. */
  private leavesOf(node: ts.Node, path: readonly string[]): [path: string, leaf: ts.Node][] {
    if (ts.isPropertyAssignment(node)) return this.leavesOf(node.initializer, path)
    if (ts.isShorthandPropertyAssignment(node)) return this.leavesOf(node.name, path)
    const value = ts.isExpression(node) ? unwrapped(node) : node
    if (ts.isIdentifier(value)) {
      const constant = this.constants.get(value.text)
      return constant ? this.leavesOf(constant, path) : []
    }
    // These stand for texts that are somewhere else.
    if (ts.isPropertyAccessExpression(value) || ts.isSpreadAssignment(value)) return []
    if (ts.isObjectLiteralExpression(value))
      return value.properties.flatMap((property) =>
        this.leavesOf(property, [...path, nameOf(property) ?? '']),
      )
    if (ts.isArrayLiteralExpression(value) && value.elements.some(ts.isObjectLiteralExpression))
      return value.elements.flatMap((element, index) =>
        this.leavesOf(element, [...path, labelOf(element) ?? String(index + 1)]),
      )
    return [[path.join('.'), value]]
  }

  private lineOf(node: ts.Node): number {
    return this.tree.getLineAndCharacterOfPosition(node.getStart(this.tree)).line + 1
  }
}

/** Returns the strings of an expression, those between the values of templates, and the text of its JSX. */
export function stringsIn(node: ts.Node): string[] {
  if (ts.isTypeNode(node)) return []
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return [node.text]
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return [node.text]
  const strings: string[] = []
  ts.forEachChild(node, (child) => void strings.push(...stringsIn(child)))
  return strings
}

function unwrapped(node: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
  return isWrapped ? unwrapped(node.expression) : node
}

/** Returns the name that a node adds to the path of what is in it. */
function nameOf(node: ts.Node): string | undefined {
  const isNamed =
    ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isObjectLiteralElement(node)
  const name = isNamed ? node.name : undefined
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name))
    ? name.text
    : undefined
}

/**
 * Returns a name for an entry of a list that stays when the order changes: the `id`, `key` or `name` of an object, or
 * the first argument of a call if it is a name, `group('learn', …)`.
 */
function labelOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments
    return first && ts.isStringLiteralLike(first) && /^[a-z][\w-]*$/i.test(first.text)
      ? first.text
      : undefined
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined
  for (const label of ['id', 'key', 'name'])
    for (const property of node.properties)
      if (nameOf(property) === label && ts.isPropertyAssignment(property)) {
        const value = unwrapped(property.initializer)
        if (ts.isStringLiteralLike(value)) return value.text
      }
  return undefined
}
