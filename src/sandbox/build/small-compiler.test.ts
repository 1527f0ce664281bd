import { expect, test } from 'vitest'
import { readExamples } from '../../notes/examples.ts'
import { type CompileError, compile } from '../compile.ts'
import { bundleModule } from './bundle.ts'

const [bundle] = await bundleModule(new URL('../compile.ts', import.meta.url), 'compile', 'en')
const page = (await import(
  `data:text/javascript,${encodeURIComponent(bundle?.text ?? '')}`
)) as typeof import('../compile.ts')

/** What a compiler makes of a module: JavaScript, or a message with its place. */
function outcome(compiler: typeof compile, id: string, source: string): unknown {
  try {
    return compiler(id, source)
  } catch (error) {
    const { message, line, column } = error as CompileError
    return { message, line, column }
  }
}

test('the compiler of the page, which has less of Sucrase, makes the same of every module, whole and cut off', () => {
  const { sources } = readExamples('examples')
  for (const [id, source] of sources) {
    const texts = [0.25, 0.5, 0.75, 1].map((part) => source.slice(0, source.length * part))
    for (const text of [...texts, source.replaceAll('=', '= ='), source.replaceAll('{', '{ <a>')])
      expect(outcome(page.compile, id, text)).toEqual(outcome(compile, id, text))
  }
})

test.each([
  'enum Kind { a, b = 4 }\nexport const k: Kind = Kind.b',
  'abstract class A<T> implements I { constructor(private readonly b?: T) {} declare c: number; d!: string }',
  'export default function f<const T>(this: A, a: T): asserts a is T & string {}',
  'const a = <T,>(b: T) => b satisfies unknown as T;\nconst c = a<number>(1_000)?.toString() ?? 0n',
  "import type { A } from './a.ts'\nimport b, { type C, d as e } from './b.ts'\nexport { e, b as f }\nexport * from './c.ts'",
  'namespace N { export const a = 1 }',
  'try {} catch { label: for (const a of [/[/]/u, `a`]) continue label }',
  'const a = <div>{b}</div>',
  'type A = {\n  [K in keyof B as Uppercase<K>]?: B[K] extends infer C ? C : never\n}\nlet b: A = 1',
  '@decorated class A { accessor a = 1; static #b; static { this.#b = 1 } }',
  'async () => { for await (const a of b) yield a; using c = d }',
  'const a = 1 +\n\nconst b = (\n',
  'const a = "unterminated\nconst b = `unterminated',
])('the compilers agree on %s', (source) => {
  expect(outcome(page.compile, 'a.ts', source)).toEqual(outcome(compile, 'a.ts', source))
})
