import ts from 'typescript'
import { type CLines, statementLines, withoutLines } from '../../../examples/reference/statement-lines.ts'
import type { Examples } from '../../notes/examples.ts'
import type { Lines } from '../lines.ts'
import type { LinesByStatement, StatementLines } from '../statement-lines.ts'

/**
 * Finds the statements of `examples/reference/statement-lines.ts` in the sources. Returns the lines of the C file, by
 * file and first line of the statement. An entry without such a statement is left out; a test reports it.
 */
export function linesByStatement({ sources }: Pick<Examples, 'sources'>): LinesByStatement {
  return Object.fromEntries(
    Object.entries(statementLines).map(([module, functions]) => {
      const file = `examples/${module}`
      const places = textsByFunction(sources.get(file) ?? '')
      const found = Object.entries(functions).flatMap(([fn, statements]) =>
        [...(places.get(fn) ?? [])].flatMap(([text, line]) => {
          const lines = Object.hasOwn(statements, text) ? statements[text] : undefined
          return lines ? [[line, parseLines(lines)] as const] : []
        }),
      )
      return [file, Object.fromEntries(found)]
    }),
  )
}

/** Returns the lines of each function of a module: their numbers by the texts that name them in the table. */
export function textsByFunction(source: string): Map<string, Map<string, number>> {
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest)
  const lines = source.split('\n')
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line
  return new Map(
    tree.statements.filter(ts.isFunctionDeclaration).map(({ name, body }) => {
      const texts = new Map<string, number>()
      for (let line = lineAt(body?.pos ?? 0) + 1; line < lineAt(body?.end ?? 0); line++) {
        const text = lines[line]?.trim() ?? ''
        let [key, count] = [text, 1]
        while (texts.has(key)) key = `${text} #${++count}`
        texts.set(key, line + 1)
      }
      return [name?.text ?? '', texts]
    }),
  )
}

/** Reads an entry of the table. */
export function parseLines(lines: CLines): StatementLines {
  if (Object.hasOwn(withoutLines, lines)) return { because: withoutLines[lines as keyof typeof withoutLines] }
  const [v4 = [], v6] = lines.split(' | ').map((list) => list.split(', ').map(parseRange))
  return v6 ? { v4, v6 } : v4
}

/** @throws if it is neither a line nor a range */
function parseRange(text: string): Lines {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (!first) throw new Error(`"${text}" is no line (152) and no range (156-158)`)
  return [Number(first), Number(last)]
}
