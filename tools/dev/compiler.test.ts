import { expect, test } from 'vitest'
import { Compiler, problemsOf } from './compiler.ts'

/** The bundler's hooks, which the test calls. */
function bundler() {
  const run = { watchRun: () => {}, done: (_stats: object) => {} }
  const hook = (name: 'watchRun' | 'done') => ({
    tap(_: string, called: (stats: never) => void) {
      run[name] = called as () => void
    },
  })
  return {
    hooks: { watchRun: hook('watchRun'), done: hook('done') },
    begin: () => run.watchRun(),
    end: (errors: object[]) => run.done({ toJson: () => ({ errors }) }),
  }
}

test('work waits until a compilation has ended', async () => {
  const { hooks, begin, end } = bundler()
  const compiler = new Compiler('/site', () => {})
  compiler.apply({ hooks })
  const order: string[] = []
  begin()
  const waiting = compiler.idle().then(() => order.push('work'))
  await Promise.resolve()
  order.push('compiled')
  end([])
  await waiting
  expect(order).toEqual(['compiled', 'work'])
  await compiler.idle()
})

test('the problems of a compilation have a file and a line; those of a page are left to the checks', () => {
  const found: string[][] = []
  const { hooks, end } = bundler()
  new Compiler('/site', (problems) => found.push(problems)).apply({ hooks })
  const error = {
    moduleIdentifier: '/swc-loader.js!/site/src/a.tsx',
    message: '  × Expected a brace\n at x',
    loc: '3:7-9',
  }
  end([error, { moduleIdentifier: '/mdx-loader.js!/site/docs/a.mdx', message: 'MDX compilation failed' }])
  end([])
  expect(found).toEqual([['src/a.tsx:3: Expected a brace'], []])
  expect(problemsOf('/site', [{ message: 'No entry' }])).toEqual(['docusaurus.config.ts:1: No entry'])
})
