import { type Path, valueAt } from '../recorder/diff.ts'
import { alongPath, type KindOfField } from '../recorder/field.ts'
import type { Step } from '../recorder/recording.ts'
import { description } from '../recorder/state.ts'

/** Events that a reader may jump to. */
export type Kind = 'change' | 'log' | 'segment' | 'join' | 'worker' | KindOfField

/** The function of the model that begins to run a work item, and writes so into the log. */
const startOfWorker = 'start'

/** Whether a step is an event of a kind. */
export function isOfKind(kind: Kind, { changes, frames, added, sent, before }: Step): boolean {
  if (kind === 'change') return changes.length > 0
  if (kind === 'log') return added > 0
  if (kind === 'segment') return sent.some(({ segment }) => segment !== 'probe')
  if (kind === 'worker') return added > 0 && frames.at(-1)?.fn === startOfWorker
  if (kind === 'join')
    return changes.some(
      ([path, now]) => now !== undefined && isOfSubflow(path) && valueAt(before, path) === undefined,
    )
  return changes.some(([path]) => kindOfField(path) === kind)
}

function kindOfField(path: Path): KindOfField | undefined {
  const nodes = alongPath(description, path)
  return nodes.flatMap((node) => (node && node.is !== 'each' && node.kind) || []).at(-1)
}

function isOfSubflow(path: Path): boolean {
  return path.length === 4 && path[0] === 'sessions' && path[2] === 'subflows'
}
