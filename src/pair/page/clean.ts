import { improveButton } from './improve-button.ts'

/** Elements that a text has no use for. An element of the site, whose name has a hyphen, is none of the text. */
const refused = 'script, style, link, meta, base, iframe, object, embed, template, form, button'

/**
 * Takes elements out of another document into this one: without scripts, elements of the site, handlers and styles.
 * The text is of the same site, and the policy of the page forbids inline scripts; this keeps it text in any case.
 * A button that opens the editor of a section is replaced by one of this page.
 */
export function adopted(elements: readonly Element[]): Element[] {
  return elements.map((element) => {
    const copy = document.importNode(element, true)
    for (const each of [copy, ...copy.querySelectorAll('*')]) {
      if (each.matches('.improve-section')) each.before(...improveButton())
      if (each.matches(refused) || each.localName.includes('-')) each.remove()
      for (const { name, value } of [...each.attributes]) {
        if (/^(on|style$)/.test(name) || /^\s*javascript:/i.test(value)) each.removeAttribute(name)
      }
    }
    return copy
  })
}
