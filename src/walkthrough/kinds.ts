import { type Path, valueAt } from '../recorder/diff.ts'
import type { KindOfField } from '../recorder/field.ts'
import type { Step } from '../recorder/recording.ts'

/** The kinds of events to which the reader can jump. */
export type Kind = 'change' | 'log' | 'segment' | 'join' | 'worker' | KindOfField

/** The function in `examples/kernel` that begins to run a work item and logs it. It must keep this name. */
const startOfWorker = 'start'

/** Returns the kind of the field at a path. The table of all fields is loaded after the first step (kind-of-field.ts). */
export type FieldKinds = (path: Path) => KindOfField | undefined

/** Whether a step is an event of this kind. @param kindOfField undefined until it is loaded: no field has a kind then */
export function isOfKind(
  kind: Kind,
  { changes, frames, added, sent, before }: Step,
  kindOfField: FieldKinds | undefined,
): boolean {
  if (kind === 'change') return changes.length > 0
  if (kind === 'log') return added > 0
  if (kind === 'segment') return sent.some(({ segment }) => segment !== 'probe')
  if (kind === 'worker') return added > 0 && frames.at(-1)?.fn === startOfWorker
  if (kind === 'join')
    return changes.some(
      ([path, now]) => now !== undefined && isOfSubflow(path) && valueAt(before, path) === undefined,
    )
  return changes.some(([path]) => kindOfField?.(path) === kind)
}

function isOfSubflow(path: Path): boolean {
  return path.length === 4 && path[0] === 'sessions' && path[2] === 'subflows'
}
