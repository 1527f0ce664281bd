import type { Path } from '../recorder/diff.ts'
import { childOf, type KindOfField, type Node } from '../recorder/field.ts'
import { description } from '../recorder/state.ts'

/** Returns the kind of event that a change of the value at a path is; undefined if it is none of its own. */
export function kindOfField(path: Path): KindOfField | undefined {
  let node: Node | undefined = description
  let kind: KindOfField | undefined
  for (const name of path) {
    node = childOf(node, name)
    if (node && node.is !== 'each') kind = node.kind ?? kind
  }
  return kind
}
