import { expect, test } from 'vitest'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { fullMesh } from './ops.ts'

test('the nine ops have eight functions: two ops share the one that queues the work', () => {
  const { name, ...ops } = fullMesh

  expect(name).toBe('fullmesh')
  expect(Object.keys(ops)).toHaveLength(9)
  expect(new Set(Object.values(ops)).size).toBe(8)
  expect(ops.fullyEstablished).toBe(fullMeshCreateSubflows)
  expect(ops.newRemoteAddress).toBe(fullMeshCreateSubflows)
})
