import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashOf } from '../../island/hash.ts'
import { type Code, isCode } from './code.ts'
import { LinkError, linkText, longestLinked, codeIn as read } from './link.ts'

beforeAll(() => void vi.stubGlobal('document', { documentElement: { lang: 'en' } }))
afterAll(() => void vi.unstubAllGlobals())

const code: Code = { of: '0badcafe', texts: { 'a.ts': 'export const a = 1 // 会话\n' } }

const codeIn = (text: string) => read(text, isCode)

/** Makes the text of a link of bytes that are compressed here. */
async function linkOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const text = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')
  return `1${text}${hashOf(text)}`
}

test('any code that is put into a link is read from it unchanged', async () => {
  const texts = fc.dictionary(fc.string(), fc.string({ unit: 'binary', maxLength: 500 }))
  await fc.assert(
    fc.asyncProperty(fc.string(), texts, async (of, texts) => {
      const text = await linkText({ of, texts })
      expect(text).toMatch(/^1[\w-]+$/)
      expect(await codeIn(text)).toEqual({ of, texts })
    }),
  )
})

test('whatever is in an address instead of code, the reader gets a message', async () => {
  const broken = async (text: string) => {
    const error = await codeIn(text).catch((error) => error)
    expect(error, text).toBeInstanceOf(LinkError)
    expect(error.message).toContain('The link is incomplete')
  }
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), broken))
  const withHash = (text: string) => broken(`1${text}${hashOf(text)}`)
  await fc.assert(fc.asyncProperty(fc.base64String(), withHash))
  const withJson = async (json: string) => broken(await linkOf(new TextEncoder().encode(json)))
  await fc.assert(fc.asyncProperty(fc.json(), withJson))
})

test('a link that has lost its end, or a character on the way, is not opened', async () => {
  const text = await linkText(code)
  for (let length = 0; length < text.length; length += 1)
    await expect(codeIn(text.slice(0, length))).rejects.toThrow('incomplete')
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === 'x' ? 'y' : 'x'
    await expect(codeIn(text.slice(0, at) + other + text.slice(at + 1))).rejects.toThrow('altered')
  }
})

test('bytes that are not UTF-8 are refused', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(code))
  expect(await codeIn(await linkOf(bytes))).toEqual(code)
  bytes[bytes.indexOf('='.charCodeAt(0))] = 0xff
  await expect(codeIn(await linkOf(bytes))).rejects.toThrow(LinkError)
})

test('code that is too long makes no link; a link with more, however small it is, is not unpacked', async () => {
  const ofLength = (length: number) => ({ ...code, texts: { 'a.ts': 'a'.repeat(length) } })
  await expect(linkText(ofLength(longestLinked))).rejects.toThrow('too long')

  const bomb = await linkOf(new TextEncoder().encode(JSON.stringify(ofLength(50_000_000))))
  expect(bomb.length).toBeLessThan(100_000)
  const unpacked = vi.spyOn(TextDecoder.prototype, 'decode')
  await expect(codeIn(bomb)).rejects.toThrow(LinkError)
  const bytes = unpacked.mock.calls.map(([part]) => part?.byteLength ?? 0)
  unpacked.mockRestore()
  expect(Math.max(...bytes)).toBeGreaterThan(0)
  expect(bytes.reduce((sum, count) => sum + count)).toBeLessThan(3 * longestLinked)
})

test('the longest code that may be passed on makes a link that can be read', async () => {
  // Characters that do not compress, and take three bytes each.
  let state = 1
  const character = () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCodePoint(0x4e00 + (state % 0x5000))
  }
  const room = longestLinked - JSON.stringify({ ...code, texts: { a: '' } }).length
  const texts = { a: Array.from({ length: room }, character).join('') }
  expect(await codeIn(await linkText({ ...code, texts }))).toEqual({ ...code, texts })
})
