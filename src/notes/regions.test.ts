import { expect, test } from 'vitest'
import { countImportLines, findImports, findTests } from './regions.ts'

test('a test is found wherever it stands, with the comment right above it', () => {
  const source = `import { test } from 'vitest'

// This comment is of the file.

// This one is of the test.
test('first', () => {})

describe('in here', () => {
  it.skip("second", () => {
  })
  test.each([1, 2])('third, %d', () => {})
})
`
  expect(findTests('a.test.ts', source)).toMatchObject([
    { title: 'first', firstLine: 5, lastLine: 6 },
    { title: 'second', firstLine: 9, lastLine: 10 },
    { title: 'third, %d', firstLine: 11, lastLine: 11 },
  ])
})

test('a title must be written out, or no page could name it', () => {
  expect(() => findTests('a.test.ts', 'const title = 1\ntest(title, () => {})')).toThrow(
    "a.test.ts:2: a test's title is written out, as a string",
  )
})

test('two tests of one title are one too many', () => {
  expect(() => findTests('a.test.ts', "test('same', f)\ntest('same', f)")).toThrow(
    'a.test.ts:2: line 1 has a test of the same title, "same"',
  )
})

test('the imports with which a file begins are counted in lines, up to the first other statement', () => {
  const source =
    "import { a } from './a.ts'\nimport {\n  b,\n} from './b.ts'\n\n/** x */\nconst x = 1\nimport './c.ts'"
  expect(countImportLines(source)).toBe(4)
  expect(countImportLines("import './a.ts'\n")).toBe(1)
  expect(countImportLines('const x = 1')).toBe(0)
  expect(countImportLines("/** A file. */\n\nimport './a.ts'")).toBe(0)
})

test('imports of types alone are no imports', () => {
  const source = "import type { A } from './a.ts'\nimport { b } from './b.ts'\nexport * from './c.ts'"
  expect(findImports(source)).toEqual(['./b.ts', './c.ts'])
})
