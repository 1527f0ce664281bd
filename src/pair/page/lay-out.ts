import { sheetOf } from '../../island/style.ts'
import { wordsIn } from '../words.ts'
import { adopted } from './clean.ts'
import columns from './columns.css'
import type { Row } from './sections.ts'

/** A language of the page. */
export interface Named {
  /** Its tag. */
  lang: string
  /** Its name, in itself. */
  label: string
}

/** The second language. */
export interface Second extends Named {
  dir: string
  /** The file of the page in this language, from the root of the repository. */
  file: string
  /** All languages that the second can be, if there are several. */
  choices: readonly Named[]
  /** Called when the reader chooses another. */
  choose(lang: string): void
}

/** Lays out the text of a page as rows of two languages. Its elements stay its children. */
export function layOutRows(text: Element, rows: readonly Row[], mine: Named, second: Second): void {
  const tree = treeOf(text)
  const all = make('div', { className: 'page columns' })
  tree.replaceChildren(all)
  for (const [index, row] of rows.entries()) {
    if (row.other.length === 0) {
      all.append(slotOf(row.mine))
      continue
    }
    const line = make('div', { className: `row row--${row.kind}`, role: 'group', ariaLabel: row.title })
    const first = make('div', { className: 'cell' })
    if (index === 0) first.append(nameOf(mine))
    first.append(slotOf(row.mine))
    const { lang, dir, label, file } = second
    const other = make('div', {
      className: 'cell cell--other markdown',
      lang,
      dir,
      role: 'group',
      ariaLabel: label,
    })
    other.dataset.file = file
    other.append(index === 0 ? choiceOf(second) : nameOf(second), ...adopted(row.other))
    line.append(first, other)
    all.append(line)
  }
}

/** Lays out the text of a page as it was, in one language. */
export function layOutPlain(text: Element): void {
  if (text.shadowRoot) text.shadowRoot.replaceChildren(slotOf([...text.childNodes] as Element[]))
}

/** Returns the shadow tree of the text, in which the style sheets of the page apply. */
function treeOf(text: Element): ShadowRoot {
  if (text.shadowRoot) return text.shadowRoot
  const tree = text.attachShadow({ mode: 'open', slotAssignment: 'manual' })
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  tree.adoptedStyleSheets = [sheetOf(rules.map(({ cssText }) => cssText).join('\n')), sheetOf(columns)]
  return tree
}

function slotOf(nodes: readonly Element[]): HTMLSlotElement {
  const slot = make('slot', {})
  slot.assign(...nodes)
  return slot
}

function nameOf({ lang, label }: Named): HTMLElement {
  return make('p', { className: 'language', lang, textContent: label, ariaHidden: 'true' })
}

/** The name of the second language; a list of names if it can be another. */
function choiceOf(second: Second): HTMLElement {
  const { lang, choices } = second
  if (choices.length < 2) return nameOf(second)
  const list = make('select', { ariaLabel: wordsIn().second, lang })
  for (const { lang, label } of choices)
    list.append(make('option', { value: lang, lang, textContent: label, selected: lang === second.lang }))
  list.addEventListener('change', () => second.choose(list.value))
  const line = make('p', { className: 'language' })
  line.append(list)
  return line
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties)
}
