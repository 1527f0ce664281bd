import type { VNode } from 'preact'
import { type Language, type Text, textIn } from '../../../reference/languages.ts'
import { type BuiltElement, buildElement } from '../../notes/built-element.ts'
import { ExerciseButtons } from '../Buttons.tsx'
import { exerciseId, exerciseWordsIn } from '../exercise-words.ts'
import { answerIn } from './answer.ts'
import type { Exercise, Question } from './read-exercises.ts'
import { codeBlock, Fold, type Setting } from './render.tsx'

/** The URL of an element's module, and the files in its folder that the element loads. */
interface ExerciseUrls {
  island: string
  frame: string
  program: string
  tests: string
}

/** Renders an exercise: the task, the code or the question, a hint and the solution, which are folded. */
export async function renderExercise(
  exercise: Exercise,
  urls: ExerciseUrls,
  setting: Setting,
): Promise<BuiltElement> {
  const { name, texts, sources, setup, start, solution } = exercise
  const { title, task, hint, why, question, says } = texts
  const { language } = setting
  const words = exerciseWordsIn(language)
  const textOf = (id: string) => (sources.get(id) ?? '').trimEnd()
  const said = Object.fromEntries(Object.entries(says).map(([word, text]) => [word, textIn(text, language)]))
  return buildElement(
    <full-mesh-exercise
      class="exercise example"
      role="group"
      aria-label={words.listed(textIn(title, language).replaceAll('`', ''))}
      id={exerciseId(name)}
      data-of={name}
      data-start={start}
      data-check={exercise.check}
      data-kind={question?.kind ?? 'code'}
      data-says={JSON.stringify(said)}
      {...Object.fromEntries(Object.entries(urls).map(([what, name]) => [`data-${what}`, name]))}
    >
      <p class="exercise__title">
        <span class="exercise__label">{words.exercise}</span> <Prose text={title} language={language} />{' '}
        <span class="exercise__solved" hidden>
          ✓ {words.solved}
        </span>
      </p>
      <p class="exercise__task">
        <Prose text={task} language={language} />
      </p>
      {setup &&
        (await codeBlock({ file: setup, text: textOf(setup), firstLine: 1, part: 'helper' }, setting))}
      {question ? (
        <QuestionForm
          question={question}
          name={name}
          lines={[answerIn(solution, textOf(solution))].flat().length}
          language={language}
        />
      ) : (
        await codeBlock({ file: start, text: textOf(start), firstLine: 1 }, setting)
      )}
      <div class="exercise__buttons example__buttons" data-needs-js="">
        <ExerciseButtons words={setting.words} check={words.check} canEdit={!question} />
      </div>
      <div class="example__results exercise__results" role="status" />
      <Fold summary={words.hint} class="exercise__fold">
        <p>
          <Prose text={hint} language={language} />
        </p>
      </Fold>
      <Fold summary={words.solution} class="exercise__fold exercise__solution">
        {question ? (
          <Answer question={question} answer={answerIn(solution, textOf(solution))} language={language} />
        ) : (
          await codeBlock({ file: solution, text: textOf(solution), firstLine: 1, part: 'helper' }, setting)
        )}
        <p>
          <Prose text={why} language={language} />
        </p>
        <div class="example__buttons" data-needs-js="">
          <button type="button" data-action="solution">
            {words.useSolution}
          </button>
        </div>
      </Fold>
    </full-mesh-exercise>,
  )
}

/** A text in one language; backquotes mean code. */
function Prose({ text, language }: { text: Text; language: Language }): VNode {
  const parts = textIn(text, language).split('`')
  return <>{parts.map((part, index) => (index % 2 ? <code>{part}</code> : part))}</>
}

/** Where the reader enters the answer of a prediction. */
function QuestionForm({
  question,
  name,
  lines,
  language,
}: {
  question: Question
  name: string
  /** The number of lines of the right answer. */
  lines: number
  language: Language
}): VNode {
  const { label, kind } = question
  const id = `answer-${name}`
  if (kind === 'choice')
    return (
      <fieldset class="exercise__question">
        <legend>
          <Prose text={label} language={language} />
        </legend>
        {question.options.map(({ value, text }) => (
          <label>
            <input type="radio" name={id} value={value} /> <Prose text={text} language={language} />
          </label>
        ))}
      </fieldset>
    )
  return (
    <p class="exercise__question">
      <label for={id}>
        <Prose text={label} language={language} />
      </label>
      {kind === 'lines' ? (
        <textarea id={id} rows={Math.min(lines + 1, 20)} spellcheck={false} autocapitalize="off" />
      ) : (
        <input
          id={id}
          type="text"
          inputMode={kind === 'number' ? 'numeric' : 'text'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
        />
      )}
    </p>
  )
}

/** The right answer of a prediction. */
function Answer({
  question,
  answer,
  language,
}: {
  question: Question
  answer: unknown
  language: Language
}): VNode {
  const option = question.kind === 'choice' && question.options.find(({ value }) => value === answer)
  return (
    <p>
      {exerciseWordsIn(language).answer}
      <span data-answer={JSON.stringify(answer)}>
        {option ? (
          <Prose text={option.text} language={language} />
        ) : (
          <code>{[answer].flat().join('\n')}</code>
        )}
      </span>
    </p>
  )
}

/** The exercises of one page. */
export interface PageOfExercises {
  label: string
  url: string
  exercises: readonly Exercise[]
}

/** Renders the list of all exercises, page by page. */
export function renderProgress(
  pages: readonly PageOfExercises[],
  island: string,
  language: Language,
): BuiltElement {
  const words = exerciseWordsIn(language)
  return buildElement(
    <full-mesh-progress class="exercise__course" data-island={island}>
      <ul>
        {pages.map(({ label, url, exercises }) => (
          <li>
            <a href={url}>{label}</a>
            <ul>
              {exercises.map(({ name, texts }) => (
                <li data-exercise={name}>
                  <a href={`${url}#${exerciseId(name)}`}>
                    <Prose text={texts.title} language={language} />
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        <span class="exercise__progress" role="status" /> {words.kept}{' '}
        <button type="button" data-action="clear" data-needs-js="">
          {words.clear}
        </button>
      </p>
    </full-mesh-progress>,
  )
}
