/** Adds a style sheet to the page, once. */
export function addStyle(name: string, css: string): void {
  if (document.querySelector(`style[data-style="${name}"]`)) return
  const style = document.createElement('style')
  style.dataset.style = name
  style.textContent = css
  document.head.append(style)
}
