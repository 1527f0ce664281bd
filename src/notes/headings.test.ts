import { expect, test } from 'vitest'
import { headings } from './headings.ts'

test('what looks like a heading inside a fence is none', () => {
  expect(headings('```bash\n## comment\n```\n## real {/* #real */}')).toEqual([
    { line: 4, level: 2, title: 'real', id: 'real' },
  ])
})
