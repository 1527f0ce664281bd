import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { completeLanguages, type Text } from '../../../reference/languages.ts'
import { readModule } from '../../notes/examples.ts'
import { readAll } from '../../notes/messages-of.ts'

/** How the reader enters the answer of a prediction. */
export type Question = { label: Text } & (
  | { kind: 'number' | 'line' | 'lines' }
  | { kind: 'choice'; options: readonly { value: string; text: Text }[] }
)

/** The texts of an exercise, its file `exercise.json`. In all of them backquotes mean code. */
interface ExerciseTexts {
  title: Text
  task: Text
  hint: Text
  /** Why the solution is right; shown with it. */
  why: Text
  /** Set for a prediction: the reader enters an answer. Otherwise he edits the code. */
  question?: Question
  /** The titles of the hidden tests, and the messages with which they fail, by the words that the test file uses. */
  says: Readonly<Record<string, Text>>
}

/** An exercise: a folder `examples/exercises/NAME/`. */
export interface Exercise {
  name: string
  /** Ids of its files. The hidden tests import `./start.ts`, in whose place the answer is put. */
  start: string
  check: string
  /** The preparation that the page shows above the question, if there is one: `setup.ts`. */
  setup?: string
  solution: string
  /** Wrong answers, `wrong-….ts`, and the message of {@link ExerciseTexts.says} with which each fails. */
  wrong: readonly { file: string; message: string }[]
  texts: ExerciseTexts
  /** Texts of these files and of all modules that they import, by id. */
  sources: ReadonlyMap<string, string>
}

/**
 * Reads all exercises under `root`, the folder `examples`.
 *
 * @throws if exercises lack a file or a text: one error with a message for each, which begins with a file and a line
 */
export function readExercises(root: string): Exercise[] {
  const folder = join(root, 'exercises')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  return readAll(names, (name) => readExercise(root, name))
}

function readExercise(root: string, name: string): Exercise {
  const place = `examples/exercises/${name}`
  const files = readdirSync(join(root, 'exercises', name)).sort()
  const sources = new Map<string, string>()
  const read = (file: string): string => {
    if (!files.includes(file)) throw new Error(`${place}/${file}:1: is missing: an exercise has this file`)
    const id = `${place}/${file}`
    readModule(root, id, sources)
    return id
  }
  const texts = readTexts(root, name)
  return {
    name,
    start: read('start.ts'),
    check: read('check.test.ts'),
    ...(files.includes('setup.ts') ? { setup: read('setup.ts') } : {}),
    solution: read('solution.ts'),
    wrong: files
      .filter((file) => /^wrong-.+\.ts$/.test(file))
      .map((file) => {
        const id = read(file)
        const [, message] = /^\/\/ Fails with: (\S+)\n/.exec(sources.get(id) ?? '') ?? []
        if (!message || !(message in texts.says))
          throw new Error(
            `${id}:1: expected "// Fails with: WORD", with a word that "says" in exercise.json has`,
          )
        return { file: id, message }
      }),
    texts,
    sources,
  }
}

/**
 * Reads the texts of an exercise.
 *
 * @throws if one is missing: an error that begins with a file and a line
 */
export function readTexts(root: string, name: string): ExerciseTexts {
  const file = join('exercises', name, 'exercise.json')
  const place = `examples/exercises/${name}/exercise.json`
  if (!existsSync(join(root, file))) throw new Error(`${place}:1: is missing: an exercise has this file`)
  return textsOf(place, readFileSync(join(root, file), 'utf8'))
}

/** Parses the texts, and checks that every language without a fallback has all of them. */
function textsOf(file: string, json: string): ExerciseTexts {
  let texts: ExerciseTexts
  try {
    texts = JSON.parse(json)
  } catch (error) {
    throw new Error(`${file}:1: ${(error as Error).message}`)
  }
  const { title, task, hint, why, question, says = {} } = texts
  const options = question?.kind === 'choice' ? question.options : []
  const needed: Record<string, Text | undefined> = {
    title,
    task,
    hint,
    why,
    ...(question ? { 'question.label': question.label } : {}),
    ...Object.fromEntries(options.map(({ value, text }) => [`question.options of "${value}"`, text])),
    ...Object.fromEntries(Object.entries(says).map(([word, text]) => [`says.${word}`, text])),
  }
  const missing = Object.entries(needed).flatMap(([what, text]) =>
    completeLanguages
      .filter((language) => typeof text?.[language] !== 'string' || !text[language])
      .map((language) => `${file}:1: has no ${what} in ${language}`),
  )
  if (missing.length > 0) throw new Error(missing.join('\n'))
  return { ...texts, says }
}
