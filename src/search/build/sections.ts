import { Parser } from 'htmlparser2'

/** A section of a page as its readers see it: from a heading to the next; or an entry of the list of symbols. */
export interface PageSection {
  /** The id of its heading; empty for what stands before the first heading of the page. */
  readonly id: string
  /** The text of its heading; for what stands before the first, the title of the page. */
  title: string
  readonly isEntry: boolean
  /** The lines of its text. */
  text: string[]
  /** What the section defines: the first cells of its tables, and the titles of its tests. They are in `text`, too. */
  defined: string[]
  /** The titles of its tests in the language of the code, if it shows them in another. */
  titles: string[]
  /** What readers search for that is told in it in other words: the front matter has it. */
  keywords: readonly string[]
  /** The files that it shows as a whole. */
  files: string[]
  /** The lines of code, of logs and of commands. */
  code: string[]
}

/** What is not read: controls, boxes with definitions, links to lists of steps, notices, and what is the same everywhere. */
const passedOver =
  /\b(hash-link|term__box|walk__all|walk__player|example__guide|example__summary|example__mark|translation|code__copy)\b/
const controls = ['button', 'svg', 'script', 'style', 'select', 'textarea', 'input']
const blocks = /^(p|li|td|th|tr|div|pre|summary|figcaption|dt|dd|br|h\d|caption|ol|ul|details)$/

/** The name of an entry in the list of symbols; the entry has the id. */
const isEntryName = ({ class: name = '' }: Record<string, string>) => /\bsymbols__name\b/.test(name)

type Kind = 'none' | 'skipped' | 'title' | 'text' | 'defined' | 'code'

/**
 * Reads the sections of a page that has been built.
 *
 * @param keywords those of the page: its first section has them
 * @returns none if the page is no note, is not listed, or is shown in another language because it is not translated
 */
export function sectionsIn(html: string, keywords: readonly string[] = []): PageSection[] {
  const sections: PageSection[] = []
  const kinds: Kind[] = []
  const add = (id: string, isEntry = false) =>
    sections.push({
      id,
      title: '',
      isEntry,
      text: [],
      defined: [],
      titles: [],
      keywords: [],
      files: [],
      code: [],
    })
  let itemId = ''
  let isFirstCell = false
  let isListed = true
  let line = ''
  /** Where the lines of the current row of a table begin in the text. */
  let rowStart = 0
  let isDefined = false
  let isAfterSpan = false

  const endLine = (kind: Kind): void => {
    const words = line.replace(/[\s\u200b]+/g, ' ').trim()
    const code = line.replace(/\u200b/g, '').trim()
    const section = sections.at(-1)
    const defines = isDefined
    line = ''
    isDefined = false
    if (!section || !words) return
    if (kind === 'title') section.title = words
    else if (kind === 'code') section.code.push(...code.split('\n'))
    else {
      section.text.push(words)
      if (defines) section.defined.push(words)
    }
  }

  const kindOf = (tag: string, attributes: Record<string, string>, outer: Kind): Kind => {
    const { class: name = '' } = attributes
    if (outer === 'none') return /(^| )markdown( |$)/.test(name) ? 'text' : 'none'
    if (outer === 'skipped' || controls.includes(tag) || passedOver.test(name)) return 'skipped'
    if ('hidden' in attributes || 'data-needs-js' in attributes || attributes['aria-hidden'] === 'true')
      return 'skipped'
    if (/^h[1-6]$/.test(tag) || isEntryName(attributes)) return 'title'
    // What stands beside the name of an entry.
    if (tag === 'small' && outer === 'title') return 'text'
    if (tag === 'pre') return 'code'
    if (/\bexample__title\b/.test(name)) return 'defined'
    if (tag === 'tr') isFirstCell = true
    if (tag === 'td' || tag === 'th' || tag === 'dt') {
      const isName = isFirstCell && tag !== 'th'
      isFirstCell = false
      return isName ? 'defined' : 'text'
    }
    return outer
  }

  const parser = new Parser({
    onopentag(tag, attributes) {
      const outer = kinds.at(-1) ?? 'none'
      if (tag === 'meta' && attributes.name === 'robots' && /noindex/.test(attributes.content ?? ''))
        isListed = false
      // What stands side by side has no space between.
      if (outer !== 'code' && tag === 'small') line += line.trim() && outer !== 'title' ? ' · ' : ' '
      else if (outer !== 'code' && tag === 'span' && isAfterSpan) line += ' '
      // A page that is not translated.
      if (tag === 'article' && attributes.lang) kinds.push('skipped')
      else kinds.push(kindOf(tag, attributes, outer))
      const kind = kinds.at(-1)
      if (outer === 'none' && kind === 'text') add('')
      if (blocks.test(tag)) endLine(outer)
      if (outer === 'title' && kind === 'text') endLine(outer)
      if (tag === 'tr') rowStart = sections.at(-1)?.text.length ?? 0
      if (tag === 'li') itemId = attributes.id ?? ''
      if (isEntryName(attributes)) add(itemId, true)
      else if (kind === 'title' && outer !== 'title' && tag !== 'h1') add(attributes.id ?? '')
      const { 'data-title': title = '', 'data-shown': shown, 'data-of': unit } = attributes
      if (tag === 'full-mesh-example' && unit && !('data-region' in attributes))
        sections.at(-1)?.files.push(`${unit}.ts`, `${unit}.test.ts`)
      if (outer !== 'none' && title && title !== shown) sections.at(-1)?.titles.push(title)
    },
    ontext(text) {
      const kind = kinds.at(-1) ?? 'none'
      if (kind === 'none' || kind === 'skipped') return
      line += text
      isDefined ||= kind === 'defined'
      isAfterSpan = false
    },
    onclosetag(tag) {
      const kind = kinds.pop() ?? 'none'
      if (blocks.test(tag) || (kind === 'text' && kinds.at(-1) === 'title')) endLine(kind)
      isAfterSpan = tag === 'span'
      // A cell says little without the others of its row.
      const { text = [] } = sections.at(-1) ?? {}
      if (tag === 'tr' && text.length > rowStart) text.push(text.splice(rowStart).join(' · '))
    },
  })
  parser.write(html)
  parser.end()
  const [first] = sections
  if (first) first.keywords = keywords
  for (const section of sections) {
    section.titles = [...new Set(section.titles)]
    section.code = [...new Set(section.code.map((line) => line.trim()))].filter(Boolean)
  }
  return isListed ? sections : []
}
