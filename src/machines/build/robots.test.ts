import { expect, test } from 'vitest'
import { robotsText } from './robots.ts'

test('search engines may read everything, and find a map of the site for each language', () => {
  expect(robotsText('https://a.example/notes/')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://a.example/notes/sitemap.xml\nSitemap: https://a.example/notes/en/sitemap.xml\n',
  )
})

test('a site whose address is not known names no map', () => {
  expect(robotsText(undefined)).toBe('User-agent: *\nAllow: /\n')
})
