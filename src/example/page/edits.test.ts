import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Edits, linkedEdits, ownEdits } from './edits.ts'
import { LinkError, linkText } from './link.ts'

const [module, tests] = ['examples/fullmesh/a.ts', 'examples/fullmesh/a.test.ts']
const page = new Map([
  [module, 'export const a = 1'],
  [tests, 'test(a)'],
])
/** The page after its code has changed. */
const later = new Map([...page, [module, 'export const a = 2']])

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  })
})
afterEach(() => void vi.unstubAllGlobals())

const textsOf = ({ texts }: Edits) => [...texts.values()]

test('a change is there on the next visit, with a sentence that says so', () => {
  const first = ownEdits('a.ts', page)
  expect(textsOf(first)).toEqual([...page.values()])
  expect(first.note(false)).toBe('')
  first.change(module, 'export const a = 3')
  expect(first.note(false)).toBe('')

  const next = ownEdits('a.ts', page)
  expect(textsOf(next)).toEqual(['export const a = 3', 'test(a)'])
  expect(next.note(false)).toMatch(/^Your earlier change is open; .* Reset brings back/)
  expect(next.note(false)).not.toContain('has changed since')
  expect(ownEdits('b.ts', page).isChanged).toBe(false)
})

test('if the code of the page has changed meanwhile, the sentence says so; files without a change are new', () => {
  ownEdits('a.ts', page).change(tests, 'test(a, 3)')
  const next = ownEdits('a.ts', later)
  expect(textsOf(next)).toEqual(['export const a = 2', 'test(a, 3)'])
  expect(next.note(false)).toContain('The code of the page has changed since then.')
})

test('a text that is as on the page again is not kept, and neither is one after Reset', () => {
  const edits = ownEdits('a.ts', page)
  edits.change(module, 'x')
  expect(stored.size).toBe(1)
  edits.change(module, 'export const a = 1')
  expect(stored.size).toBe(0)
  edits.change(module, 'x')
  edits.forget()
  expect(stored.size).toBe(0)
  edits.keep()
  expect(ownEdits('a.ts', page).isChanged).toBe(true)
})

test('a browser that cannot keep a change says so', () => {
  vi.stubGlobal('localStorage', undefined)
  const edits = ownEdits('a.ts', page)
  edits.change(module, 'x')
  expect(edits.note(false)).toBe('This browser cannot keep your change: it is lost when the page is closed.')
  edits.change(module, 'export const a = 1')
  expect(edits.note(false)).toBe('')
})

/** Returns the part of a link with code that another reader has changed. */
async function linkWith(text: string, of = page): Promise<string> {
  stored.clear()
  const edits = ownEdits('a.ts', of)
  edits.change(module, text)
  const link = await linkText(edits.code)
  stored.clear()
  return link
}

test('the code of a link says that it is not of the site; that it has not been run, until it has', async () => {
  const edits = await linkedEdits('a.ts', page, await linkWith('from a link'))
  expect(textsOf(edits)).toEqual(['from a link', 'test(a)'])
  expect(edits.note(false)).toBe(
    'This code comes from a link. It is not part of this site. It has not been run.',
  )
  expect(edits.note(true)).toBe('This code comes from a link. It is not part of this site.')
  const outdated = await linkedEdits('a.ts', later, await linkWith('from a link'))
  expect(outdated.note(true)).toContain('has changed since')
})

test('a link and a change of the reader’s own never replace each other', async () => {
  const link = await linkWith('from a link')
  ownEdits('a.ts', page).change(module, 'my own')
  const linked = await linkedEdits('a.ts', page, link)
  expect(linked.note(false)).toContain('Your own change is still kept')
  linked.change(module, 'from a link, and changed')

  expect(textsOf(ownEdits('a.ts', page))).toEqual(['my own', 'test(a)'])
  const again = await linkedEdits('a.ts', page, link)
  expect(textsOf(again)).toEqual(['from a link, and changed', 'test(a)'])
  expect(again.note(false)).toContain('with your later changes')
  again.forget()
  expect(textsOf(await linkedEdits('a.ts', page, link))).toEqual(['from a link', 'test(a)'])
})

test('a link with what the reader has written himself opens as his own change', async () => {
  const link = await linkWith('my own')
  ownEdits('a.ts', page).change(module, 'my own')
  expect((await linkedEdits('a.ts', page, link)).note(false)).toContain('Your earlier change is open')
})

test('a link that cannot be read opens nothing', async () => {
  await expect(linkedEdits('a.ts', page, 'x')).rejects.toThrow(LinkError)
})

test('what is copied is the changed file; of several files, each below its name', () => {
  const edits = ownEdits('a.ts', page)
  edits.change(module, 'one')
  expect(edits.copy).toBe('one')
  edits.change(tests, 'two')
  expect(edits.copy).toBe('// a.ts\none\n\n// a.test.ts\ntwo\n')
})
