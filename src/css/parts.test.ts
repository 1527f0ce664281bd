import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parts, partsOf } from './parts.ts'

test('a page needs the parts whose classes it has, in the order of the style sheet', () => {
  expect(partsOf('<p class=term>a</p><svg class="x mesh"></svg><ul class="markdown counts--told">')).toEqual({
    files: ['tables/tables.css', 'mesh/mesh.css'],
    first: '<p class=term>a</p>'.length,
  })
  expect(partsOf('<p>class=mesh</p><p class=meshes>')).toEqual({ files: [], first: 33 })
})

test.each(parts.map(({ file }) => file))('%s styles nothing on a page without it', (file) => {
  const text = readFileSync(`src/${file}`, 'utf8').replace(/\/\*.*?\*\//gs, '')
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, list = '']) => list.split(/,(?![^()]*\))/))
  const lost = selectors.filter((selector) => {
    const classes = [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)
    return classes.length > 0 && !classes.some((name) => partsOf(`<p class=${name}>`).files.includes(file))
  })
  expect(lost).toEqual([])
})
