import { isObject, type Json, type Path, valueAt } from '../recorder/diff.ts'
import type { Step } from '../recorder/recording.ts'

/** The steps of a walk that changed each value, ascending. */
export interface History {
  /** Returns the indices of the steps that changed the value at a path, or anything in it. */
  of(path: Path): readonly number[]
}

const separator = '\u0000'

/** Returns the history of all values of a walk. An object that appears or vanishes changes every value in it. */
export function historyOf(steps: readonly Step[]): History {
  const all = new Map<string, number[]>()
  const add = (key: string, index: number) => {
    const list = all.get(key)
    if (!list) all.set(key, [index])
    else if (list.at(-1) !== index) list.push(index)
  }
  const addInner = (value: Json | undefined, key: string, index: number) => {
    add(key, index)
    if (!isObject(value)) return
    for (const [name, inner] of Object.entries(value)) addInner(inner, key + separator + name, index)
  }
  for (const [index, { changes, before }] of steps.entries()) {
    for (const [path, now] of changes) {
      let key = ''
      for (const name of path.slice(0, -1)) {
        key = key ? key + separator + name : name
        add(key, index)
      }
      key = path.join(separator)
      addInner(now, key, index)
      if (now === undefined || isObject(now)) addInner(valueAt(before, path), key, index)
    }
  }
  const none: readonly number[] = []
  return { of: (path) => all.get(path.join(separator)) ?? none }
}

/** Returns the last of ascending numbers below `limit`, and the first above it. */
export function around(
  numbers: readonly number[],
  limit: number,
): [before: number | undefined, after: number | undefined] {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  const after = numbers[low] === limit ? numbers[low + 1] : numbers[low]
  return [numbers[low - 1], after]
}
