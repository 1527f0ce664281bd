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
  const address = parse(url, `${here}/${page}`)
  if (address?.origin === here) return pageAddress(base, address.pathname.slice(1) + address.hash)
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined
}

/** Reads an address. (Safari 16.4 has no `URL.canParse`.) */
function parse(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base)
  } catch {
    return undefined
  }
}
