import {
  type Edges,
  readCallStacks,
  type Stack,
  type StackTranslation,
  stacksFile,
} from '../../../reference/call-stacks.ts'
import { fullmeshFile } from '../../../reference/kernel-source.ts'
import { completeLanguages } from '../../../reference/languages.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'

/** Returns the URL of the page about the innermost function of a stack in `mptcp_fullmesh.c`, if there is one. */
export function pageAbout({ steps }: Stack, baseUrl: string): string | undefined {
  const name = steps.findLast(({ file }) => file === fullmeshFile)?.function
  const page = (pageOf as Record<string, string>)[name ?? '']
  return page && `${baseUrl}${page.replace(/(?=#|$)/, '/')}`
}

/**
 * Checks the call stacks of the site.
 *
 * @returns one message for each call that the kernel does not make, and for each problem of {@link checkTranslation}
 */
export function checkCallStacks(siteDir: string): string[] {
  const { stacks, translations, edges } = readCallStacks(siteDir)
  return [
    ...checkCalls(stacks, edges),
    ...translations.flatMap((translation) => checkTranslation(stacks, translation)),
  ]
}

/** Checks that the kernel makes every call of every stack. Returns one message for each that it does not make. */
export function checkCalls(stacks: Stack[], { files, edges, definitions }: Edges): string[] {
  const calls = new Set(
    edges.map(([file, name, line, callee, ...pointer]) => {
      const [pointed, at = 0, where] = pointer
      return key(files[file], name, line, callee, ...(pointed ? [pointed, files[at], where] : []))
    }),
  )
  const ends = new Set(definitions.map(([file, name, line]) => key(files[file], name, line)))
  return stacks.flatMap(({ at, id, steps }) =>
    steps.flatMap(({ file, function: name, line, through }, depth) => {
      const place = `${stacksFile}:${at}: ${id}, step ${depth + 1}`
      const callee = steps[depth + 1]?.function
      if (!callee) {
        return ends.has(key(file, name, line)) ? [] : [`${place}: ${name} is not defined at ${file}:${line}`]
      }
      const pointer = through ? [through.pointer, through.file, through.line] : []
      if (calls.has(key(file, name, line, callee, ...pointer))) return []
      const suffix = through ? ` through ${through.pointer}, set at ${through.file}:${through.line}` : ''
      return [`${place}: ${name} does not call ${callee} at ${file}:${line}${suffix}`]
    }),
  )
}

function key(...parts: unknown[]): string {
  return parts.join(' ')
}

/**
 * Checks that a translation has every text, if its language has to have all, and no text that is in no call stack.
 *
 * @returns one message for each problem
 */
export function checkTranslation(
  stacks: readonly Stack[],
  { language, file, texts: translated }: StackTranslation,
): string[] {
  const used = new Map<string, Stack>()
  for (const stack of stacks) {
    const { entry, summary, reachability, steps } = stack
    const texts = [
      entry,
      summary,
      reachability,
      ...steps.flatMap((step) => [step.locks, step.condition, step.note]),
    ]
    for (const text of texts) if (text && !isName(text)) used.set(text, stack)
  }
  return [
    ...[...used]
      .filter(([text]) => completeLanguages.includes(language) && !translated[text])
      .map(([text, { at, id }]) => `${stacksFile}:${at}: ${id}: "${text}" is not translated in ${file}`),
    ...Object.keys(translated).flatMap((text, index) =>
      used.has(text) ? [] : [`${file}:${index + 2}: no call stack has the text "${text}"`],
    ),
  ]
}

/** True for a text that is only `code`, and so the same in any language. */
function isName(text: string): boolean {
  return /^`[^`]+`$/.test(text)
}
