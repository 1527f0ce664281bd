import { expect, test } from 'vitest'
import { textIn } from '../../../reference/languages.ts'
import { readExamples } from '../../notes/examples.ts'
import { bundleNodeRunner } from '../../sandbox/build/bundle.ts'
import { compileFile, compileModel } from '../../sandbox/build/compile.ts'
import { runTests } from '../../sandbox/build/run.ts'
import type { Script } from '../../sandbox/protocol.ts'
import { exerciseWordsIn } from '../exercise-words.ts'
import { isSolved, saidIn } from '../page/verdict.ts'
import { emptyView } from '../page/view.ts'
import type { View } from '../Results.tsx'
import { answerIn } from './answer.ts'
import { compileCheck } from './compile-check.ts'
import { type Exercise, readExercises } from './read-exercises.ts'

const examples = readExamples('examples')
const model = compileModel(examples)
const runner = await bundleNodeRunner()
const exercises = readExercises('examples')

/** Runs the hidden tests of an exercise with one of its files in the place of `start.ts`. */
async function outcome(exercise: Exercise, file: string): Promise<View> {
  const { sources, start, check } = exercise
  const tests: Script = { name: `/${check}`, text: compileCheck(exercise, examples) }
  const answered = new Map([...sources, [start, sources.get(file) ?? '']])
  const answer = compileFile({ units: [], sources: answered }, start)
  return { ...emptyView(), ...(await runTests(runner, [model, tests, answer], { file: check })) }
}

const failuresIn = ({ tests, failures }: View) => [
  ...tests.flatMap((test) => ('failures' in test ? test.failures : [])),
  ...failures,
]

const messages = (view: View) => failuresIn(view).map(({ message, said }) => said ?? message)

/** What is said about an answer of several lines begins with the number of those that are right. */
const endsWithOneOf = (texts: readonly string[]) => (message: string) =>
  texts.some((text) => message.endsWith(text.replaceAll('`', '')))

test.each(exercises)('exercise $name: the start fails, with a message for readers', async (exercise) => {
  const view = await outcome(exercise, exercise.start)
  expect(isSolved(view)).toBe(false)
  const { says } = exercise.texts
  const chinese = Object.fromEntries(Object.entries(says).map(([word, text]) => [word, textIn(text, 'zh')]))
  const said = saidIn(view, chinese, exerciseWordsIn('zh-Hans'))
  expect(messages(said).length).toBeGreaterThan(0)
  for (const message of messages(said)) expect(message).toSatisfy(endsWithOneOf(Object.values(chinese)))
})

test.each(exercises)('exercise $name: the solution passes', async (exercise) => {
  const view = await outcome(exercise, exercise.solution)
  expect(messages(view)).toEqual([])
  expect(isSolved(view)).toBe(true)
  if (exercise.texts.question)
    expect(answerIn(exercise.solution, exercise.sources.get(exercise.solution) ?? '')).toBeDefined()
})

test.each(exercises)(
  'exercise $name: two plausible wrong answers fail, each with its message',
  async (exercise) => {
    expect(exercise.wrong.length).toBeGreaterThanOrEqual(2)
    for (const { file, message } of exercise.wrong) {
      const view = await outcome(exercise, file)
      expect(isSolved(view), file).toBe(false)
      expect(messages(view).join('\n'), file).toMatch(
        new RegExp(`^(Error: )?${message}( \\d+/\\d+)?(:|$)`, 'm'),
      )
    }
  },
)

test.each(exercises.filter(({ texts }) => !texts.question))(
  'exercise $name: code that is wrong fails with what was expected and what came',
  async (exercise) => {
    for (const file of [exercise.start, ...exercise.wrong.map(({ file }) => file)])
      for (const { message, expected, received, diff } of failuresIn(await outcome(exercise, file)))
        expect(diff ?? (expected && received), `${file}: ${message}`).toBeDefined()
  },
)

test.each(exercises)(
  'exercise $name: every word of its tests is said in both languages',
  ({ check, sources, texts }) => {
    const source = sources.get(check) ?? ''
    const titles = [...source.matchAll(/^test\('([^']+)'/gm)].map(([, title]) => title)
    expect(titles.length).toBeGreaterThan(0)
    expect(Object.keys(texts.says)).toEqual(expect.arrayContaining(titles))
  },
)
