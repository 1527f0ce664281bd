import { relative } from 'node:path'
import { glossary, type Term, type TermGroup } from '../../reference/glossary.ts'
import { type Language, tags } from '../../reference/text.ts'
import { element, heading, link, type Markup, mdx, paragraph, plain } from '../notes/markup.ts'
import { folders, nearest } from '../notes/pages.ts'
import { placeOf } from '../notes/place.ts'

const terms = glossary.flatMap(({ terms }) => terms)

/** Where a word is not marked: it leads somewhere else, is a name, or heads something. */
const untouched = new Set(['link', 'linkReference', 'inlineCode', 'code', 'heading', 'table', 'definition'])

const words = {
  zh: { other: (term: Term) => term.en, source: '出处：', stop: '。' },
  en: { other: (term: Term) => term.zh, source: 'Source: ', stop: '.' },
}

/**
 * Makes terms of the glossary what they are: links to their entries, with the definition in a box that opens under
 * the pointer or the focus. The first mention of each on a page is marked, and each `<T id="…">…</T>`.
 *
 * @param path of the page, from the root of the site
 * @throws for an id that the glossary does not have, by file and line
 */
export function markTerms(tree: Markup, path: string, language: Language): void {
  const glossaryPage = `${'../'.repeat(relative(folders[language], path).split('/').length - 1) || './'}reference/glossary.mdx`
  const { pattern, termOf } = formsIn(language)
  const marked = new Set<string>()

  const mark = (term: Term, children: Markup[]): Markup[] => {
    const id = `term-${term.id}`
    if (marked.has(term.id)) return children
    marked.add(term.id)
    const reference = link(`${glossaryPage}#${term.id}`, children)
    reference.data = { hProperties: { className: 'term', 'aria-describedby': id } }
    const box = { id, role: 'tooltip', className: 'term__box' }
    return [reference, element('span', box, ...plain(term.definition[language]))]
  }

  const inText = (text: string): Markup[] => {
    const parts: Markup[] = []
    let end = 0
    for (const match of text.matchAll(pattern)) {
      const term = termOf(match[0])
      if (!term || marked.has(term.id)) continue
      parts.push({ type: 'text', value: text.slice(end, match.index) })
      parts.push(...mark(term, [{ type: 'text', value: match[0] }]))
      end = match.index + match[0].length
    }
    if (end === 0) return [{ type: 'text', value: text }]
    return [...parts, { type: 'text', value: text.slice(end) }].filter(({ value }) => value !== '')
  }

  const visit = (node: Markup, isProse: boolean): void => {
    if (untouched.has(node.type) || !node.children) return
    node.children = node.children.flatMap((child) => {
      const isProseHere = isProse || node.type === 'paragraph'
      if (child.name === 'T') {
        const id = child.attributes?.find(({ name }) => name === 'id')?.value
        const term = terms.find((term) => term.id === id)
        if (term) return mark(term, child.children ?? [])
        const near = nearest(
          String(id ?? ''),
          terms.map(({ id }) => id),
        )
        throw new Error(`${path}:${child.position?.start.line ?? 1}: the glossary has no term "${id}"${near}`)
      }
      if (child.type === 'text' && isProseHere) return inText(child.value ?? '')
      visit(child, isProseHere)
      return [child]
    })
  }
  visit(tree, false)
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

/** The glossary as a part of a page: a section for each group, a heading for each term. */
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
            complain(term.id, `"${form}" is said to mean both "${other}" and "${term.id}"`)
          forms.set(key, term.id)
        }
      }
    }
  }
  return problems
}
