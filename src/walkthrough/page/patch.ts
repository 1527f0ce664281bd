/**
 * Changes the content of an element to `html`, and keeps the nodes that are equal: the browser lays out only what
 * changed, and scroll positions and the selection are kept.
 */
export function patch(element: Element, html: string): void {
  const template = document.createElement('template')
  template.innerHTML = html
  patchContent(element, template.content)
}

function patchContent(element: Element, wanted: ParentNode): void {
  const before = [...element.childNodes]
  const nodes = [...wanted.childNodes]
  for (const [index, node] of nodes.entries()) {
    const old = before[index]
    if (!old) element.append(node)
    else if (!old.isEqualNode(node)) patchNode(old, node)
  }
  for (const old of before.slice(nodes.length)) old.remove()
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

/** Whether an element can be patched. A `select` is replaced: after the reader's choice it ignores its attributes. */
function isOfOneKind(old: Element, wanted: Element): boolean {
  return old.tagName === wanted.tagName && old.tagName !== 'SELECT'
}
