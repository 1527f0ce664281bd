import { type Node, parse, type SourceLocation } from 'acorn'
import MagicString from 'magic-string'

/**
 * Which statements of a function are steps of a walk.
 *
 * - `steps`: every statement.
 * - `acts`: every statement except declarations; a declaration is a step only if it changes something.
 * - `effects`: the statements that change something.
 * - `summary`: none. All changes in the function belong to the step that called it.
 */
export type Granularity = 'steps' | 'acts' | 'effects' | 'summary'

/** A node of the syntax tree, of any type, with the fields that are read here. */
interface Syntax extends Node {
  loc: SourceLocation
  body?: Syntax | Syntax[]
  consequent?: Syntax | Syntax[]
  alternate?: Syntax
  test?: Syntax
  argument?: Syntax
  params?: Syntax[]
  id?: { name: string }
  key?: { name?: string }
  discriminant?: Syntax
  delegate?: boolean
  computed?: boolean
}

/**
 * Adds marks to compiled JavaScript: where functions begin and end, at their statements, and where a generator yields.
 * Every line keeps its number. The marks are calls of the global `__walk`, a `Recorder`.
 *
 * @param granularityOf which statements of a function are steps; undefined if the function gets no marks
 */
export function instrument(
  code: string,
  file: string,
  granularityOf: (fn: string) => Granularity | undefined,
): string {
  const text = new MagicString(code)
  const tree = parse(code, {
    ecmaVersion: 'latest',
    locations: true,
    allowReturnOutsideFunction: true,
  }) as Syntax
  /** The granularity of the function that is being visited. */
  let granularity: Granularity | undefined

  // Opening marks are inserted on the way in, outermost first; a closing mark before the closing marks around it.

  /** Visits a node. `inside` is true in the body of a marked function; `name` is for a function without its own. */
  const visit = (node: Syntax, inside: boolean, name: string): void => {
    if (isFunction(node)) {
      const body = node.body as Syntax
      const own = node.id?.name ?? name
      for (const parameter of node.params ?? []) visit(parameter, false, '')
      if (body.type !== 'BlockStatement') {
        visit(body, false, '')
        return
      }
      const statements = body.body as Syntax[]
      const outer = granularity
      granularity = granularityOf(own)
      for (const statement of statements) visitStatement(statement, granularity !== undefined)
      const isSummary = granularity === 'summary'
      const isMarked = granularity !== undefined
      granularity = outer
      if (!isMarked) return
      const { line } = node.loc.start
      const enter = `__walk.enter(${JSON.stringify(file)},${JSON.stringify(own)},${line},${isSummary})`
      text.prependLeft(body.start + 1, `const __frame=${enter};try{`)
      text.appendRight(body.end - 1, '}finally{__walk.leave(__frame)}')
      return
    }
    if (inside) mark(node)
    for (const [key, child] of children(node)) {
      if (isStatementList(node, key)) visitStatement(child, inside)
      else if (isLoneStatement(node, key)) visitLone(child, inside, node.loc.start.line)
      else visit(child, inside, nameOf(node, name))
    }
  }

  const visitStatement = (node: Syntax, inside: boolean): void => {
    if (inside && isStep(node)) {
      const call =
        granularity === 'steps' || (granularity === 'acts' && node.type !== 'VariableDeclaration')
          ? 'step'
          : 'statement'
      text.appendLeft(node.start, `__walk.${call}(__frame,${node.loc.start.line},${lastLine(node)});`)
    }
    visit(node, inside, '')
  }

  /** A statement without braces, as in `if (a) return b`. */
  const visitLone = (node: Syntax, inside: boolean, line: number): void => {
    const isElseIf = node.type === 'IfStatement'
    if (!inside || node.type === 'BlockStatement' || isElseIf || node.loc.start.line === line) {
      visit(node, inside, '')
      return
    }
    text.appendLeft(node.start, '{')
    visitStatement(node, inside)
    text.appendRight(node.end, '}')
  }

  const mark = (node: Syntax): void => {
    if (node.type === 'ReturnStatement' && node.argument) {
      text.appendLeft(node.argument.start, '__walk.returns(__frame,(')
      text.prependRight(node.argument.end, '))')
    }
    if (node.type === 'WhileStatement' && node.test) {
      const { start, end, loc } = node.test
      const call = granularity === 'effects' ? 'statement' : 'step'
      text.appendLeft(
        start,
        `(__walk.${call}(__frame,${loc.start.line},${loc.end.line}),__walk.decides(__frame,${readsIn(node.test)},(`,
      )
      text.prependRight(end, ')))')
    }
    if (node.type === 'IfStatement' && node.test) {
      text.appendLeft(node.test.start, `__walk.decides(__frame,${readsIn(node.test)},(`)
      text.prependRight(node.test.end, '))')
    }
    if (node.type === 'YieldExpression') {
      const [before, after] = node.delegate ? ['delegate', 'endDelegate'] : ['sleep', 'wake']
      text.appendLeft(node.start, `__walk.${after}(__frame,`)
      text.prependRight(node.end, ')')
      if (node.argument) {
        text.appendLeft(node.argument.start, `__walk.${before}(__frame,(`)
        text.prependRight(node.argument.end, '))')
      } else {
        text.prependRight(node.end, ` __walk.${before}(__frame)`)
      }
    }
  }

  /** Returns code that reads the values of the variables and fields of a condition, each by itself. */
  const readsIn = (condition: Syntax): string => {
    const codes = [...new Set(readNodes(condition).map(({ start, end }) => code.slice(start, end)))]
    const reads = codes.flatMap((read) => {
      const name = read.replace(importPrefix, '')
      return isName.test(name) ? [`${JSON.stringify(name)}:()=>${read}`] : []
    })
    return `__walk.reads({${reads.join(',')}})`
  }

  visit(tree, false, '')
  return text.toString()
}

/** What the compiler puts before an imported name: `_errnots.errno.ENETUNREACH` is `errno.ENETUNREACH` in the source. */
const importPrefix = /^_\w+\./

/** The names whose values are recorded. */
const isName = /^(?!undefined$)[\w$.?]{1,40}$/

/** Returns the variables, and the fields with all that is before them, whose values a condition depends on. */
function readNodes(node: Syntax): Syntax[] {
  if (isFunction(node)) return []
  if (node.type === 'Identifier' || node.type === 'ChainExpression') return [node]
  if (node.type === 'MemberExpression')
    return node.computed ? children(node).flatMap(([, child]) => readNodes(child)) : [node]
  const isCall = node.type === 'CallExpression'
  return children(node).flatMap(([key, child]) => (isCall && key === 'callee' ? [] : readNodes(child)))
}

function isFunction({ type }: Syntax): boolean {
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'
}

function isStatementList(node: Syntax, key: string): boolean {
  return (
    (key === 'body' && node.type === 'BlockStatement') || (key === 'consequent' && node.type === 'SwitchCase')
  )
}

function isLoneStatement(node: Syntax, key: string): boolean {
  if (node.type === 'IfStatement') return key === 'consequent' || key === 'alternate'
  return key === 'body' && /^(While|DoWhile|For|ForOf|ForIn)Statement$/.test(node.type)
}

/** Whether a mark comes before a statement. `while` is marked at its condition, which is evaluated in each round. */
function isStep({ type }: Syntax): boolean {
  return !/^(FunctionDeclaration|EmptyStatement|BlockStatement|WhileStatement|BreakStatement|ContinueStatement)$/.test(
    type,
  )
}

/** Returns the last line of a statement, or of its head if it contains statements. */
function lastLine(node: Syntax): number {
  const inner = node.type === 'IfStatement' ? node.consequent : node.body
  if (node.type === 'SwitchStatement') return node.discriminant?.loc.end.line ?? node.loc.end.line
  if (!inner || Array.isArray(inner)) return node.loc.end.line
  return inner.type === 'BlockStatement' ? inner.loc.start.line : node.loc.end.line
}

/** Returns the name for a function expression in this node: that of its variable or property. */
function nameOf(node: Syntax, name: string): string {
  if (node.type === 'VariableDeclarator') return node.id?.name ?? ''
  if (node.type === 'Property' || node.type === 'MethodDefinition') return node.key?.name ?? ''
  return node.type === 'CallExpression' ? '' : name
}

function children(node: Syntax): [key: string, child: Syntax][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((child): child is Syntax => typeof child?.type === 'string')
      .map((child): [string, Syntax] => [key, child]),
  )
}
