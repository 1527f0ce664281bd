import { expect, test } from 'vitest'
import { tagOf } from '../../../reference/languages.ts'
import { wordsIn } from '../words.ts'
import { feedOf } from './feed.ts'

const words = wordsIn(tagOf('en'))
const url = 'https://a.example/'
const site = { title: 'Notes', url, self: `${url}feed.xml`, language: tagOf('en') }
const page = {
  title: 'A & B',
  url: `${url}a/`,
  sections: new Map([
    ['', 'Beginning'],
    ['b', 'a < b'],
    ['c', 'C'],
  ]),
}

test('an entry names the changed sections in the order of the page, and leads to them', () => {
  const changes = [
    { page: 'a.mdx', time: '2026-01-02T10:00:00+01:00', sections: ['c', 'gone', 'b'] },
    { page: 'removed.mdx', time: '2026-01-01T10:00:00Z', sections: ['b'] },
  ]
  const feed = feedOf(changes, (file) => (file === 'a.mdx' ? page : undefined), site, words)
  expect(feed).toContain('<updated>2026-01-02T09:00:00.000Z</updated>')
  expect(feed.match(/<entry>/g)).toHaveLength(1)
  expect(feed).toContain('<title type="html"><![CDATA[A & B › a < b · C]]></title>')
  expect(feed).toContain('<id>https://a.example/a/?changed=2026-01-02</id>')
  expect(feed).toContain(
    '<ul><li><a href="https://a.example/a/#b">a &#60; b</a></li><li><a href="https://a.example/a/#c">C</a></li></ul>',
  )
})

test('the title of an entry names three sections, and says how many more have changed', () => {
  const sections = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, id]))
  const changes = [{ page: 'a.mdx', time: '2026-01-02T10:00:00Z', sections: [...sections.keys()] }]
  expect(feedOf(changes, () => ({ ...page, sections }), site, words)).toContain('A & B › a · b · c · +2]]>')
})

test('a feed without history is empty, and says why', () => {
  const feed = feedOf(undefined, () => page, site, words)
  expect(feed).not.toContain('<entry>')
  expect(feed).toContain(`<subtitle>${words.noHistory}</subtitle>`)
})

test('two feeds of the same changes are the same', () => {
  expect(feedOf([], () => page, site, words)).toBe(feedOf([], () => page, site, words))
})
