import {
  type CallStacks,
  type Frame,
  type StackTranslation,
  stacksFile,
} from '../../reference/call-stacks.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { codeLanguage, type Language } from '../../reference/languages.ts'
import { type Layout, layouts } from '../../reference/layouts.ts'
import { placeOf } from '../notes/source-place.ts'
import type { Reference } from './reference.ts'

/** Returns references to the structs that have a layout, and to the lines that read or write their fields. */
export function referencesInLayouts(checked: Readonly<Record<string, Layout>> = layouts): Reference[] {
  return Object.values(checked).flatMap(({ name, file = fullmeshFile, fields }) => {
    const place = placeOf('reference/layouts.ts', `name: '${name}'`)
    const accesses = fields.flatMap(({ writes = [], reads = [] }) => [...writes, ...reads])
    return [
      { place, file, within: [name] },
      ...accesses.flatMap(([by, lines]) =>
        lines.split(', ').map((at) => ({ place, file: fullmeshFile, within: [by], at })),
      ),
    ]
  })
}

/** Returns references to the calls of the call stacks, to the lines that set pointers, and to lines in their texts. */
export function referencesInStacks({ stacks, edges }: Pick<CallStacks, 'stacks' | 'edges'>): Reference[] {
  return stacks.flatMap(({ at, id, steps }) =>
    steps.flatMap((step, depth) => {
      const place = `${stacksFile}:${at}: ${id}, step ${depth + 1}`
      const { file, function: name, line, through, locks = '', condition = '', note = '' } = step
      return [
        { place, file, within: [name], at: `${line}` },
        ...(through ? [{ place, file: through.file, within: [through.in], at: `${through.line}` }] : []),
        ...linesNamedIn([locks, condition, note].join(' '), step, edges.files).map((named) => ({
          place,
          ...named,
        })),
      ]
    }),
  )
}

/**
 * Finds the lines in the texts of a step. `(line 5624)` and `(lines 741–747)` are in the function of the step;
 * `` `add_pm_event` … (mptcp_fullmesh.c:1069) `` is in the function that is named before it.
 */
function linesNamedIn(text: string, step: Frame, files: string[]): Omit<Reference, 'place'>[] {
  return [...text.matchAll(/\blines? ([\d–]+)|([\w-]+\.[ch]):(\d+)/g)].map(
    ({ index, 1: own, 2: base = '', 3: other }) => {
      if (own) return { file: step.file, within: [step.function], at: own.replace('–', '-') }
      const named = [...text.slice(0, index).matchAll(/`(\w+)`/g)].at(-1)?.[1]
      const file = files.find((path) => path.endsWith(`/${base}`)) ?? base
      return { file, within: named ? [named] : [], at: other }
    },
  )
}

/** How a text names lines in each language. A language that is missing is not checked. */
const linePatterns: Readonly<Record<Language, RegExp>> = {
  zh: /(?:第 |\.[ch]:)([\d–]+)/g,
  en: /(?:\blines? |\.[ch]:)([\d–]+)/g,
}

/** Checks that translated texts name the same lines as the original. Returns one message for each that does not. */
export function checkTranslatedLines({ language, file, texts }: StackTranslation): string[] {
  const numbers = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, line]) => line)
  const [own, original] = [linePatterns[language], linePatterns[codeLanguage]]
  if (!own || !original) return []
  return Object.entries(texts).flatMap(([from, text], index) => {
    const [expected, found] = [numbers(from, original), numbers(text, own)]
    if (String(expected) === String(found)) return []
    const lines = found.join(', ') || 'none'
    return [
      `${file}:${index + 2}: names lines ${lines}, and the text it is made from ${expected.join(', ') || 'none'}`,
    ]
  })
}
