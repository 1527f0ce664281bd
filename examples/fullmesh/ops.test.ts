import { expect, test } from 'vitest'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { fullMesh } from './ops.ts'

test('nine ops, eight functions: two ops open subflows', () => {
  const { name, ...ops } = fullMesh

  expect(name).toBe('fullmesh')
  expect(Object.keys(ops)).toHaveLength(9)
  expect(new Set(Object.values(ops)).size).toBe(8)
  expect(ops.fullyEstablished).toBe(fullMeshCreateSubflows)
  expect(ops.newRemoteAddress).toBe(fullMeshCreateSubflows)
})
