/** Style sheets of the parts that are loaded on demand. The security policy allows no `<style>`. */

const added = new Map<string, CSSStyleSheet>()

/** Makes a style sheet that the page or a shadow tree can adopt. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** Adds a style sheet to the page, once. */
export function addStyle(name: string, css: string): void {
  if (added.has(name)) return
  const sheet = sheetOf(css)
  added.set(name, sheet)
  document.adoptedStyleSheets.push(sheet)
}
