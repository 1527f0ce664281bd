/**
 * Makes a page without React: the page for unknown addresses with another title and another `<main>`.
 *
 * @param text `<title>…</title>`, what else the head needs, `<main …>…</main>`
 * @param frame the page for unknown addresses, as it was built
 * @param address that of the page below the address of its language, the same in all languages
 * @throws if the frame has no title, no canonical address or no `<main>`
 */
export function inFrame(text: string, frame: string, address: string): string {
  const at = text.indexOf('<main')
  const parts: readonly (readonly [RegExp, string])[] = [
    [/<title\b.*?<\/title>/s, ''],
    [/<link\b[^>]*rel="?canonical\b[^>]*>/, text.slice(0, at)],
    [/<main\b.*<\/main>/s, text.slice(at)],
  ]
  let page = frame
  for (const [part, replacement] of parts) {
    if (!part.test(page))
      throw new Error(`404.html has nothing that matches ${part}, in which ${address} is put`)
    page = page.replace(part, () => replacement)
  }
  return page
    .replace(/<meta\b[^>]*property="?og:(title|url)\b[^>]*>/g, '')
    .replace(/<link\b[^>]*hreflang=[^>]*>/gi, '')
    .replace(/ data-scripts="[^"]*"/, '')
    .replace(/(<a\b[^>]*\bclass="?bar__language\b"?[^>]*\bhref=)"?([^\s">]*)"?/g, `$1$2${address}`)
}
