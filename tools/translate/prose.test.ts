import { readFileSync } from 'node:fs'
import { createProcessor } from '@mdx-js/mdx'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { maskMarkup } from './mask.ts'
import { proseOf } from './prose.ts'

const sample = readFileSync(new URL('./fixtures/sample.mdx', import.meta.url), 'utf8')

test('what is left as prose is what the parser of MDX finds as text', () => {
  let parsed = ''
  visit(createProcessor({ format: 'mdx' }).parse(sample), (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parsed += node.value
    if (node.type === 'image') parsed += node.alt
  })
  expect(parsed).toContain('也有中文')
  expect(proseOf(maskMarkup(sample))).toBe(proseOf(parsed))
})

test('every character that is left keeps its place, and every line its number', () => {
  const masked = maskMarkup(sample)
  expect(masked).toHaveLength(sample.length)
  expect([...masked].every((char, index) => char === sample[index] || char === ' ')).toBe(true)
  expect(masked.split('\n')).toHaveLength(sample.split('\n').length)
})
