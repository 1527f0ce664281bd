import { languages, pathOf } from '../../../reference/languages.ts'

/**
 * Makes `robots.txt`: search engines may read everything, and find the maps of the site, one for each language.
 *
 * @param root the full address of the site; undefined if it is not known, as maps need one
 */
export function robotsText(root: string | undefined): string {
  const maps = root ? languages.map((language) => `Sitemap: ${root}${pathOf(language)}sitemap.xml\n`) : []
  return ['User-agent: *\nAllow: /\n', maps.join('')].filter(Boolean).join('\n')
}
