import { type Path, valueAt } from '../recorder/diff.ts'
import { childOf, type KindOfField, type Node } from '../recorder/field.ts'
import type { Step } from '../recorder/recording.ts'
import { description } from '../recorder/state.ts'

/** The kinds of events to which the reader can jump. */
export type Kind = 'change' | 'log' | 'segment' | 'join' | 'worker' | KindOfField

/** The function in `examples/kernel` that begins to run a work item and logs it. It must keep this name. */
const startOfWorker = 'start'

/** Whether a step is an event of this kind. */
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
  let node: Node | undefined = description
  let kind: KindOfField | undefined
  for (const name of path) {
    node = childOf(node, name)
    if (node && node.is !== 'each') kind = node.kind ?? kind
  }
  return kind
}

function isOfSubflow(path: Path): boolean {
  return path.length === 4 && path[0] === 'sessions' && path[2] === 'subflows'
}
