import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { symbols } from '../../../examples/reference/symbols.ts'
import { mostBytes } from './c-file.ts'
import { functionsIn, tokensOf } from './c-text.ts'
import { testCFile } from './test-c-file.ts'

const functions = symbols.filter(({ kind }) => kind === 'function')
const found = (text: string) => Object.fromEntries(functionsIn(text))

test('every function of the reference is found on its lines, and nothing else', () => {
  const expected = Object.fromEntries(functions.map(({ name, lines }) => [name, lines]))
  expect(found(testCFile())).toEqual(expected)
})

test('a function begins with its type, also if that is on its own line', () => {
  expect(found('static int\nadd(int a,\n    int b)\n{\n\treturn a + b;\n}\n')).toEqual({ add: [1, 6] })
  expect(found('int a;\nstruct s *get(void) {\n}\n')).toEqual({ get: [2, 3] })
  expect(found('static __attribute__((unused)) int __init add(int a)\n{\n}')).toEqual({ add: [1, 3] })
  expect(found('static inline void nop(void) { return; }\nvoid f(void) {}')).toEqual({
    nop: [1, 1],
    f: [2, 2],
  })
})

test('a macro, a declaration, a table and a structure are no functions', () => {
  expect(found('EXPORT(add)\nint add(int a)\n{\n}\n')).toEqual({ add: [2, 4] })
  expect(found('int add(int a);\nint b[N(2)] = {\n\t1,\n};\nstruct s {\n\tint (*f)(int);\n};\n')).toEqual({})
  expect(found('#define f(a) \\\nint g(a) \\\n{ \\\n}\nint h(void)\n{\n}\n')).toEqual({ h: [5, 7] })
})

test('of two definitions of which the preprocessor chooses one, the longer is taken', () => {
  const text = '#if A\nint f(void)\n{\n\treturn 1;\n}\n#else\nint f(void) { return 0; }\n#endif\n'
  expect(found(text)).toEqual({ f: [2, 5] })
})

test('comments and strings end as in C, or else with the text', () => {
  const kinds = (text: string) => tokensOf(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])
  expect(kinds('if (a) /* if "b */ x = "\\"/*"; // c\n')).toEqual([
    ['keyword', 'if'],
    ['comment', '/* if "b */'],
    ['string', '"\\"/*"'],
    ['comment', '// c'],
  ])
  expect(kinds("'\n/* a")).toEqual([
    ['string', "'"],
    ['comment', '/* a'],
  ])
})

test('in any text, tokens and functions are inside the text and do not overlap', { timeout: 60_000 }, () => {
  const piece = constantFrom(
    ...'\n (){};=#"\'\\'.split(''),
    '\n{\n',
    '\n}\n',
    '\nint f(a)',
    '/*',
    '*/',
    '//',
    '\nstatic ',
  )
  const text = oneof(
    string({ unit: 'binary' }),
    array(oneof(piece, string()), { maxLength: 60 }).map((all) => all.join('')),
  )
  const areApart = (ranges: (readonly [number, number])[], end: number) =>
    ranges.every(([from, to], index) => (ranges[index - 1]?.[1] ?? 0) <= from && from <= to && to <= end)
  const holds = property(text, (text) => {
    const tokens = tokensOf(text).map(({ start, end }) => [start, end] as const)
    const functions = [...functionsIn(text).values()].map(([first, last]) => [first - 1, last] as const)
    functions.sort(([a], [b]) => a - b)
    return areApart(tokens, text.length) && areApart(functions, text.split('\n').length)
  })
  assert(holds, { numRuns: 400, seed: 1 })
})

test.each([
  ['quotes', '"'],
  ['backslashes', '\\'],
  ['comments that are never ended', '/*'],
  ['one open parenthesis a line', 'f(\n'],
  ['attributes', 'a __attribute__(('],
  ['functions', 'f()\n{\n}\n'],
  ['bytes that mean nothing', '\0\u{fffd}'],
])(
  '2 MiB of %s is read to the end',
  (_, piece) => {
    expect(functionsIn(piece.repeat(mostBytes / piece.length)).size).toBeLessThanOrEqual(1)
  },
  60_000,
)
