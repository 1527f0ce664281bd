import { pageAddress } from '../island/page-address.ts'

const here = 'https://page.invalid'

/**
 * Returns the address that a link of a page leads to.
 *
 * @param url as the source has it: `./handover.mdx#fix`, `https://…`
 * @param page the page with the link: `questions/backup.mdx`
 * @param base the address of the pages of its language: `/en/`
 * @returns undefined for a scheme other than http and https, and for what is no address
 */
export function linkAddress(url: string, page: string, base: string): string | undefined {
  if (!URL.canParse(url, `${here}/${page}`)) return undefined
  const { origin, protocol, href, pathname, hash } = new URL(url, `${here}/${page}`)
  if (origin === here) return pageAddress(base, pathname.slice(1) + hash)
  return /^https?:$/.test(protocol) ? href : undefined
}
