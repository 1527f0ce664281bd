import { h } from 'preact'
import { expect, test } from 'vitest'
import { buildElement, nodeOf } from './built-element.ts'

const built = buildElement(
  h('figure', { class: 'a', 'data-of': 'x "y"' } as object, h('b', null, '1 < 2'), ' & 3'),
)

test('an element is its tag, its attributes, and its content as HTML, whose text is escaped', () => {
  expect(built).toEqual({
    tag: 'figure',
    attributes: { class: 'a', 'data-of': 'x "y"' },
    html: '<b>1 &lt; 2</b> &amp; 3',
  })
})

test('the node of a page has the element as the data of its component', () => {
  const [data] = nodeOf(built).attributes
  expect(JSON.parse(data?.value.value ?? '')).toEqual(built)
  expect(data?.value.data.estree.body).toMatchObject([{ expression: { type: 'ObjectExpression' } }])
})
