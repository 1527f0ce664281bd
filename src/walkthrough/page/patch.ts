/**
 * Makes the content of an element that of `html`, and leaves alone whatever is there already: the browser lays out
 * what changed and no more, and boxes that are scrolled and text that is selected stay so.
 */
export function patch(element: Element, html: string): void {
  const template = document.createElement('template')
  template.innerHTML = html
  patchContent(element, template.content)
}

function patchContent(element: Element, wanted: ParentNode): void {
  const there = [...element.childNodes]
  const nodes = [...wanted.childNodes]
  for (const [index, node] of nodes.entries()) {
    const old = there[index]
    if (!old) element.append(node)
    else if (!old.isEqualNode(node)) patchNode(old, node)
  }
  for (const old of there.slice(nodes.length)) old.remove()
}

function patchNode(old: ChildNode, wanted: ChildNode): void {
  if (old instanceof Text && wanted instanceof Text) {
    old.data = wanted.data
  } else if (old instanceof Element && wanted instanceof Element && isOfOneKind(old, wanted)) {
    for (const name of old.getAttributeNames()) if (!wanted.hasAttribute(name)) old.removeAttribute(name)
    for (const { name, value } of wanted.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value)
    }
    patchContent(old, wanted)
  } else {
    old.replaceWith(wanted)
  }
}

/** What a reader has chosen in a `select` no longer follows its attributes: a new choice is a new element. */
function isOfOneKind(old: Element, wanted: Element): boolean {
  return old.tagName === wanted.tagName && old.tagName !== 'SELECT'
}
