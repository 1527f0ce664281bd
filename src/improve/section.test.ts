import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headings } from '../notes/headings.ts'
import { readPages } from '../notes/pages.ts'
import { sectionIn } from './section.ts'

const page = `---
title: A page
---
{/* from zh 00000000 own 11111111 */}

First words.

## One {/* #one */}

{/* from zh 22222222 own 33333333 */}

Words.

\`\`\`sh
## no heading
\`\`\`

### Two {/* #two */}

The end.
`

test('a section ends before the next heading of any level, and lines of code are no headings', () => {
  expect(sectionIn(page, '')?.text).toBe('---\ntitle: A page\n---\n\nFirst words.')
  expect(sectionIn(page, 'one')?.text).toBe('## One {/* #one */}\n\nWords.\n\n```sh\n## no heading\n```')
  expect(sectionIn(page, 'two')?.text).toBe('### Two {/* #two */}\n\nThe end.')
  expect(sectionIn(page, 'three')).toBeUndefined()
})

test('the mark of a translation is not in the text, and stays below the heading when the text changes', () => {
  expect(sectionIn(page, 'one')?.from).toBe('zh')
  expect(sectionIn(page, 'two')?.from).toBeUndefined()
  expect(sectionIn(page, 'one')?.replace('## Uno {/* #one */}\n\nParole.\n\n\n')).toBe(
    page.replace('## One', '## Uno').replace(/Words\.[\s\S]*?```\n\n/, 'Parole.\n\n'),
  )
  expect(sectionIn(page, '')?.replace('---\ntitle: Pagina\n---\n\nFirst words.')).toBe(
    page.replace('A page', 'Pagina'),
  )
})

test('a line of the text has the number that it has in the file', () => {
  const lines = page.split('\n')
  for (const id of ['', 'one', 'two']) {
    const section = sectionIn(page, id)
    for (const [index, line] of (section?.text ?? '').split('\n').entries()) {
      expect(lines[(section?.lineInFile(index + 1) ?? 0) - 1]).toBe(line)
    }
  }
})

test('every section of the site can be put back as it was', () => {
  let count = 0
  for (const { file, source } of readPages('.')) {
    for (const id of ['', ...headings(source).map(({ id = '' }) => id)]) {
      const section = sectionIn(source, id)
      expect(section?.replace(section.text), `${file}#${id}`).toBe(source)
      count += 1
    }
  }
  expect(count).toBeGreaterThan(700)
})

test('an edited file keeps its ends of lines and its end', () => {
  const lines = fc.array(fc.constantFrom('字', 'a', '', ' ', '\r'), { maxLength: 6 })
  fc.assert(
    fc.property(
      lines,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\n', '\n\n'),
      (made, end, tail) => {
        const source = `${page.trimEnd()}${tail}`.replaceAll('\n', end)
        const text = `### Two {/* #two */}\n\n${made.join('\n')}x\r\n`
        const edited = sectionIn(source, 'two')?.replace(text) ?? ''
        expect(edited.endsWith(`x${tail.replaceAll('\n', end)}`)).toBe(true)
        expect(edited.split('\n').every((line) => line.endsWith('\r') === (end === '\r\n') || !line)).toBe(
          end === '\n' || tail !== '',
        )
        expect(sectionIn(edited, 'one')?.text).toBe(sectionIn(page, 'one')?.text)
      },
    ),
  )
})
