import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  callStackIn,
  readCallStacks,
  type Stack,
  type StackTranslation,
} from '../../../reference/call-stacks.ts'
import { codeLanguage, completeLanguages } from '../../../reference/languages.ts'
import { checkCalls, checkTranslation } from './stacks.ts'

const { stacks, translations, edges } = readCallStacks('.')

/** The source of the facts, if it is beside the project: it is too large to be in it. */
const source = '../shared/reference/callgraph.json'

/** The part of the source that is shown: all chains except those to ops that this path manager leaves empty. */
interface Source {
  files: string[]
  edges: unknown[]
  highlights: (Omit<Stack, 'at'> & { not_provided?: boolean })[]
}

test('the facts are those of the call graph of the kernel, and of its file if that is beside the project', () => {
  const fingerprint = 'efd0b37fd5e5b1605e7331b478afda3235a2601d7b79ee62aaa876da5511c421'
  expect(sha256(JSON.stringify(edges))).toBe(fingerprint)
  if (!existsSync(source)) return
  const text = readFileSync(source, 'utf8')
  const { highlights, ...graph }: Source = JSON.parse(text)
  expect(sha256(text)).toBe(edges.sha256)
  expect(edges.edges).toEqual(graph.edges)
  expect(edges.files.slice(0, graph.files.length)).toEqual(graph.files)
  expect(stacks.map(facts)).toEqual(highlights.filter((chain) => !chain.not_provided).map(facts))
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A stack without its words. */
function facts({ id, target, context, ip, steps }: Omit<Stack, 'at'>) {
  const places = steps.map(({ function: name, file, line, through }) => ({
    name,
    file,
    line,
    through: through && { pointer: through.pointer, file: through.file, line: through.line },
  }))
  return { id, target, context, ip, places }
}

test('the kernel makes every call of every stack', () => {
  expect(stacks.length).toBeGreaterThan(100)
  expect(checkCalls(stacks, edges)).toEqual([])
})

test('every text is translated, into each language that has all texts', () => {
  const translated = [codeLanguage, ...translations.map(({ language }) => language)]
  expect(translated).toEqual(expect.arrayContaining([...completeLanguages]))
  expect(translations.flatMap((translation) => checkTranslation(stacks, translation))).toEqual([])
})

describe('of a small graph', () => {
  const graph = {
    commit: '',
    sha256: '',
    files: ['a.c', 'b.c'],
    definitions: [[1, 'inner', 30]] as [number, string, number][],
    edges: [
      [0, 'outer', 10, 'middle'],
      [0, 'middle', 20, 'inner', 'op', 1, 40],
    ] as typeof edges.edges,
  }
  const stack: Stack = {
    at: 7,
    id: 'inner-01',
    target: 'inner',
    context: 'softirq or process',
    ip: 'any',
    entry: '`outer`',
    summary: 'It is called',
    steps: [
      { function: 'outer', file: 'a.c', line: 10, condition: 'if asked' },
      {
        function: 'middle',
        file: 'a.c',
        line: 20,
        through: { pointer: 'op', file: 'b.c', in: 'ops', line: 40 },
      },
      { function: 'inner', file: 'b.c', line: 30 },
    ],
  }
  const inChinese = (texts: StackTranslation['texts']): StackTranslation => ({
    language: 'zh',
    file: 'reference/call-stacks.zh.json',
    texts,
  })
  const words = inChinese({ 'It is called': '被调用', 'if asked': '若有人问' })
  const changed = (depth: number, change: object): Stack => ({
    ...stack,
    steps: stack.steps.map((step, index) => (index === depth ? { ...step, ...change } : step)),
  })

  test('a path in it is accepted', () => {
    expect(checkCalls([stack], graph)).toEqual([])
  })

  test.each([
    ['from another line', changed(0, { line: 11 }), 'step 1: outer does not call middle at a.c:11'],
    ['of another function', changed(1, { function: 'other' }), 'step 1: outer does not call other at a.c:10'],
    [
      'through a pointer that is set elsewhere',
      changed(1, { through: { pointer: 'op', file: 'b.c', in: 'ops', line: 41 } }),
      'step 2: middle does not call inner at a.c:20 through op, set at b.c:41',
    ],
    [
      'that needs no pointer',
      changed(1, { through: undefined }),
      'step 2: middle does not call inner at a.c:20',
    ],
    [
      'to a place where nothing is defined',
      changed(2, { line: 31 }),
      'step 3: inner is not defined at b.c:31',
    ],
  ])('a call %s is refused', (_, wrong, message) => {
    expect(checkCalls([wrong], graph)[0]).toBe(`reference/call-stacks.json:7: inner-01, ${message}`)
  })

  test('a text that is not translated is reported, and a translation without a text', () => {
    expect(checkTranslation([stack], words)).toEqual([])
    expect(checkTranslation([stack], inChinese({ 'if asked': '若有人问', 'if not': '若没有人问' }))).toEqual([
      'reference/call-stacks.json:7: inner-01: "It is called" is not translated in reference/call-stacks.zh.json',
      'reference/call-stacks.zh.json:3: no call stack has the text "if not"',
    ])
  })

  test('a stack is in the language of the page; names stay as they are', () => {
    const { frames, ...zh } = callStackIn('zh', stack, [words])
    expect(zh).toEqual({
      id: 'inner-01',
      contexts: ['softirq', 'process'],
      entry: '`outer`',
      summary: '被调用',
    })
    expect(frames.map(({ condition }) => condition)).toEqual(['若有人问', undefined, undefined])
    expect(callStackIn('en', stack, [words]).summary).toBe('It is called')
  })
})
