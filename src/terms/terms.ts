import { relative } from 'node:path'
import type { PhrasingContent, Root } from 'mdast'
import { findAndReplace } from 'mdast-util-find-and-replace'
import type { VFile } from 'vfile'
import { glossary, type Term, type TermGroup } from '../../reference/glossary.ts'
import { type Language, languageOf, tags } from '../../reference/languages.ts'
import { element, heading, link, type Markup, mdx, paragraph, plain } from '../notes/markup.ts'
import { fileOf, folders } from '../notes/pages.ts'
import { placeOf } from '../notes/source-place.ts'

const terms = glossary.flatMap(({ terms }) => terms)

/** Nodes in which terms are not marked: links, code, headings and tables. */
const untouched = ['link', 'linkReference', 'inlineCode', 'code', 'heading', 'table', 'definition']

const words = {
  zh: { other: (term: Term) => term.en, source: '出处：', stop: '。' },
  en: { other: (term: Term) => term.zh, source: 'Source: ', stop: '.' },
}

/**
 * A remark plugin: links the first mention of each term on a page to its entry in the glossary, and adds the definition
 * in a box that opens on hover and on focus.
 */
export function remarkTerms() {
  return (tree: Root, vfile: VFile): void => {
    const file = fileOf(vfile)
    const language = languageOf(file)
    const up = '../'.repeat(relative(folders[language], file).split('/').length - 1) || './'
    const { pattern, termOf } = formsIn(language)
    const marked = new Set<string>()

    const mark = (form: string) => {
      const term = termOf(form)
      // After `false`, the function would search for a shorter term inside of this one.
      if (!term || marked.has(term.id)) return form
      marked.add(term.id)
      const id = `term-${term.id}`
      const reference = link(`${up}reference/glossary.mdx#${term.id}`, form)
      reference.data = { hProperties: { className: 'term', 'aria-describedby': id } }
      const box = { id, role: 'tooltip', className: 'term__box' }
      return [reference, element('span', box, plain(term.definition[language]))] as PhrasingContent[]
    }
    findAndReplace(tree, [pattern, mark], { ignore: untouched })
  }
}

/** Returns a pattern of all forms of the terms in a language, the longest first, and the term of each form. */
function formsIn(language: Language): { pattern: RegExp; termOf: (form: string) => Term | undefined } {
  const byForm = new Map<string, Term>()
  for (const term of terms) {
    const more = term.forms[language]
    if (more) for (const form of [term[language], ...more]) byForm.set(form.toLowerCase(), term)
  }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length)
  // A form has no Latin letter or digit before or after it. Han characters have no spaces between words.
  const pattern = new RegExp(`(?<![A-Za-z0-9_-])(?:${forms.join('|')})(?![A-Za-z0-9_-])`, 'gi')
  return { pattern, termOf: (form) => byForm.get(form.toLowerCase()) }
}

/** Makes a section for each group, with a heading for each term. */
export function glossaryEntries(language: Language): Markup[] {
  const say = words[language]
  return glossary.flatMap(({ id, title, terms }) => [
    heading(2, id, title[language]),
    ...terms.flatMap((term) => {
      const other = say.other(term)
      const name = term[language]
      const lang = tags[language === 'zh' ? 'en' : 'zh']
      return [
        heading(3, term.id, name),
        paragraph(
          other !== name && [element('span', { lang, className: 'glossary__other' }, other), ' '],
          plain(term.definition[language]),
        ),
        element('p', { className: 'glossary__source' }, say.source, mdx(term.source[language]), say.stop),
      ]
    }),
  ])
}

/** Checks a glossary. Returns one message for each problem, beginning with a file and a line. */
export function checkGlossary(groups: readonly TermGroup[] = glossary): string[] {
  const problems: string[] = []
  const ids = new Set<string>()
  const forms = new Map<string, string>()
  const complain = (id: string, what: string) =>
    problems.push(`${placeOf('reference/glossary.ts', `id: '${id}'`)}: ${what}`)
  for (const { id, terms } of groups) {
    for (const name of [id, ...terms.map(({ id }) => id)]) {
      if (ids.has(name)) complain(name, `the id "${name}" is there twice`)
      ids.add(name)
    }
    for (const term of terms) {
      for (const language of ['zh', 'en'] as const) {
        for (const form of [term[language], ...(term.forms[language] || [])]) {
          const key = `${language} ${form.toLowerCase()}`
          const other = forms.get(key)
          if (other && other !== term.id)
            complain(term.id, `"${form}" stands for both "${other}" and "${term.id}"`)
          forms.set(key, term.id)
        }
      }
    }
  }
  return problems
}
