import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { codeDigest, once, onDisk, removeUnused } from './on-disk.ts'

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

test('of the programs at the same time one computes, and the others wait for its result', async () => {
  const place = onDisk<number>('sums', ['once'], newFolder())
  const compute = vi.fn(() => 24)
  const computeAgain = vi.fn(() => 25)
  expect(await Promise.all([once(place, compute), once(place, computeAgain)])).toEqual([24, 24])
  expect(computeAgain).not.toHaveBeenCalled()
})

test('what one program could not compute, the next tries to compute', async () => {
  const place = onDisk<number>('sums', ['fails'], newFolder())
  const fail = () => Promise.reject(new Error('too large'))
  await expect(once(place, fail)).rejects.toThrow('too large')
  expect(await once(place, () => 24)).toBe(24)
})

test('the claim of a program that was ended, or that is too old, does not count', async () => {
  const folder = newFolder()
  const place = onDisk<number>('sums', ['1'], folder)
  place.claim()
  const [claim = ''] = readdirSync(join(folder, 'sums')).map((name) => join(folder, 'sums', name))
  writeFileSync(claim, String(spawnSync('true').pid))
  expect(await once(place, () => 24)).toBe(24)

  const other = onDisk<number>('sums', ['2'], folder)
  other.claim()
  const [old = ''] = readdirSync(join(folder, 'sums')).filter((name) => name.endsWith('.claim'))
  const hourAgo = new Date(Date.now() - 60 * 60 * 1000)
  utimesSync(join(folder, 'sums', old), hourAgo, hourAgo)
  expect(await once(other, () => 25)).toBe(25)
})

test('without a folder that can be written, every program computes', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  expect(await once(onDisk<number>('sums', ['1'], file), () => 24)).toBe(24)
})

test('the digest of the code is the same until the code changes', () => {
  expect(codeDigest()).toBe(codeDigest())
})
