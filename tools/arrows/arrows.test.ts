import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inCycles } from './cycles.ts'
import { betweenElements, fileCycles, folderCycles, upwards, withoutLayer } from './folders.ts'
import { type Import, importsIn, readImports } from './imports.ts'
import { draw, pictureFile } from './picture.ts'

const imports = readImports('.', ['src', 'examples', 'reference', 'tools'])

test('no folder imports itself by way of others, types included', () => {
  expect(imports.length).toBeGreaterThan(300)
  expect(folderCycles(imports)).toEqual([])
})

test('no file imports itself by way of others, types excepted', () => {
  expect(fileCycles(imports)).toEqual([])
})

test('every folder is in a layer', () => {
  expect(withoutLayer(imports)).toEqual([])
  expect(withoutLayer(made('src/map/a.ts → src/helpers/b.ts'))).toEqual(['src/helpers'])
})

test('no element of a page imports another', () => {
  expect(betweenElements(imports)).toEqual([])
})

test('nothing is imported from a higher layer: the model imports no facts, shared folders no element, the site no tools', () => {
  expect(upwards(imports)).toEqual([])
})

test('the picture of the arrows shows the imports as they are', () => {
  expect(readFileSync(pictureFile, 'utf8'), 'npm run arrows draws it anew').toBe(draw(imports))
})

test('the edges of a cycle are found, and no others', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
    ['c', 'd'],
    ['d', 'd'],
  ] as const
  expect(inCycles(edges)).toEqual([
    ['b', 'c'],
    ['c', 'b'],
  ])
})

test('an import is found in every form, and whether it is of types only', () => {
  const source = `
import a from './a.ts'
import { type B } from '../b.ts'
import type { C } from './c.ts'
import { type D, d } from './d.ts'
export { e } from './e.ts'
import './f.css'
import package from 'package'
const g = (await import('./g.ts')) as typeof import('./h.ts')
const i = new URL('./i.ts', import.meta.url)`
  const found = importsIn('x/y.ts', source)
  expect(found.filter(({ isType }) => isType).map(({ to }) => to)).toEqual(['b.ts', 'x/c.ts', 'x/h.ts'])
  expect(found.filter(({ isType }) => !isType).map(({ to }) => to)).toEqual(
    ['a.ts', 'd.ts', 'e.ts', 'f.css', 'g.ts', 'i.ts'].map((name) => `x/${name}`),
  )
})

/** Imports written as `a → b`, or `a ⇢ b` where only types are imported. */
function made(...lines: string[]): Import[] {
  return lines.map((line) => {
    const [from = '', arrow, to = ''] = line.split(' ')
    return { from, to, isType: arrow === '⇢' }
  })
}

test('a cycle of folders is reported by its imports, also where only types are imported', () => {
  const cycle = ['src/a/x.ts → src/b/y.ts', 'src/b/page/z.ts ⇢ src/a/x.ts']
  expect(folderCycles(made(...cycle, 'src/a/x.ts → src/c/z.ts'))).toEqual([
    'src/a/x.ts → src/b/y.ts',
    'src/b/page/z.ts → src/a/x.ts',
  ])
  expect(fileCycles(made(...cycle))).toEqual([])
})

test('the folders inside of an element are in no cycle either', () => {
  const cycle = ['src/a/x.ts → src/a/page/y.ts', 'src/a/page/z.ts → src/a/w.ts']
  expect(folderCycles(made(...cycle))).toEqual(cycle)
})

test('an import of another element, and one that leads upwards, is told', () => {
  const wrong = made(
    'src/map/a.ts ⇢ src/terms/b.ts',
    'examples/kernel/a.ts → src/map/b.ts',
    'src/map/a.ts → tools/b.ts',
    'src/notes/a.ts → src/map/b.ts',
  )
  expect(betweenElements(wrong)).toEqual(['src/map/a.ts → src/terms/b.ts'])
  expect(upwards(wrong)).toEqual([
    'examples/kernel/a.ts → src/map/b.ts',
    'src/map/a.ts → tools/b.ts',
    'src/notes/a.ts → src/map/b.ts',
  ])
})
