import { expect, test } from 'vitest'
import { checkVoice, proseOf } from './voice.ts'

const page = `---
title: A page
---

A *paragraph* with \`code\`
of two lines.

<Example of="a" test="a-key" />

| cell | \`more code\` |
| --- | --- |
`

test('the prose of a page has its front matter, and neither code nor attributes', () => {
  const lines = proseOf('docs/a.mdx', page).filter(({ text }) => text.trim())
  expect(lines).toContainEqual({ text: 'title: A page', place: 'docs/a.mdx:2' })
  expect(lines).toContainEqual({ text: 'of two lines.', place: 'docs/a.mdx:6' })
  expect(lines).toContainEqual({ text: '| cell | ', place: 'docs/a.mdx:10' })
  expect(lines.map(({ text }) => text).join()).not.toMatch(/code|a-key/)
})

test('no text of the site has a word that is refused', () => {
  expect(checkVoice('.')).toEqual([])
})
