import { expect, test } from 'vitest'
import { symbols } from '../examples/reference/symbols.ts'
import { calls } from './calls.ts'
import { symbolId, symbolNamed } from './symbol-ids.ts'

test('every symbol has an id of its own, which can stand in an address', () => {
  const ids = symbols.map(({ name }) => symbolId(name))
  expect(new Set(ids).size).toBe(symbols.length)
  for (const id of ids) expect(id).toMatch(/^[\w.-]+$/)
})

test('a symbol is found by its name, as code writes it, and by its id', () => {
  expect(symbolNamed('add_pm_event()')).toBe('add_pm_event')
  expect(symbolNamed('struct fullmesh_rem4')).toBe('struct fullmesh_rem4')
  expect(symbolNamed('fullmesh_rem6.port')).toBe('struct fullmesh_rem6.port')
  expect(symbolNamed('create_on_err=1')).toBe('create_on_err')
  for (const { name } of symbols) expect(symbolNamed(symbolId(name))).toBe(name)
})

test('an op is found by its name, and a field of twins by its name alone', () => {
  expect(symbolNamed('new_session')).toBe('full_mesh_new_session')
  expect(symbolNamed('retry_bitfield')).toBe('struct fullmesh_rem4.retry_bitfield')
})

test('ordinary words, and names of the kernel that this file does not define, are no symbols', () => {
  for (const name of ['port', 'list', 'release_sock', 'release_sock()', 'connect()', 'constructor'])
    expect(symbolNamed(name)).toBeUndefined()
})

test('every call stands in a line of its caller', () => {
  const linesOf = (wanted: string) => symbols.find(({ name }) => name === wanted)?.lines ?? [0, 0]
  for (const [caller, line, callee] of calls) {
    const [first, last] = linesOf(caller)
    expect(line, `${caller} calls ${callee}`).toBeGreaterThan(first)
    expect(line, `${caller} calls ${callee}`).toBeLessThan(last)
  }
})
