import { expect, test } from 'vitest'
import { CompileError, compile } from './compile.ts'

test('compiled code keeps its lines', () => {
  const source = "import {\n  a,\n} from './a.ts'\n\ninterface B {\n  c: number\n}\nexport const d: B = a\n"
  const lines = compile('x.ts', source).split('\n')
  expect(lines[0]).toMatch(/^__define\("x\.ts",\(\)=>Error\(\),/)
  expect(lines[7]).toContain('const d')
})

test('an error has a line and a column', () => {
  let error: unknown
  try {
    compile('x.ts', 'const a = 1\nconst b = = 2\n')
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(CompileError)
  expect(error).toMatchObject({ message: 'Unexpected token', line: 2, column: 11 })
})
