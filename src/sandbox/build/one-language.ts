import { fileURLToPath } from 'node:url'
import MagicString from 'magic-string'
import type { Plugin } from 'rolldown'
import {
  codeTag,
  completeLanguages,
  defaultLanguage,
  fallbackOf,
  type Language,
  languages,
  textIn,
} from '../../../reference/languages.ts'

const listModule = fileURLToPath(new URL('../../../reference/languages.ts', import.meta.url))

/** The functions that take a text from a table, their first argument. */
const takers = ['textIn', 'inLanguage']

/** Matches code that may have a table of texts. */
const namesLanguage = new RegExp(`\\b(${completeLanguages.join('|')})\\b`)

/** The parts of a syntax tree that are read here. */
interface Node {
  type: string
  start: number
  end: number
  name?: string
  /** Of an object. */
  properties?: Node[]
  /** Of a property. */
  computed?: boolean
  key?: Node
  value?: unknown
  /** Of a call. */
  callee?: Node
  arguments?: Node[]
}

/**
 * A plugin of rolldown: leaves the texts of one language in a bundle, and leaves out the list of languages.
 *
 * Of a table of texts, `{ zh: …, en: … }`, the text stays that {@link textIn} would take. A call that takes it is
 * replaced by it.
 */
export function oneLanguage(language: Language): Plugin {
  return {
    name: 'one-language',
    load: (id) => (id === listModule ? moduleOf(language) : undefined),
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !namesLanguage.test(code)) return undefined
      const text = new MagicString(code)
      const cut = (node: Node): void => {
        const taken = isTaker(node) ? textsOf(node.arguments?.[0])?.(language) : undefined
        const kept = textsOf(node)?.(language)
        if (taken) {
          const { start, end } = taken.value as Node
          text.overwrite(node.start, start, '(').overwrite(end, node.end, ')')
          cut(taken.value as Node)
        } else if (kept) {
          text.remove(node.start + 1, kept.start).remove(kept.end, node.end - 1)
          cut(kept)
        } else for (const child of childrenOf(node)) cut(child)
      }
      cut(this.parse(code, { lang: id.endsWith('x') ? 'tsx' : 'ts' }) as Node)
      return text.hasChanged() ? { code: text.toString() } : undefined
    },
  }
}

/** Returns what `reference/languages.ts` is for the pages in one language. */
function moduleOf(language: Language): string {
  const chain = [...new Set([language, fallbackOf(language) ?? defaultLanguage, defaultLanguage])]
  return `
    export const codeTag = ${JSON.stringify(codeTag)}
    export const languageOf = () => ${JSON.stringify(language)}
    export const textIn = (texts) => ${chain.map((key) => `texts[${JSON.stringify(key)}]`).join(' ?? ')}
  `
}

function isTaker({ type, callee }: Node): boolean {
  return type === 'CallExpression' && takers.includes(callee?.name ?? '')
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value?.type === 'string')
}

/**
 * Returns a function that finds the property of a table for a language; undefined if the node is no table of texts: an
 * object whose keys are languages, among them one that has to have all texts.
 */
function textsOf(node: Node | undefined): ((language: Language) => Node) | undefined {
  if (node?.type !== 'ObjectExpression') return undefined
  const texts = Object.fromEntries(
    (node.properties ?? []).map((property) => {
      const { key, computed } = property
      return [computed ? '' : `${key?.name ?? key?.value}`, property]
    }),
  )
  const keys = Object.keys(texts)
  const isTable =
    keys.every((key) => languages.includes(key)) && keys.some((key) => completeLanguages.includes(key))
  return isTable ? (language) => textIn(texts, language) : undefined
}
