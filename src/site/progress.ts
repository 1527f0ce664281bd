/**
 * The bar at the top of the window while the page to which a link leads is loading. It stands in for the package
 * `nprogress`, which sets HTML without Trusted Types, and inline styles. The theme has the styles of its elements.
 */
let bar: HTMLElement | undefined

function makeBar(): HTMLElement {
  const element = document.createElement('div')
  element.id = 'nprogress'
  element.append(Object.assign(document.createElement('div'), { className: 'bar' }))
  return element
}

export default {
  configure(): void {},
  start(): void {
    bar ??= makeBar()
    document.body.append(bar)
  },
  done(): void {
    bar?.remove()
  },
}
