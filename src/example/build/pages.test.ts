import { describe, expect, test } from 'vitest'
import { checkAllShown, checkNames, checkPages, checkPair, findMentions } from './pages.ts'
import { readExamples, type Unit } from '../../sandbox/build/units.ts'

const region = (title: string, line: number) => ({
  title,
  start: 0,
  end: 0,
  firstLine: line,
  lastLine: line,
})
const unit: Unit = {
  name: 'new-session',
  implementation: 'examples/fullmesh/new-session.ts',
  testFile: 'examples/fullmesh/new-session.test.ts',
  tests: [region('it announces', 3), region('it falls back', 9)],
}

describe('what a page shows', () => {
  test('is found by the parser, not by looking like it', () => {
    const page = `---
title: A page
---

Text, and \`<Example of="in code" />\`.

<Example of="new-session" />

> - <Example of="new-session" test="it “announces” {2}" />

\`\`\`mdx
<Example of="in a block" />
\`\`\`
{/* <Example of="in a comment" /> */}
`
    expect(findMentions('docs/a.mdx', page)).toEqual([
      { page: 'docs/a.mdx', line: 7, of: 'new-session' },
      { page: 'docs/a.mdx', line: 9, of: 'new-session', test: 'it “announces” {2}' },
    ])
  })

  test.each([
    ['<Example of={name} />', 'docs/a.mdx:1: <Example> takes of="…" and test="…", as plain strings'],
    ['\n<Example for="x" />', 'docs/a.mdx:2: <Example> takes of="…" and test="…", as plain strings'],
    ['<Example test="x" />', 'docs/a.mdx:1: <Example> needs of="…", the name of an example'],
  ])('%s is refused', (page, message) => {
    expect(() => findMentions('docs/a.mdx', page)).toThrow(message)
  })
})

test('an unknown example is answered with the nearest names', () => {
  expect(checkNames([{ page: 'docs/a.mdx', line: 7, of: 'new-sesion' }], [unit])).toEqual([
    'docs/a.mdx:7: there is no example "new-sesion" (nearest: "new-session")',
  ])
})

test('an unknown test is answered with the nearest titles', () => {
  const mention = { page: 'docs/a.mdx', line: 7, of: 'new-session', test: 'it fall back' }
  expect(checkNames([mention], [unit])).toEqual([
    'docs/a.mdx:7: examples/fullmesh/new-session.test.ts has no test "it fall back" (nearest: "it falls back", "it announces")',
  ])
})

test('a test that no page shows is named with its line', () => {
  const mention = { page: 'docs/a.mdx', line: 7, of: 'new-session', test: 'it announces' }
  expect(checkAllShown([mention], [unit])).toEqual([
    'examples/fullmesh/new-session.test.ts:9: no page shows the test "it falls back"',
  ])
})

test('a page that shows a whole unit shows all its tests', () => {
  expect(checkAllShown([{ page: 'docs/a.mdx', line: 7, of: 'new-session' }], [unit])).toEqual([])
})

test('a page and its pair show the same examples in the same order', () => {
  const whole = { page: 'docs/a.mdx', line: 7, of: 'new-session' }
  const one = { ...whole, line: 9, test: 'it announces' }
  expect(checkPair('docs/a.mdx', [whole, one], 'en/a.mdx', [whole, one])).toEqual([])
  expect(checkPair('docs/a.mdx', [whole, one], 'en/a.mdx', [{ ...one, line: 5 }, whole])).toEqual([
    'docs/a.mdx:7 shows "new-session", en/a.mdx:5 shows "new-session", "it announces": a page and its pair show the same examples',
  ])
  expect(checkPair('docs/a.mdx', [whole], 'en/a.mdx', [])).toEqual([
    'docs/a.mdx:7 shows "new-session", en/a.mdx shows no more: a page and its pair show the same examples',
  ])
})

test('the pages of this site name their examples rightly, and show every test', () => {
  expect(checkPages('.', readExamples('examples').units)).toEqual([])
})
