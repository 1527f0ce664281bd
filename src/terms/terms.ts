import { relative } from 'node:path'
import type { PhrasingContent, Root } from 'mdast'
import { findAndReplace } from 'mdast-util-find-and-replace'
import type { VFile } from 'vfile'
import { glossary, type Term, type TermGroup } from '../../reference/glossary.ts'
import {
  codeLanguage,
  defaultLanguage,
  folderOf,
  type Language,
  languageOf,
  languages,
  tagOf,
  textIn,
} from '../../reference/languages.ts'
import { element, heading, link, type Markup, mdx, paragraph, plain } from '../notes/markup.ts'
import { fileOf } from '../notes/pages.ts'
import { remember } from '../notes/remember.ts'
import { placeOf } from '../notes/source-place.ts'

const terms = glossary.flatMap(({ terms }) => terms)

/** Nodes in which terms are not marked: links, code, headings and tables. */
const untouched = ['link', 'linkReference', 'inlineCode', 'code', 'heading', 'table', 'definition']

const words = {
  zh: { source: '出处：', stop: '。', entry: '术语表中的条目' },
  en: { source: 'Source: ', stop: '.', entry: 'Entry in the glossary' },
}

/**
 * A remark plugin: links the first mention of each term on a page to its entry in the glossary, and adds the definition
 * in a box that opens on hover and on focus. On a touch screen a tap opens the box, which has a second link.
 */
export function remarkTerms() {
  return (tree: Root, vfile: VFile): void => {
    const file = fileOf(vfile)
    const language = languageOf(file)
    const up = '../'.repeat(relative(folderOf(language), file).split('/').length - 1) || './'
    const { pattern, termOf } = formsIn(language)
    const marked = new Set<string>()

    const mark = (form: string) => {
      const term = termOf(form)
      // After `false`, the function would search for a shorter term inside of this one.
      if (!term || marked.has(term.id)) return form
      marked.add(term.id)
      const id = `term-${term.id}`
      const entry = `${up}reference/glossary.mdx#${term.id}`
      const reference = link(entry, form)
      reference.data = { hProperties: { className: 'term', 'aria-describedby': id } }
      const toEntry = link(entry, textIn(words, language).entry)
      const box = { id, role: 'tooltip', className: 'term__box' }
      return element(
        'span',
        { className: 'term__place', tabIndex: -1 },
        reference,
        element('span', box, plain(textIn(term.definition, language)), toEntry),
      ) as PhrasingContent
    }
    findAndReplace(tree, [pattern, mark], { ignore: untouched })
  }
}

/** Returns all forms of a term in a language: its name, and other forms; none if the language does not have it. */
function formsOf({ name, forms }: Term, language: Language): string[] {
  return Object.hasOwn(name, language) ? [textIn(name, language), ...(forms[language] || [])] : []
}

/** Returns a pattern of all forms of the terms in a language, the longest first, and the term of each form. */
const formsIn = remember((language): { pattern: RegExp; termOf: (form: string) => Term | undefined } => {
  const byForm = new Map<string, Term>()
  for (const term of terms) {
    if (term.forms[language] !== false)
      for (const form of formsOf(term, language)) byForm.set(form.toLowerCase(), term)
  }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length)
  // A form has no Latin letter or digit before or after it. Han characters have no spaces between words.
  // Of two terms that overlap, the longer one stands in the text: 调用路径管理器 has 路径管理器, and not 调用路径.
  const restsAfter = (form: string) =>
    forms
      .filter((longer) => longer.length > form.length)
      .flatMap((longer) =>
        Array.from({ length: form.length - 1 }, (_, at) => at + 1)
          .filter((shared) => form.endsWith(longer.slice(0, shared)))
          .map((shared) => longer.slice(shared)),
      )
  const alternatives = forms.map((form) => {
    const rests = restsAfter(form)
    return rests.length > 0 ? `${form}(?!${rests.join('|')})` : form
  })
  const any = alternatives.join('|') || '(?!)' // a language without terms has nothing to match
  const pattern = new RegExp(`(?<![A-Za-z0-9_-])(?:${any})(?![A-Za-z0-9_-])`, 'gi')
  return { pattern, termOf: (form) => byForm.get(form.toLowerCase()) }
})

/** Makes a section for each group, with a heading for each term. */
export function glossaryEntries(language: Language): Markup[] {
  const say = textIn(words, language)
  // Beside the name stands that of the code and the RFCs or, in the language of the code, that of the default language.
  const second = language === codeLanguage ? defaultLanguage : codeLanguage
  const lang = tagOf(second)
  return glossary.flatMap(({ id, title, terms }) => [
    heading(2, id, textIn(title, language)),
    ...terms.flatMap((term) => {
      const other = textIn(term.name, second)
      const name = textIn(term.name, language)
      return [
        heading(3, term.id, name),
        paragraph(
          other !== name && [element('span', { lang, className: 'glossary__other' }, other), ' · '],
          plain(textIn(term.definition, language)),
        ),
        element(
          'p',
          { className: 'glossary__source' },
          say.source,
          mdx(textIn(term.source, language)),
          say.stop,
        ),
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
      for (const language of languages) {
        for (const form of formsOf(term, language)) {
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
