import { join } from 'node:path'
import { type Language, textIn } from '../../../reference/languages.ts'
import { findAll, type PageElement } from '../../notes/element.ts'
import { generatedModule } from '../../notes/generated.ts'
import { labelIn, readShownPages } from '../../notes/pages.ts'
import { exerciseId, exerciseWordsIn } from '../exercise-words.ts'
import { type Exercise, readExercises, readTexts } from './read-exercises.ts'
import type { PageOfExercises } from './render-exercise.tsx'

/** The name of the generated data of the list of exercises. */
export const progressDataName = 'course-progress'

/** Returns the name of the generated data of an exercise. */
export function exerciseDataName(name: string): string {
  return `exercise--${name}`
}

/** `<Exercise of="lowest-free-slot" />`: a task that the page checks. */
export const exerciseElement: PageElement<{ of: string }> = {
  name: 'Exercise',
  usage: '<Exercise of="NAME" />',
  required: ['of'],
  once: ({ of }) => [of],
  data: ({ of }) => generatedModule('examples', exerciseDataName(of)),
  inContents: ({ of }, { language, siteDir }) => ({
    id: exerciseId(of),
    title: exerciseWordsIn(language).listed(textIn(readTexts(join(siteDir, 'examples'), of).title, language)),
  }),
  checks(siteDir) {
    const exercises = readExercises(join(siteDir, 'examples'))
    return {
      names: ({ of }) => [{ what: 'exercise', name: of, known: exercises.map(({ name }) => name) }],
      shown: exercises.map(({ name }) => ({
        what: `the exercise "${name}"`,
        place: `examples/exercises/${name}/exercise.json:1`,
        isIn: ({ of }) => of === name,
      })),
    }
  },
}

/** `<CourseProgress />`: the exercises of all pages, and which of them the reader has solved. */
export const courseProgressElement: PageElement = {
  name: 'CourseProgress',
  usage: '<CourseProgress />',
  data: () => generatedModule('examples', progressDataName),
}

/** Returns the position of a page in its group of the table of contents. */
export function positionIn(source: string): number {
  return Number(/^sidebar_position: (\d+)$/m.exec(source)?.[1] ?? 0)
}

/** Returns the pages that have exercises, in the order of the table of contents, with their exercises in order. */
export function coursePages(
  siteDir: string,
  language: Language,
  exercises: readonly Exercise[],
  baseUrl: string,
): PageOfExercises[] {
  const mentions = findAll(exerciseElement, siteDir)
  return readShownPages(siteDir, language)
    .map(({ name, file, source }) => ({
      label: labelIn(source),
      url: `${baseUrl}${name.replace(/(index)?\.mdx$/, '/').replace('//', '/')}`,
      position: positionIn(source),
      exercises: mentions
        .filter(({ place }) => place.startsWith(`${file}:`))
        .flatMap(({ attributes }) => exercises.find(({ name }) => name === attributes.of) ?? []),
    }))
    .filter(({ exercises }) => exercises.length > 0)
    .sort((a, b) => a.position - b.position)
}
