import type { Family } from '../../examples/kernel/inet.ts'
import type { Text } from '../../reference/languages.ts'
import type { Lines } from './lines.ts'

/** The lines of the C file that do the same as a statement, for each family if they differ, or why there are none. */
export type StatementLines =
  | readonly Lines[]
  | Readonly<Record<Family, readonly Lines[]>>
  | { readonly because: Text }

/** The lines of statements, by file and first line of the statement. */
export type LinesByStatement = Readonly<Record<string, Readonly<Record<number, StatementLines>>>>

/**
 * Returns the lines of a statement at a step, in order; lines that follow each other are one range.
 *
 * @param functions the lines of the function of C that runs, or of both twins: C has some statements in several functions
 * @param family that of the address; without it, the lines of both
 */
export function linesAt(statement: StatementLines, functions: readonly Lines[], family?: Family): Lines[] {
  const here = rangesOf(statement, family)
    .filter(([first, last]) => functions.some(([from, to]) => from <= first && last <= to))
    .sort(([a], [b]) => a - b)
  const joined: Lines[] = []
  for (const [first, last] of here) {
    const [from, to] = joined.at(-1) ?? [0, -1]
    if (first <= to + 1) joined[joined.length - 1] = [from, Math.max(to, last)]
    else joined.push([first, last])
  }
  return joined
}

/** Returns the ranges of a statement as the table has them. */
export function rangesOf(statement: StatementLines, family?: Family): readonly Lines[] {
  if ('because' in statement) return []
  if (!('v4' in statement)) return statement
  return family ? statement[family] : [...statement.v4, ...statement.v6]
}

type LinesOfFile = LinesByStatement[string]

/** Returns all lines of C for a line of the model, of both families, one by one. */
export function cLinesAt(statements: LinesOfFile, line: number): number[] {
  const statement = statements[line]
  return statement ? rangesOf(statement).flatMap(numbersIn) : []
}

/** Returns the lines of the model whose statements a line of C does. */
export function statementsAt(statements: LinesOfFile, line: number): number[] {
  return Object.entries(statements).flatMap(([number, statement]) =>
    rangesOf(statement).some(([first, last]) => first <= line && line <= last) ? [Number(number)] : [],
  )
}

function numbersIn([first, last]: Lines): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
