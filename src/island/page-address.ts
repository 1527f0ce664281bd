/**
 * Returns the address of a page.
 *
 * @param base the address of the site in a language: `/en/`
 * @param page its file, with a section: `questions/backup.mdx#fix`
 */
export function pageAddress(base: string, page: string): string {
  const [file = '', section] = page.split('#')
  const path = file.replace(/(^|\/)index\.mdx$/, '$1').replace(/\.mdx$/, '/')
  return `${base}${path}${section ? `#${section}` : ''}`
}
