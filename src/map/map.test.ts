import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { symbols } from '../../examples/reference/symbols.ts'
import { arrows, boxes } from './map.ts'

const { files, edges }: { files: string[]; edges: [number, string, number, string, ...unknown[]][] } =
  JSON.parse(readFileSync('reference/callgraph-edges.json', 'utf8'))

test('every arrow of the map is a call in the reference, made at the line it names', () => {
  const calls = new Set(
    edges
      .filter(([file]) => files[file] === 'net/mptcp/mptcp_fullmesh.c')
      .map(([, caller, line, callee]) => `${caller}:${line} ${callee}`),
  )

  const unknown = arrows
    .map(({ from, to, line, by }) => `${from}:${line} ${by ?? to}`)
    .filter((call) => !calls.has(call))
  expect(unknown).toEqual([])
})

test('every arrow leads from one box to another', () => {
  const ids = boxes.map(({ id }) => id)
  expect(arrows.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.includes(id))).toEqual([])
})

test('every box is a symbol of the C file', () => {
  const names: string[] = symbols.map(({ name }) => name.replace(/^struct /, ''))
  expect(boxes.map(({ id }) => id).filter((id) => !names.includes(id))).toEqual([])
})
