import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../../reference/languages.ts'
import { codeDigest, inTurn, onDisk, removeUnused } from './on-disk.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'on-disk-'))

test('a result is found by all that it depends on, and by nothing else', () => {
  const folder = newFolder()
  onDisk('sums', ['1', '23'], folder).write(new Map([['sum', 24]]))
  expect(onDisk('sums', ['1', '23'], folder).read()).toEqual(new Map([['sum', 24]]))
  expect(onDisk('sums', ['12', '3'], folder).read()).toBeUndefined()
  expect(onDisk('sums', ['1', '23', ''], folder).read()).toBeUndefined()
  expect(onDisk('products', ['1', '23'], folder).read()).toBeUndefined()
})

test('a damaged file is no result', () => {
  const folder = newFolder()
  const place = onDisk('sums', ['1'], folder)
  place.write(24)
  const [name = ''] = readdirSync(join(folder, 'sums'))
  writeFileSync(join(folder, 'sums', name), 'damaged')
  expect(place.read()).toBeUndefined()
})

test('what was not used for a week is removed, and what is read counts as used', () => {
  const folder = newFolder()
  const weekAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000)
  const places = ['read', 'not read'].map((name) => onDisk('sums', [name], folder))
  for (const place of places) place.write(24)
  for (const name of readdirSync(join(folder, 'sums')))
    utimesSync(join(folder, 'sums', name), weekAgo, weekAgo)
  places[0]?.read()
  removeUnused(folder)
  expect(places.map((place) => place.read())).toEqual([24, undefined])
})

test('without a folder that can be written, the result is returned and not kept', () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  const place = onDisk('sums', ['1'], file)
  expect([place.write(24), place.read()]).toEqual([24, undefined])
})

test('builds in two languages go through a list from its two ends', () => {
  const [first = '', second = ''] = languages
  expect(inTurn([1, 2, 3], first)).toEqual([1, 2, 3])
  expect(inTurn([1, 2, 3], second)).toEqual([3, 2, 1])
})

test('the digest of the code is the same until the code changes', () => {
  expect(codeDigest()).toBe(codeDigest())
})
