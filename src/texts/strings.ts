import ts from 'typescript'
import { type Language, languageOf, languages } from '../../reference/languages.ts'
import { languageOfLine } from '../../reference/voice.ts'
import { type Passage, passageOf } from './passages.ts'

/** A text of a file that is not a page. */
export interface StringText {
  readonly language: Language
  readonly passage: Passage
}

/** The properties of the glossary with words that texts do not use, or use only in quotes. */
const notTexts = ['refused', 'forms']

/**
 * Finds the texts of a TypeScript or JSON file. A text is in the language that is the nearest key around it
 * (`zh: '…'`), or that its file is for (`call-stacks.zh.json`, `i18n/en/code.json`). A string in neither is a text if it
 * has letters that are not Latin; otherwise it belongs to the program.
 */
export function stringsIn(file: string, source: string): StringText[] {
  const tree = file.endsWith('.json')
    ? ts.parseJsonText(file, source)
    : ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: StringText[] = []

  const add = (pieces: readonly (readonly [number, number])[], language: Language | undefined) => {
    const passage = passageOf(source, pieces)
    const isText = /[^\p{Script=Latin}\P{L}]/u.test(passage.text)
    const known = language ?? (isText ? languageOfLine(passage.text) : undefined)
    if (known) found.push({ language: known, passage })
  }

  const visit = (node: ts.Node, language: Language | undefined): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node)) add([[node.getStart(tree) + 1, node.end - 1]], language)
    else if (ts.isJsxText(node)) add([[node.getStart(tree), node.end]], language)
    else if (ts.isTemplateExpression(node)) {
      const literals = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      // `head${  }middle${  }tail`
      add(
        literals.map((literal) => [
          literal.getStart(tree) + 1,
          literal.end - (ts.isTemplateTail(literal) ? 1 : 2),
        ]),
        language,
      )
      for (const { expression } of node.templateSpans) visit(expression, language)
    } else {
      const name = keyOf(node)
      if (name !== undefined && notTexts.includes(name)) return
      const inner = languages.find((key) => key === name) ?? language
      ts.forEachChild(node, (child) => {
        if (!ts.isPropertyAssignment(node) || child !== node.name) visit(child, inner)
      })
    }
  }
  visit(tree, languageOfFile(file))
  return found
}

/** Returns the name of a property or a variable. */
function keyOf(node: ts.Node): string | undefined {
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
  return isNamed && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : undefined
}

/** Returns the language that a file is for; undefined if it is for several. */
function languageOfFile(file: string): Language | undefined {
  const [, key] = /\.(\w+)\.json$/.exec(file) ?? []
  return /(^|\/)i18n\/[^/]+\//.test(file) ? languageOf(file) : languages.find((language) => language === key)
}
