import { editedCode } from '../../island/edited-code.ts'
import { escapeHtml } from '../../island/escape.ts'
import { fetchText } from '../../island/fetch.ts'
import { type Step, unpack } from '../../recorder/recording.ts'
import type { Kernel } from '../kernel-stack.ts'
import type { Walk } from '../walk.ts'
import { wordsIn } from '../words.ts'

/** A walk that can be played. */
export interface LoadedWalk {
  steps: Step[]
  kernel: Kernel
  /** The code of each file that has arrived, line by line, as HTML. */
  code: Map<string, string[]>
  /** Resolves when the code of all files is there. In place of a file that cannot be loaded is a message. */
  whole: Promise<unknown>
  /** The walk is through edited code. */
  isEdited: boolean
}

/** The error of edited code that could not be recorded. */
export class EditedCodeFailed extends Error {}

/**
 * Loads a walk, with the code of the file of one step. That of other files arrives later.
 *
 * @param dataset the data of its element: unit, title of the test, names of files
 * @param mayRun whether edited code may be run to record it
 * @param index the step that is shown first, from 0
 * @throws EditedCodeFailed
 */
export async function loadWalk(
  { walk: file = '', kernel = '', of = '', test = '' }: DOMStringMap,
  mayRun: boolean,
  index: number,
): Promise<LoadedWalk> {
  const { files: edited, title } = mayRun ? await editedCode(of, test) : { files: new Map(), title: test }
  const [text, names] = await Promise.all([fetchText(file), fetchText(kernel)])
  const walk: Walk = JSON.parse(text)
  const record = () => import('./edited.ts').then(({ recordEdited }) => recordEdited(walk, title, edited))
  const fail = () => {
    throw new EditedCodeFailed()
  }
  const recording = edited.size > 0 ? await record().catch(fail) : walk.recording
  const code = new Map<string, string[]>()
  const load = async (file: string) => {
    if (code.has(file)) return
    const source = edited.get(file)
    const name = walk.code[file]
    const html = source === undefined ? name && (await fetchText(name)) : escapeHtml(source)
    code.set(file, (html ?? '').split('\n'))
  }
  const steps = unpack(recording)
  await load(steps[Math.min(index, steps.length - 1)]?.frames.at(-1)?.file ?? '')
  const rest = recording.files.map((file) =>
    load(file).catch(() => code.set(file, [escapeHtml(wordsIn().loadFailed)])),
  )
  const whole = Promise.all(rest)
  return { steps, kernel: JSON.parse(names), code, whole, isEdited: edited.size > 0 }
}
