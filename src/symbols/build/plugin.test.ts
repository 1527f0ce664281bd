import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { symbols } from '../../../examples/reference/symbols.ts'
import { symbolList } from '../Symbols.tsx'
import { wordsIn } from '../words.ts'
import { parts } from './parts.ts'
import { knownSymbols } from './plugin.ts'

const known = knownSymbols('.', 'en', '/en/', {
  walks: [
    {
      place: 'notifiers/events.mdx#walk-merge',
      title: { en: 'two events', zh: '两个事件' },
      functions: new Set(['add_pm_event']),
    },
  ],
  places: new Map([['inetaddr-01', 'notifiers/inetaddr.mdx#call-stack-inetaddr-01']]),
})
const entryOf = (name: string) => known.find(({ symbol }) => symbol.name === name)

test('every symbol is in one part of the page', () => {
  const kinds = Object.values(parts).flat()
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(symbols.filter(({ kind }) => kinds.includes(kind))).toHaveLength(known.length)
})

test('an entry says who calls the function, at which lines, in this file and in others', () => {
  const { callers = [], callees = [] } = entryOf('full_mesh_create_subflows') ?? {}
  expect(callers.map(({ name, lines }) => [name, lines])).toEqual([
    ['mptcp_address_worker', [906]],
    ['full_mesh_release_sock', [1431, 1475]],
    ['full_mesh_delete_subflow', [1755]],
    ['mptcp_path_array_check', [2107]],
    ['mptcp_become_fully_estab', [53]],
  ])
  expect(callers.at(-1)).toMatchObject({ pointer: 'fully_established', file: 'net/mptcp/mptcp_input.c' })
  expect(callees.map(({ name }) => name)).toEqual(['fullmesh_get_priv'])
})

test('the entry of a field says which functions write and read it, at which lines', () => {
  const { writers = [], readers = [] } = entryOf('struct fullmesh_priv.subflow_work') ?? {}
  expect(writers.map(({ name, ranges }) => [name, ranges])).toEqual([
    ['full_mesh_new_session', [[1292, 1292]]],
    ['full_mesh_create_subflows', [[1369, 1372]]],
  ])
  expect(readers.map(({ id }) => id)).toEqual(['create_subflow_worker'])
  const html = renderToString(symbolList(known, wordsIn('en')))
  expect(html).toContain('<dt>Written by</dt><dd><a href="#full_mesh_new_session">')
})

test('every field that a function uses is written or read by one', () => {
  const unused = known.filter(
    ({ symbol: { kind }, writers, readers }) => kind === 'field' && writers.length + readers.length === 0,
  )
  expect(unused.map(({ symbol }) => symbol.name)).toEqual([])
})

test('an entry leads to the page, to the module that the page shows, and to the walks', () => {
  const entry = entryOf('add_pm_event')
  expect(entry?.page.href).toBe('/en/notifiers/events/')
  expect(entry?.model).toMatchObject({ href: '/en/notifiers/events/#address-event.ts' })
  expect(entry?.walks).toEqual([{ href: '/en/notifiers/events/#walk-merge', text: 'two events' }])
})

test('two call stacks with one summary are told apart by their families', () => {
  const ids = ['get_local_id-01', 'get_local_id-03', 'get_local_id-08']
  const places = new Map(ids.map((id) => [id, `call-stacks/wire.mdx#call-stack-${id}`]))
  const [entry] = knownSymbols('.', 'en', '/en/', { walks: [], places }).filter(
    ({ symbol }) => symbol.name === 'full_mesh_get_local_id',
  )
  const texts = entry?.stacks.map(({ text }) => text.replace(/.* (?=\S+$)/, '')).sort()
  expect(texts).toEqual(['(IPv4)', '(IPv6)', 'socket'])
  expect(entry && renderToString(symbolList([entry], wordsIn('en')))).toContain(
    '<summary>3 call stacks</summary>',
  )
})

test('an entry has the id of its symbol, and leads to the entries of its callers', () => {
  const html = renderToString(symbolList(known, wordsIn('en')))
  expect(html).toContain('<li id="fullmesh_rem4.port">')
  expect(html).toContain('<a href="#mptcp_address_worker">')
})
