import { join } from 'node:path'
import ts from 'typescript'
import { type Examples, findExamples } from '../../notes/examples.ts'
import { codeDigest, keep } from '../../notes/on-disk.ts'
import { matchers } from '../../sandbox/quick.ts'

/** A matcher that a test uses: `toBe` of `expect(…).toBe(1)`. */
interface Use {
  name: string
  line: number
}

/**
 * Checks that the page has every matcher that the examples use. It runs them without vitest until a reader changes them.
 *
 * @returns one message for each that it has not, beginning with a file and a line
 */
export function checkMatchers(siteDir: string): string[] {
  return unknownMatchers(findExamples(join(siteDir, 'examples')))
}

/** Returns the messages of {@link checkMatchers}. */
export function unknownMatchers({ units, sources }: Examples): string[] {
  const known = Object.keys(matchers)
  return units.flatMap(({ testFile }) =>
    matchersIn(sources.get(testFile) ?? '')
      .filter(({ name }) => !known.includes(name))
      .map(
        ({ name, line }) =>
          `${testFile}:${line}: the page runs examples without "${name}": write it with ${known.join(', ')}, or add it to "matchers" in src/sandbox/quick.ts`,
      ),
  )
}

const code = codeDigest()

/** Finds what follows `expect(…).` and `expect(…).not.` */
function matchersIn(source: string): Use[] {
  return keep('matchers', [code, source], () => {
    const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest)
    const uses: Use[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && node.name.text !== 'not' && isExpectation(node.expression)) {
        const { line } = tree.getLineAndCharacterOfPosition(node.name.getStart(tree))
        uses.push({ name: node.name.text, line: line + 1 })
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return uses
  })
}

/** Returns true for `expect(…)` and `expect(…).not`. */
function isExpectation(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'not' && isExpectation(node.expression)
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'expect'
}
