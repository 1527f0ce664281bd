import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { mostBytes, placeIn, readCFile } from './c-file.ts'
import { testCFile } from './test-c-file.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Reads the test file, or another text, as if the test file were the reference. */
const read = (text = testCFile()) =>
  readCFile(bytesOf(text), createHash('sha256').update(testCFile()).digest('hex'))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('in the same version a place is the line itself', async () => {
  const file = await read()
  expect(file.version).toBe('same')
  expect(placeIn(file, 'full_mesh_new_session', 1287)).toEqual({ lines: [1242, 1354], line: 1287 })
})

test('for a line of the other twin, the place is the first line of this one', async () => {
  const file = await read()
  expect(placeIn(file, 'mptcp_addv6_raddr', 144)).toEqual({ lines: [200, 253], line: 200 })
})

test('in another version the place is the function, without a line', async () => {
  const file = await read(testCFile({ shift: 100, without: 'add_pm_event' }))
  expect(file.version).toBe('other')
  expect(placeIn(file, 'full_mesh_new_session', 1287)).toEqual({ lines: [1342, 1454] })
  expect(placeIn(file, 'add_pm_event', 1035)).toBeUndefined()
})

test('one byte makes it another version', async () => {
  expect((await read(`${testCFile()}\n`)).version).toBe('other')
})

test('if the browser computes no sha256, the version is `unchecked`, and the place has no line', async () => {
  vi.stubGlobal('crypto', {})
  const file = await read()
  expect(file.version).toBe('unchecked')
  expect(placeIn(file, 'full_mesh_new_session', 1287)).toEqual({ lines: [1242, 1354] })
})

test('lines may end with CR LF', async () => {
  const file = await read(testCFile().replaceAll('\n', '\r\n'))
  expect(placeIn(file, 'fm_get_ns', 107)).toEqual({ lines: [107, 110] })
})

test.each([
  ['more than 2 MiB', new Uint8Array(mostBytes + 1), 'tooLarge'],
  ['more lines than can be drawn', bytesOf('\n'.repeat(20_001)), 'tooLarge'],
  ['a picture', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]), 'notText'],
  ['one endless line', bytesOf('int f(void) {}'.repeat(500)), 'notText'],
  ['a page of HTML', bytesOf('<!doctype html>\n<title>Sign in</title>\n'), 'noFunctions'],
  ['nothing', new Uint8Array(), 'noFunctions'],
])('%s is no C file', async (_, bytes, problem) => {
  await expect(readCFile(bytes)).rejects.toMatchObject({ problem })
})
