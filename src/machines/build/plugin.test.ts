import { expect, test } from 'vitest'
import { markdownPath } from '../addresses.ts'
import { markdownAddress } from './plugin.ts'

test('the Markdown of a page is at its address, with .md in place of the last slash', () => {
  expect(['', 'ops/', 'ops/new-session/'].map(markdownPath)).toEqual([
    'index.md',
    'ops.md',
    'ops/new-session.md',
  ])
})

test.each([
  ['/site/en/ops/#when', '/site/en/ops.md#when'],
  ['#when', '/site/en/learn.md#when'],
  ['/site/en/', '/site/en/index.md'],
  ['/site/', '/site/index.md'],
  ['/site/ops/', '/site/ops.md'],
  ['/site/en/run/a.js', '/site/en/run/a.js'],
  ['https://b.example/c/', 'https://b.example/c/'],
])('in Markdown, the link %s of /site/en/learn/ is %s', (href, address) => {
  expect(markdownAddress(href, '/site/en/learn/', '/site/en/', '')).toBe(address)
})

test('links are whole where the address of the site is known', () => {
  expect(markdownAddress('/ops/', '/', '/', 'https://a.example')).toBe('https://a.example/ops.md')
})
