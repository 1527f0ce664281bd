/** The text of a page as a list of parts, by which two languages are put side by side. */

/** A part of a page: texts in its language, or what both languages share. */
interface Part {
  /**
   * - `text`: elements that each language has, in its own words
   * - `table`: a wide table, in its own words
   * - `shared`: an example, a walk or another element that is shown once
   */
  kind: 'text' | 'table' | 'shared'
  elements: Element[]
}

/** A section: from its heading to the next heading of any level. */
export interface Section {
  /** The id of the heading; empty for what stands before the first. */
  id: string
  title: string
  parts: Part[]
}

const headings = ':scope.heading > [id]'
const texts = 'header, .heading, p, ul, ol, dl, blockquote, hr, .alert, .translation, table'
/** Tables of data, which have no words of a language. */
const dataTables = '.bytes, .symbols, .counts'

/** Splits the text of a page into sections, and each section into parts. */
export function sectionsOf(page: Element): Section[] {
  const sections: Section[] = []
  for (const element of page.children) {
    const heading = element.querySelector(headings)
    if (heading || sections.length === 0)
      sections.push({ id: heading?.id ?? '', title: (heading ?? element).textContent.trim(), parts: [] })
    const { parts } = sections.at(-1) as Section
    const kind = kindOf(element)
    const last = parts.at(-1)
    if (last?.kind === 'text' && kind === 'text') last.elements.push(element)
    else parts.push({ kind, elements: [element] })
  }
  return sections
}

function kindOf(element: Element): Part['kind'] {
  if (!element.matches(texts) || element.matches(dataTables)) return 'shared'
  return element.matches('.stacked') ? 'table' : 'text'
}

/** A line of two columns, or of one: `other` is empty where both languages share the elements. */
export interface Row {
  kind: Part['kind']
  /** The title of the section. */
  title: string
  mine: Element[]
  other: Element[]
}

/**
 * Puts two texts side by side. Within a section, the texts between two shared elements stand beside each other. If the
 * languages do not have the same elements, the whole other text of the section stands beside its first text.
 */
export function rowsOf(mine: Section[], other: Section[]): Row[] {
  const others = new Map(other.map((section) => [section.id, section]))
  return mine.flatMap(({ id, title, parts }) => {
    const twin = others.get(id)?.parts ?? []
    const isSame = twin.length === parts.length && twin.every(({ kind }, at) => kind === parts[at]?.kind)
    const whole = twin.filter(({ kind }) => kind !== 'shared').flatMap(({ elements }) => elements)
    const first = parts.findIndex(({ kind }) => kind !== 'shared')
    return parts.map(({ kind, elements }, at) => {
      const beside = isSame ? (twin[at]?.elements ?? []) : at === first ? whole : []
      return { kind, title, mine: elements, other: kind === 'shared' ? [] : beside }
    })
  })
}
