import type { Change, Path } from '../../recorder/diff.ts'

/** Whether a step changed the value at a path, or an object around it. */
export function isChangedBy(changes: readonly Change[], path: Path): boolean {
  return changes.some(([changed]) => changed.every((name, at) => (path[at] ?? name) === name))
}
