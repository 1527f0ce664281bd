import { expect, test } from 'vitest'
import { withoutComments } from './comments.ts'

test('comments are removed, lines keep their numbers', () => {
  const source = `/** What it
 * is for. */
export const a = 1 // why

/* here */ const b = /* and here */ 2
`
  expect(withoutComments(source)).toBe('\n\nexport const a = 1\n\nconst b = 2\n')
})

test('indentation is removed, except inside a template literal', () => {
  const source = 'if (a) {\n    b(`\n    c`)\n}\n'
  expect(withoutComments(source)).toBe('if (a) {\nb(`\n    c`)\n}\n')
})

test('text that only looks like a comment is kept', () => {
  const source = `const a = '// no'\nconst b = \`/* no */ \${a /* yes */} // no\`\nconst c = /\\/\\/ no/\n`
  expect(withoutComments(source)).toBe(source.replace('/* yes */', ''))
})
