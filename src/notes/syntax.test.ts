import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkSyntax } from './pages.ts'

test.each([
  [
    'an element that is not closed',
    'One.\n\n<Example of="a">\n\nTwo.',
    3,
    '<Example> is not closed: write <Example … /> (column 1)',
  ],
  [
    'HTML that is not closed',
    'One.\n\nA <b>c.',
    3,
    '<b> is not closed: add </b> in the same paragraph, or write \\<b> if it is text (column 3)',
  ],
  [
    'a sign that begins no tag',
    'One.\n\nAfter <5 ms.',
    3,
    'what follows < is not a complete tag; if it is text, write < as \\< (column 8)',
  ],
  [
    'a brace that is text',
    'One.\n\nThe set {1, }.',
    3,
    'what is between { and } is no JavaScript expression; if it is text, write { as \\{',
  ],
])('%s is reported where it is, with what to write', (_what, source, line, message) => {
  const root = mkdtempSync(join(tmpdir(), 'syntax-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'docs'))
  writeFileSync(join(root, 'docs/a.mdx'), `---\ntitle: A\n---\n\n${source}\n`)
  expect(checkSyntax(root)).toEqual([expect.stringContaining(`docs/a.mdx:${line + 4}: ${message}`)])
})
