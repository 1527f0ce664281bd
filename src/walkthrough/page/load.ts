import { editedCode } from '../../island/edited-code.ts'
import { escapeHtml } from '../../island/escape.ts'
import { fetchText } from '../../island/fetch.ts'
import { type Step, unpack } from '../../recorder/recording.ts'
import type { Kernel } from '../kernel-stack.ts'
import type { Walk } from '../walk.ts'

/** A walk that can be played. */
export interface LoadedWalk {
  steps: Step[]
  kernel: Kernel
  /** The code of each file, line by line, as HTML. */
  code: Map<string, string[]>
  /** The walk is through edited code. */
  isEdited: boolean
}

/** The error of edited code that could not be recorded. */
export class EditedCodeFailed extends Error {}

/**
 * Loads a walk.
 *
 * @param dataset the data of its element: unit, title of the test, names of files
 * @param mayRun whether edited code may be run to record it
 * @throws EditedCodeFailed
 */
export async function loadWalk(
  { walk: file = '', kernel = '', of = '', test = '' }: DOMStringMap,
  mayRun: boolean,
): Promise<LoadedWalk> {
  const edited = mayRun ? await editedCode(of, test) : new Map<string, string>()
  const [text, names] = await Promise.all([fetchText(file), fetchText(kernel)])
  const walk: Walk = JSON.parse(text)
  const record = () => import('./edited.ts').then(({ recordEdited }) => recordEdited(walk, test, edited))
  const fail = () => {
    throw new EditedCodeFailed()
  }
  const recording = edited.size > 0 ? await record().catch(fail) : walk.recording
  const code = new Map<string, string[]>()
  const files = recording.files.map(async (file) => {
    const source = edited.get(file)
    const name = walk.code[file]
    const html = source === undefined ? name && (await fetchText(name)) : escapeHtml(source)
    code.set(file, (html ?? '').split('\n'))
  })
  await Promise.all(files)
  return { steps: unpack(recording), kernel: JSON.parse(names), code, isEdited: edited.size > 0 }
}
