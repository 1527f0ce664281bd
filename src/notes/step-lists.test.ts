import { expect, test } from 'vitest'
import { listPage, withStepLists } from './step-lists.ts'

const read = (address: string) => {
  if (address !== 'walk/steps/a--b.html') throw new Error(address)
  return `<html>${listPage('<h1>Steps</h1>', '<ol><li><a class="walk__place" href="/x/#walk-a.1">a.ts:1</a> one</li></ol><svg></svg>')}<footer></footer></html>`
}

test.each([
  '<a class=walk__all href=/notes/en/walk/steps/a--b.html>All 2 steps</a>',
  '<a class="walk__all" href="/walk/steps/a--b.html">All 2 steps</a>',
])('the list stands in the place of the link to it, without links to the page itself: %s', (link) => {
  expect(withStepLists(`<p>x</p>${link}<a href=/y/>y</a>`, read)).toBe(
    '<p>x</p><details class="walk__list"><summary>All 2 steps</summary><ol><li><span class="walk__place">a.ts:1</span> one</li></ol><svg></svg></details><a href=/y/>y</a>',
  )
})
