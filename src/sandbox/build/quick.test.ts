import { expect, test } from 'vitest'
import { readExamples } from '../../notes/examples.ts'
import { compile } from '../compile.ts'
import { bundleNodeRunner } from './bundle.ts'
import { compileFile, compileModel } from './compile.ts'
import { runTests } from './run.ts'

const [quick, vitest] = await Promise.all([bundleNodeRunner([]), bundleNodeRunner()])

test('a page without vitest runs every example with the results that vitest has', {
  timeout: 60_000,
}, async () => {
  const examples = readExamples('examples')
  const model = compileModel(examples)
  for (const { testFile: file } of examples.units) {
    const scripts = [model, compileFile(examples, file)]
    const expected = await runTests(vitest, scripts, { file })
    expect(await runTests(quick, scripts, { file }), file).toEqual(expected)
  }
})

test.each([
  ['a test that fails', "test('a', () => expect(1).toBe(2))"],
  ['a negation that fails', "test('a', () => expect(1).not.toBe(1))"],
  ['a test that throws later', "test('a', async () => { await null; throw new Error('late') })"],
  ['an assertion that a page without vitest has not', "test('a', () => expect(1).toBeTruthy())"],
  ['a test with options', "test('a', { fails: true }, () => {})"],
  ['a group', "describe('a', () => {})"],
  ['a table', "test.each([1])('%d', () => {})"],
  ['a value that is printed', "test('a', () => console.log({}))"],
])('%s needs all of vitest', async (_what, code) => {
  const file = 'examples/a.test.ts'
  const text = compile(file, `import { describe, expect, test } from 'vitest'\n${code}`)
  const running = runTests(quick, [{ name: `/${file}`, text }], { file })
  await expect(running).rejects.toThrow('examples/a.test.ts:1: its tests use more of vitest')
})
