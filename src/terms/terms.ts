import { relative } from 'node:path'
import type { PhrasingContent, Root, RootContent } from 'mdast'
import { findAndReplace } from 'mdast-util-find-and-replace'
import type { VFile } from 'vfile'
import { glossary, type Term, type TermGroup } from '../../reference/glossary.ts'
import { type Language, languageOf, tags } from '../../reference/languages.ts'
import type { PageElement } from '../notes/element.ts'
import { element, heading, link, type Markup, mdx, paragraph, plain } from '../notes/markup.ts'
import { fileOf, folders } from '../notes/pages.ts'
import { placeOf } from '../notes/source-place.ts'

const terms = glossary.flatMap(({ terms }) => terms)

/** Where a word is not marked: it leads somewhere else, is a name, or heads something. */
const untouched = ['link', 'linkReference', 'inlineCode', 'code', 'heading', 'table', 'definition']

const words = {
  zh: { other: (term: Term) => term.en, source: '出处：', stop: '。' },
  en: { other: (term: Term) => term.zh, source: 'Source: ', stop: '.' },
}

/**
 * A remark plugin: makes the first mention of each term on a page a link to its entry in the glossary, with the
 * definition in a box that opens under the pointer or the focus.
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
      // Not `false`: then a shorter term inside of this one would be looked for.
      if (!term || marked.has(term.id)) return form
      marked.add(term.id)
      const id = `term-${term.id}`
      const reference = link(`${up}reference/glossary.mdx#${term.id}`, form)
      reference.data = { hProperties: { className: 'term', 'aria-describedby': id } }
      const box = { id, role: 'tooltip', className: 'term__box' }
      return [reference, element('span', box, ...plain(term.definition[language]))] as PhrasingContent[]
    }
    findAndReplace(tree, [pattern, mark], { ignore: untouched })
  }
}

/** All ways to write the terms in a language, the longest first. */
function formsIn(language: Language): { pattern: RegExp; termOf: (form: string) => Term | undefined } {
  const byForm = new Map<string, Term>()
  for (const term of terms) {
    const more = term.forms[language]
    if (more) for (const form of [term[language], ...more]) byForm.set(form.toLowerCase(), term)
  }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length)
  // A Latin word ends where its letters do, in Chinese text too; Han words stand side by side.
  const pattern = new RegExp(`(?<![A-Za-z0-9_-])(?:${forms.join('|')})(?![A-Za-z0-9_-])`, 'gi')
  return { pattern, termOf: (form) => byForm.get(form.toLowerCase()) }
}

/** `<Glossary />`: the whole glossary as a part of a page. */
export const glossaryElement: PageElement = {
  name: 'Glossary',
  usage: '<Glossary />',
  replace: (_, { language }) => glossaryEntries(language) as RootContent[],
}

/** A section for each group, a heading for each term. */
function glossaryEntries(language: Language): Markup[] {
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
          ...(other === name ? [] : [element('span', { lang, className: 'glossary__other' }, other), ' ']),
          ...plain(term.definition[language]),
        ),
        element('p', { className: 'glossary__source' }, say.source, ...mdx(term.source[language]), say.stop),
      ]
    }),
  ])
}

/** @returns one line for each thing that is wrong with a glossary, beginning with a file and a line */
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
